import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { mkdir, open, readdir, rm, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { completeRestore, isRebuildable, restoredFolder } from '../data-folder.ts';
import { isOpenSomewhere } from '../index/database/connection.ts';
import { errorCodeOf, fileErrorReason } from '../ingest/files/file-error.ts';
import { flushFolder, PRIVATE_FILE, PRIVATE_FOLDER } from '../write-atomic.ts';
import { BackupError, writingError } from './backup-error.ts';
import {
  type BackedUpFile,
  type BackupManifest,
  damaged,
  FILES_FOLDER,
  MANIFEST,
  MAX_MANIFEST,
  readManifest,
} from './manifest.ts';

export interface RestoreOptions {
  readonly from: string;
  /** The archive's own folder (`archiveFolder`); it need not be there. */
  readonly folder: string;
  /** Whether it may be the backup of another archive. */
  readonly ofAnother: boolean;
}

export interface RestoredBackup {
  readonly manifest: BackupManifest;
  /** The folder where what was there before lies now; absent where there was nothing. */
  readonly kept?: string;
}

/**
 * Puts a backup in the place of an archive's folder, which is kept beside it; an index that the backup doesn't hold stays. All of
 * it is checked before anything is replaced, and a process that is killed leaves the one or the other. Throws `BackupError`.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoredBackup> {
  const { folder } = options;
  refuseInUse(folder);
  completeRestore(folder);
  const part = `${folder}.part`;
  try {
    await rm(part, { recursive: true, force: true });
    await mkdir(part, PRIVATE_FOLDER);
    const manifest = await unpack(options, part);
    // It took a while.
    refuseInUse(folder);
    const kept = await putInPlace(part, folder, manifest.index);
    return { manifest, ...(kept !== undefined && { kept }) };
  } catch (error) {
    throw writingError(error, folder);
  } finally {
    await rm(part, { recursive: true, force: true }).catch(() => {});
  }
}

/** Whoever runs on an archive has its index open, or its vectors. */
function refuseInUse(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const open = names.find((name) => name.endsWith('.db') && isOpenSomewhere(join(folder, name)));
  if (open !== undefined)
    throw new BackupError(
      `another process (ibid start, or another ibid) has ${join(folder, open)} open: stop it first; nothing was restored`,
    );
}

/** Unpacks a backup into an empty folder and waits until it is on the disk. Throws `BackupError` where anything isn't as it should be. */
async function unpack(options: RestoreOptions, part: string): Promise<BackupManifest> {
  const { from } = options;
  let manifest: BackupManifest | undefined;
  let place = 0;
  for await (const { header, body } of entriesIn(from)) {
    if (!manifest) {
      if (header.name !== MANIFEST || header.type !== 'file' || header.size > MAX_MANIFEST)
        throw new BackupError(`${from} is no backup of Ibid's: it doesn't begin with ${MANIFEST}`);
      manifest = readManifest(await textOf(readChecked(body, from)), from);
      await check(manifest, options);
      continue;
    }
    const file = manifest.files[place++];
    const isExpected = header.type === 'file' && header.name === `${FILES_FOLDER}${file?.path}`;
    if (!file || !isExpected || header.size !== file.size)
      throw damaged(from, `${JSON.stringify(header.name)} is not the file that ${MANIFEST} says comes there`);
    if ((await writeFrom(readChecked(body, from), join(part, ...file.path.split('/')))) !== file.sha256)
      throw damaged(from, `${file.path} isn't what was backed up (SHA-256)`);
  }
  if (!manifest) throw new BackupError(`${from} is no backup of Ibid's: it is empty`);
  const missing = manifest.files[place];
  if (missing) throw damaged(from, `it ends before ${missing.path}`);
  return manifest;
}

/** Of another archive, or too large for the disk. */
async function check({ archive, files }: BackupManifest, options: RestoreOptions): Promise<void> {
  const { from, folder, ofAnother } = options;
  if (archive !== basename(folder) && !ofAnother)
    throw new BackupError(
      `${from} is the backup of another archive, or of one that lay elsewhere (${archive}, not ${basename(folder)}): to restore it here, add --as ${basename(folder)}`,
    );
  const needed = files.reduce((sum, { size }: BackedUpFile) => sum + size, 0);
  const { bavail, bsize } = await statfs(dirname(folder));
  if (needed > bavail * bsize)
    throw new BackupError(
      `no space for ${from}: it needs ${megabytes(needed)}, and ${dirname(folder)} has ${megabytes(bavail * bsize)}; nothing was restored`,
    );
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024).toLocaleString('en')} MB`;
}

/** The entries of a backup in their order. Each must be read to its end. */
async function* entriesIn(from: string): AsyncGenerator<ParsedTarEntry> {
  const file = await open(from, 'r').catch((error) => {
    throw new BackupError(`${from} ${fileErrorReason(error)}`, { cause: error });
  });
  try {
    if (!(await file.stat()).isFile()) throw new BackupError(`${from} is no file`);
    const unpacked = createGunzip();
    // What fails comes out of the end of it.
    pipeline(file.createReadStream({ autoClose: false }), unpacked, () => {});
    const entries = ReadableStream.from<Uint8Array>(unpacked).pipeThrough(createTarDecoder({ strict: true }));
    yield* readChecked(entries, from);
  } finally {
    await file.close();
  }
}

/** What can't be unpacked is damaged: zlib's errors have codes of their own, those of the tar have none. */
async function* readChecked<T>(stream: AsyncIterable<T>, from: string): AsyncGenerator<T> {
  try {
    yield* stream;
  } catch (error) {
    const code = errorCodeOf(error);
    throw code === undefined || code.startsWith('Z_') ? damaged(from, (error as Error).message) : error;
  }
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Writes a new file and returns its SHA-256. */
async function writeFrom(body: AsyncIterable<Uint8Array>, to: string): Promise<string> {
  await mkdir(dirname(to), PRIVATE_FOLDER);
  const file = await open(to, 'wx', PRIVATE_FILE.mode);
  try {
    const hash = createHash('sha256');
    for await (const chunk of body) {
      hash.update(chunk);
      await file.appendFile(chunk);
    }
    await file.sync();
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

/**
 * Two renames: what is killed between them is completed by whoever opens the archive's folder next (`completeRestore`). Returns where
 * the folder as it was lies now.
 */
async function putInPlace(part: string, folder: string, hasIndex: boolean): Promise<string | undefined> {
  for (const inside of await readdir(part, { recursive: true, withFileTypes: true }))
    if (inside.isDirectory()) await flushFolder(join(inside.parentPath, inside.name));
  await flushFolder(part);
  const restored = restoredFolder(folder);
  await rm(restored, { recursive: true, force: true });
  renameSync(part, restored);
  const kept = existsSync(folder) ? freePlace(`${folder}.before-${timeName()}`) : undefined;
  if (kept !== undefined) renameSync(folder, kept);
  completeRestore(folder);
  await flushFolder(dirname(folder));
  return kept === undefined || isEmptied(kept, folder, hasIndex) ? undefined : kept;
}

/** `2026-11-29T14-00-00`: Windows takes no colons. */
function timeName(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(':', '-');
}

function freePlace(wanted: string): string {
  for (let number = 1; ; number += 1) {
    const place = number === 1 ? wanted : `${wanted}.${number}`;
    if (!existsSync(place)) return place;
  }
}

/**
 * Moves over what can be made again, but takes time; says whether nothing was left then. The database goes last: without its segments it would
 * be taken for corrupt.
 */
function isEmptied(kept: string, folder: string, hasIndex: boolean): boolean {
  const names = readdirSync(kept);
  const moved = names.filter((name) => isRebuildable(name) && !(hasIndex && name.startsWith('index-')));
  for (const name of moved.sort((a, b) => Number(a.endsWith('.db')) - Number(b.endsWith('.db'))))
    renameSync(join(kept, name), join(folder, name));
  if (names.length > moved.length) return false;
  rmdirSync(kept);
  return true;
}
