import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EditError, written } from './edit-error.js';
import { moveFile } from './move-file.js';
/**
 * Moves a file out of the archive into the folder `kept`, under its own path; a file that was moved there before stays.
 * Throws `EditError`, also for links and what lies behind one.
 */
export async function removeFile(corpus, path, kept) {
    if (!(await stat(corpus)).isDirectory())
        throw new EditError('one-file', corpus);
    const location = join(corpus, ...path.split('/'));
    const sha256 = await hashOfOwn(corpus, path, location);
    const to = await freePlace(join(kept, ...path.split('/')));
    await written(mkdir(dirname(to), { recursive: true }));
    await written(moveFile(location, to));
    return { location: to, sha256 };
}
async function hashOfOwn(corpus, path, location) {
    try {
        const own = join(await realpath(corpus), ...path.split('/'));
        // A link anywhere on the way leads to another place than the path says.
        const isOwn = (await lstat(location)).isFile() && (await realpath(location)) === own;
        if (!isOwn || path.split('/').includes('..'))
            throw new EditError('linked', path);
        const hash = createHash('sha256');
        for await (const part of createReadStream(location))
            hash.update(part);
        return hash.digest('hex');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            throw new EditError('gone', path, error);
        throw error;
    }
}
/** `a.txt`, and where one was removed before, `a.txt.2`: the one before stays. */
async function freePlace(wanted) {
    for (let number = 1;; number += 1) {
        const place = number === 1 ? wanted : `${wanted}.${number}`;
        const isFree = await lstat(place).then(() => false, () => true);
        if (isFree)
            return place;
    }
}
