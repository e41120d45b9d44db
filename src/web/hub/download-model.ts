import { existsSync } from 'node:fs';
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PRIVATE_FOLDER, writeAtomicSync } from '../../write-atomic.ts';
import { megabytes, type Wanted } from './choose-files.ts';
import { downloadFile, isWhole } from './download-file.ts';
import type { HubClient } from './hub-client.ts';
import { HubError } from './hub-error.ts';
import type { HubModel } from './hub-model.ts';
import { type ModelSource, PART, readSource, SOURCE_FILE, storedModels } from './stored-models.ts';

export interface ModelDownload {
  readonly hub: HubClient;
  readonly model: HubModel;
  readonly wanted: Wanted;
  /** Where the model's folder comes to lie, absolute. */
  readonly folder: string;
}

/**
 * The folder for a model of the hub: by its name alone, and by its owner too where that is another one's already. `hubName` is one
 * that `hubNameOf` lets through.
 *
 * ### Example
 * `folderFor('/srv/.ibid/models', 'intfloat/multilingual-e5-small')` → `/srv/.ibid/models/multilingual-e5-small`
 */
export function folderFor(models: string, hubName: string): string {
  const plain = join(models, hubName.slice(hubName.indexOf('/') + 1));
  const isFree = [plain, `${plain}${PART}`].every(
    (folder) => !existsSync(folder) || readSource(folder)?.model === hubName,
  );
  return isFree ? plain : join(models, hubName.replace('/', '--'));
}

/** Whether the folder holds all files of this very revision, undamaged. */
export async function isFetched({ model, wanted, folder }: ModelDownload): Promise<boolean> {
  const source = readSource(folder);
  if (source?.model !== model.name || source.revision !== model.revision) return false;
  const whole = await Promise.all(wanted.files.map((file) => isWhole(join(folder, file.target), file)));
  return whole.every(Boolean);
}

/**
 * Fetches a model's files into a folder beside, and gives it its name when all are there: it appears whole or not at all, in place
 * of an older revision. `told` gets the bytes that are there of all. Throws a `HubError`.
 */
export async function downloadModel(download: ModelDownload, told: (bytes: number) => void): Promise<void> {
  const { folder } = download;
  const part = `${folder}${PART}`;
  try {
    await openPart(part, download);
    await fetchFiles(part, download, told);
    await putInPlace(part, folder);
  } catch (error) {
    throw diskError(error, download);
  }
}

async function putInPlace(part: string, folder: string): Promise<void> {
  const old = join(dirname(folder), `.${basename(folder)}.old`);
  await rm(old, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, old);
  await rename(part, folder);
  await rm(old, { recursive: true, force: true });
}

/** What an earlier run left of the same revision stays. */
async function openPart(part: string, { model, wanted, folder }: ModelDownload): Promise<void> {
  const { name, revision, licence, languages } = model;
  const source: ModelSource = { model: name, revision, licence, languages, size: wanted.size };
  const left = readSource(part);
  if (left?.model !== name || left.revision !== revision) await rm(part, { recursive: true, force: true });
  await mkdir(part, PRIVATE_FOLDER);
  writeAtomicSync(join(part, SOURCE_FILE), `${JSON.stringify(source, null, 2)}\n`, { isPrivate: true });
  await checkSpace(part, wanted.size, folder);
}

/** A little more than needed must be free: a full disk stops the archive's index as well. */
const SPARE_BYTES = 50_000_000;

async function checkSpace(part: string, size: number, folder: string): Promise<void> {
  const [{ bavail, bsize }, here] = await Promise.all([statfs(part), storedModels(dirname(folder))]);
  const rest = size - (here.find((one) => one.folder === part)?.size ?? 0);
  if (bavail * bsize < rest + SPARE_BYTES) throw diskFull(folder, rest + SPARE_BYTES);
}

async function fetchFiles(
  part: string,
  { hub, model, wanted }: ModelDownload,
  told: (bytes: number) => void,
) {
  const source = { hub, model: model.name, revision: model.revision };
  let before = 0;
  for (const file of wanted.files) {
    await downloadFile(source, file, join(part, file.target), (bytes) => told(before + bytes));
    before += file.size;
  }
}

function diskFull(folder: string, bytes: number): HubError {
  return new HubError(
    `the disk of ${folder} is full: ${megabytes(bytes)} must be free. What has come is kept: make room and run the same command again, or set IBID_DATA to another disk`,
  );
}

function diskError(error: unknown, { folder, wanted }: ModelDownload): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, wanted.size);
  if (code === undefined || syscall === undefined) return error;
  return new HubError(
    `IBID_DATA: ${folder} can't be written (${code}): let the user who runs Ibid write it, or set IBID_DATA to another folder`,
    { cause: error },
  );
}
