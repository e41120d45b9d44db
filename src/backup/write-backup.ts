import type { Dirent } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { packTar } from 'modern-tar/fs';
import { isRebuildable, PENDING_FOLDER } from '../data-folder.ts';
import { copyIndex } from '../index/copy-index.ts';
import { removeDatabase } from '../index/database/connection.ts';
import { CorruptIndexError, IndexUnavailableError } from '../index/database/errors.ts';
import { indexLocation, segmentFolder } from '../index/database/open-database.ts';
import { packageVersion } from '../package.ts';
import { PRIVATE_FILE, writeStreamAtomic } from '../write-atomic.ts';
import { BackupError, writingError } from './backup-error.ts';
import { type BackupManifest, FILES_FOLDER, MANIFEST, readManifest, writeManifest } from './manifest.ts';
import { isGone, measureAt, measureOpen, type SourceFile, unreadable } from './source-file.ts';

export interface BackupOptions {
  /** The archive's own folder (`archiveFolder`). */
  readonly folder: string;
  /** Where the backup goes; what is there is replaced. */
  readonly to: string;
  /** Whether the index goes into it as well. */
  readonly withIndex: boolean;
  /** For the manifest; without secrets. */
  readonly settings: Readonly<Record<string, string>>;
  /** Told in a line what is left out. */
  readonly tell: (note: string) => void;
}

/**
 * Backs up what of an archive's folder can't be made again, while others read and write it. The file is whole or not there: it is
 * `<to>.part` until then. Returns what the backup says of itself. Throws `BackupError`.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupManifest> {
  const { folder, to, settings, tell } = options;
  const time = new Date().toISOString();
  const handles: FileHandle[] = [];
  // Beside the backup there is space for it, or else none for the backup.
  const copy = `${to}.index.part`;
  try {
    const own = await irreplaceableIn(folder, handles, tell);
    if (own.length === 0)
      tell(`${folder} holds nothing that can't be made again: is IBID_DATA what the bot has?`);
    const index = options.withIndex ? await indexFiles(folder, copy, handles) : [];
    if (options.withIndex && index.length === 0)
      tell('there is no whole index yet: the backup is without it');
    const files = [...own, ...index];
    const text = writeManifest({
      ...{ ibid: packageVersion(), time, archive: basename(folder), index: index.length > 0, settings },
      files: files.map(({ bytes: _, ...file }) => file),
    });
    // What can't be restored isn't written.
    const manifest = readManifest(text, to);
    await writeStreamAtomic(to, tarOf(text, files));
    return manifest;
  } catch (error) {
    throw writingError(error, to);
  } finally {
    for (const handle of handles) await handle.close();
    removeDatabase(copy);
  }
}

/** Files are read one by one, when their turn comes. */
async function* tarOf(manifest: string, files: readonly SourceFile[]): AsyncGenerator<Buffer> {
  const entries = files.map(({ path, size, bytes }) => {
    const target = `${FILES_FOLDER}${path}`;
    if (size === 0) return { type: 'content' as const, content: '', target, ...PRIVATE_FILE };
    const content = Readable.from(bytes(), { objectMode: false });
    return { type: 'stream' as const, content, size, target, ...PRIVATE_FILE };
  });
  const gzip = createGzip();
  const about = { type: 'content' as const, content: manifest, target: MANIFEST, ...PRIVATE_FILE };
  // What fails comes out of the end of it.
  pipeline(packTar([about, ...entries]), gzip, () => {});
  yield* gzip;
}

/** Of a file that was being written in a moment when the process was killed: `src/write-atomic.ts`. */
const HALF_FILE = /^\.[\da-f-]{36}\.part$/u;

/**
 * What lies in the folder itself comes first, and is held open: it is appended to or replaced while the bot runs. So the log of edits is
 * older than `removed/`, and each file that it says was removed is there.
 */
async function irreplaceableIn(
  folder: string,
  handles: FileHandle[],
  tell: (note: string) => void,
): Promise<SourceFile[]> {
  const entries = await entriesOf(folder);
  const meant = entries
    .filter(({ name }) => !isRebuildable(name) && !HALF_FILE.test(name) && name !== PENDING_FOLDER)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: SourceFile[] = [];
  for (const entry of meant.filter((one) => one.isFile())) {
    const handle = await open(join(folder, entry.name), 'r').catch((error) => {
      throw unreadable(entry.name, error);
    });
    handles.push(handle);
    files.push(await measureOpen(entry.name, handle));
  }
  for (const entry of meant.filter((one) => one.isDirectory()))
    files.push(...(await filesBelow(folder, entry.name, tell)));
  tellLinks(meant, '', tell);
  return files;
}

/** None where there is no such folder; one that can't be read must not look like it. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isGone(error)) return [];
    throw unreadable(folder, error);
  }
}

async function filesBelow(folder: string, path: string, tell: (note: string) => void): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  const entries = await entriesOf(join(folder, path));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = `${path}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(await filesBelow(folder, inside, tell)));
    const isWhole = entry.isFile() && !HALF_FILE.test(entry.name);
    const file = isWhole
      ? await measureAt(inside, join(folder, inside)).catch(unlessGone(inside))
      : undefined;
    if (file) files.push(file);
  }
  tellLinks(entries, `${path}/`, tell);
  return files;
}

/** Who runs Ibid may move a removed file back at any moment. */
function unlessGone(path: string): (error: unknown) => undefined {
  return (error) => {
    if (!isGone(error)) throw unreadable(path, error);
  };
}

function tellLinks(
  entries: readonly { readonly name: string; isSymbolicLink(): boolean }[],
  prefix: string,
  tell: (note: string) => void,
): void {
  for (const entry of entries)
    if (entry.isSymbolicLink()) tell(`${prefix}${entry.name} is a link: it is left out of the backup`);
}

/** The index as of one moment; its database is copied to a file at `copy`. Empty where there is no whole one. */
async function indexFiles(folder: string, copy: string, handles: FileHandle[]): Promise<SourceFile[]> {
  const location = indexLocation(folder);
  // Of a backup that was killed.
  removeDatabase(copy);
  const copied = await copyIndex(location, copy).catch((error: unknown) => {
    if (!(error instanceof IndexUnavailableError || error instanceof CorruptIndexError)) throw error;
    throw new BackupError(
      `the index can't be copied to ${copy}: ${error.message}; without --all the backup needs none`,
      { cause: error },
    );
  });
  if (!copied) return [];
  handles.push(...copied.segments.values());
  const files = [await measureAt(basename(location), copy)];
  for (const [name, handle] of copied.segments)
    files.push(await measureOpen(`${basename(segmentFolder(location))}/${name}`, handle));
  return files;
}

/** Throws `BackupError` where a backup at `to` would be read as articles, or backed up itself. */
export function checkPlace(to: string, places: readonly string[]): void {
  const inside = places.find((place) => to.startsWith(join(place, '/')));
  if (inside !== undefined)
    throw new BackupError(`${to} is in ${inside}, which Ibid reads: write the backup to another folder`);
}
