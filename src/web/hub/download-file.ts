import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../../write-atomic.ts';
import type { HubClient } from './hub-client.ts';
import { HubError } from './hub-error.ts';
import type { FileHash, HubFile } from './hub-model.ts';

/** Where a file comes from. */
export interface FileSource {
  readonly hub: HubClient;
  /** `OWNER/NAME`. */
  readonly model: string;
  readonly revision: string;
}

/** A download that breaks off goes on at once, until so many connections in turn have brought nothing. */
const MOST_FRUITLESS = 3;

/**
 * Fetches one file to `path`, under which it appears whole and with the hash that the hub says, or not at all. What an earlier
 * run left in `path.part` is kept, and the rest asked for. `told` gets how many bytes are there. Throws a `HubError`, and what
 * the file system throws.
 */
export async function downloadFile(
  source: FileSource,
  file: HubFile,
  path: string,
  told: (bytes: number) => void,
): Promise<void> {
  if (await isWhole(path, file)) return told(file.size);
  const part = `${path}.part`;
  await mkdir(dirname(path), PRIVATE_FOLDER);
  await fetchAll(source, file, part, told);
  if (!(await isWhole(part, file))) {
    await rm(part, { force: true });
    throw new HubError(
      `${file.path} of ${source.model} came damaged (its ${nameOf(file.hash)} isn't the hub's), and was deleted: try again; when it happens twice, something between here and ${source.hub.endpoint} changes it`,
    );
  }
  await rename(part, path);
}

async function fetchAll(
  source: FileSource,
  file: HubFile,
  part: string,
  told: (bytes: number) => void,
): Promise<void> {
  for (let fruitless = 0; ; ) {
    const before = await sizeOf(part);
    try {
      await fetchRest(source, file, part, told);
      return;
    } catch (error) {
      if (!(error instanceof HubError && error.isCut)) throw error;
      fruitless = (await sizeOf(part)) > before ? 0 : fruitless + 1;
      if (fruitless === MOST_FRUITLESS)
        throw new HubError(`${error.message}. What has come is kept: run the same command again to go on`);
    }
  }
}

async function fetchRest(
  { hub, model, revision }: FileSource,
  file: HubFile,
  part: string,
  told: (bytes: number) => void,
): Promise<void> {
  const found = await sizeOf(part);
  // More than there should be: of something else.
  const from = found > file.size ? 0 : found;
  if (from === file.size && found > 0) return;
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const { status, chunks } = await hub.get(model, `/${model}/resolve/${revision}/${path}`, from);
  // 200: the server gives no parts, and starts anew.
  const handle = await open(part, status === 206 ? 'a' : 'w', PRIVATE_FILE.mode);
  try {
    await append(handle, chunks, { file, at: status === 206 ? from : 0, told });
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function append(
  handle: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
  { file, at, told }: { readonly file: HubFile; at: number; readonly told: (bytes: number) => void },
): Promise<void> {
  let size = at;
  told(size);
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > file.size) throw new HubError(`${file.path}: more came than the ${file.size} bytes it has`);
    await handle.writeFile(chunk);
    told(size);
  }
  // A body without a length ends where the connection does.
  if (size < file.size)
    throw new HubError(`${file.path}: the connection ended after ${size} of ${file.size} bytes`, {
      isCut: true,
    });
}

/** Whether a file is there, with this size and this hash. */
export async function isWhole(path: string, { size, hash }: HubFile): Promise<boolean> {
  if ((await sizeOf(path, -1)) !== size) return false;
  const running = hasherOf(hash, size);
  for await (const chunk of createReadStream(path)) running.update(chunk as Buffer);
  return running.digest('hex') === hash.digest;
}

function hasherOf({ algorithm }: FileHash, size: number): Hash {
  return algorithm === 'sha256' ? createHash('sha256') : createHash('sha1').update(`blob ${size}\0`);
}

function nameOf({ algorithm }: FileHash): string {
  return algorithm === 'sha256' ? 'SHA-256' : 'git hash';
}

async function sizeOf(path: string, missing = 0): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return missing;
    throw error;
  }
}
