import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotEdit, written } from './edit-error.ts';
import { fileNameOf } from './file-name.ts';

/** Where what comes from Discord is kept in the archive. */
const FOLDER = 'added';

/**
 * Writes a new file into the archive: under a hidden name first, which no reader looks at, so that it is there as a whole
 * or not at all. Nothing is ever overwritten. Returns its path inside the archive.
 */
export async function addFile(
  corpus: string,
  bytes: Buffer,
  { title, extension }: { readonly title: string; readonly extension: string },
): Promise<string> {
  if (!(await stat(corpus)).isDirectory()) throw new CannotEdit('one-file', corpus);
  const folder = join(corpus, FOLDER);
  await written(mkdir(folder, { recursive: true }));
  const hidden = join(folder, `.${randomUUID()}`);
  try {
    await written(writeDurably(hidden, bytes));
    const name = await written(placeAnew(hidden, folder, fileNameOf(title), extension));
    return `${FOLDER}/${name}`;
  } finally {
    await rm(hidden, { force: true });
  }
}

async function writeDurably(location: string, bytes: Buffer): Promise<void> {
  const file = await open(location, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives the file its first free name: `a.txt`, `a-2.txt` … An article's id has no extension, so `a.md` takes `a`. */
async function placeAnew(hidden: string, folder: string, name: string, extension: string): Promise<string> {
  const taken = new Set((await readdir(folder)).map(stemOf));
  for (let number = 1; ; number += 1) {
    const stem = number === 1 ? name : `${name}-${number}`;
    if (taken.has(stem)) continue;
    try {
      await linkOrRename(hidden, join(folder, stem + extension));
      return stem + extension;
    } catch (error) {
      // Another process was faster, or the names differ in what this file system doesn't tell apart.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function stemOf(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\..*$/u, '');
}

/** A hard link never takes another file's place; where there are none (FAT, some network drives), a free name is renamed to. */
async function linkOrRename(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await rename(from, to);
  }
}

const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);
