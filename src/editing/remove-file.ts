import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PRIVATE_FOLDER } from '../write-atomic.ts';
import { EditError, written } from './edit-error.ts';
import { moveFile } from './move-file.ts';

export interface RemovedFile {
  /** Where it lies now. */
  readonly location: string;
  /** Checksum of the file, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Moves a file out of the archive into the folder `kept`, under its own path; a file that was moved there before stays.
 * Throws `EditError`, also for links and what lies behind one.
 */
export async function removeFile(corpus: string, path: string, kept: string): Promise<RemovedFile> {
  if (!(await stat(corpus)).isDirectory()) throw new EditError('one-file', corpus);
  const location = join(corpus, ...path.split('/'));
  const sha256 = await hashOfOwn(corpus, path, location);
  const to = await freePlace(join(kept, ...path.split('/')));
  await written(mkdir(dirname(to), PRIVATE_FOLDER));
  await written(moveFile(location, to));
  return { location: to, sha256 };
}

async function hashOfOwn(corpus: string, path: string, location: string): Promise<string> {
  try {
    const own = join(await realpath(corpus), ...path.split('/'));
    // A link anywhere on the way leads to another place than the path says.
    const isOwn = (await lstat(location)).isFile() && (await realpath(location)) === own;
    if (!isOwn || path.split('/').includes('..')) throw new EditError('linked', path);
    const hash = createHash('sha256');
    for await (const part of createReadStream(location)) hash.update(part);
    return hash.digest('hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new EditError('gone', path, error);
    throw error;
  }
}

/** `a.txt`, and where one was removed before, `a.txt.2`: the one before stays. */
async function freePlace(wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const place = number === 1 ? wanted : `${wanted}.${number}`;
    const isFree = await lstat(place).then(
      () => false,
      () => true,
    );
    if (isFree) return place;
  }
}
