/** The only place where files are written so that nobody ever sees half of one. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, link, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Who runs Ibid alone may read what lies in its own folder: that holds what articles say, and who edited them. For `mkdir`,
 * which leaves a folder that is there as it is.
 */
export const PRIVATE_FOLDER = { recursive: true, mode: 0o700 } as const;
/** For new files. */
export const PRIVATE_FILE = { mode: 0o600 } as const;

/**
 * Writes a file in place of the one that is there: under a hidden name, which readers of an archive leave out, then by its
 * own. Makes the folders on the way. `lasting`: waits until it is on the disk, so that a power cut right after it loses
 * nothing. `isPrivate`: one of Ibid's own folder. Throws what the file system throws.
 */
export function writeAtomicSync(
  path: string,
  content: string,
  { lasting = false, isPrivate = false } = {},
): void {
  const folder = dirname(path);
  mkdirSync(folder, isPrivate ? PRIVATE_FOLDER : { recursive: true });
  const part = partIn(folder);
  try {
    writeFileSync(part, content, { flush: lasting, flag: 'wx', ...(isPrivate && PRIVATE_FILE) });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/**
 * Writes a new file and waits until it is on the disk. `path` is asked for one path after the other until one is free,
 * and may look into the folder, which is there by then; no file is ever overwritten. Returns the path. Throws what the
 * file system throws.
 */
export async function createAtomic(folder: string, bytes: Buffer, paths: Iterable<string>): Promise<string> {
  await mkdir(folder, { recursive: true });
  const part = partIn(folder);
  try {
    await writeFile(part, bytes, { flush: true, flag: 'wx' });
    for (const path of paths) if (await linkOrRename(part, path)) return path;
    throw new Error(`no free name in ${folder}`);
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * Writes a file of any size, for who runs Ibid alone, in place of the one that is there: as `<path>.part` until it is whole and on the
 * disk. What a process that was killed has left under that name is deleted. Throws what the file system or `content` throws; then
 * the file is as before.
 */
export async function writeStreamAtomic(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${path}.part`;
  await rm(part, { force: true });
  const file = await open(part, 'wx', PRIVATE_FILE.mode);
  let isClosed = false;
  try {
    await writeFile(file, content);
    await file.sync();
    if (!(await isAt(file, part))) throw new Error(`another process writes ${path}`);
    await file.close();
    isClosed = true;
    await rename(part, path);
    await flushFolder(dirname(path));
  } catch (error) {
    if (isClosed || (await isAt(file, part))) await rm(part, { force: true });
    throw error;
  } finally {
    if (!isClosed) await file.close();
  }
}

/** Whether an open file is the one at this path. */
async function isAt(file: FileHandle, path: string): Promise<boolean> {
  const [own, there] = await Promise.all([file.stat(), stat(path).catch(() => undefined)]);
  return there !== undefined && own.ino === there.ino;
}

/** Waits until a folder's names are on the disk; where folders can't be opened (Windows), the system sees to that. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  try {
    await folder?.sync().catch(() => {});
  } finally {
    await folder?.close();
  }
}

function partIn(folder: string): string {
  return join(folder, `.${randomUUID()}.part`);
}

/**
 * A hard link never takes another file's place; where there are none (FAT, some network drives), a free name is
 * renamed to.
 */
async function linkOrRename(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Another process was faster, or the names differ in what this file system doesn't tell apart.
    if (code === 'EEXIST') return false;
    if (!NO_LINKS.has(code)) throw error;
    await rename(from, to);
    return true;
  }
}

const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);
