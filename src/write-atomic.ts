/** The only place where files are written so that nobody ever sees half of one. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
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
