import { readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileNameOf } from '../text/file-name.js';
import { createAtomic } from '../write-atomic.js';
import { EditError, written } from './edit-error.js';
/** Where what comes from Discord is kept in the archive. */
const FOLDER = 'added';
/**
 * Writes a new file into the archive, whole or not at all; nothing is ever overwritten. Its name is made from its title.
 * Returns its path inside the archive. Throws `EditError`.
 */
export async function addFile(corpus, bytes, { title, extension }) {
    if (!(await stat(corpus)).isDirectory())
        throw new EditError('one-file', corpus);
    const folder = join(corpus, FOLDER);
    const path = await written(createAtomic(folder, bytes, freePaths(folder, fileNameOf(title), extension)));
    return `${FOLDER}/${basename(path)}`;
}
/** `a.txt`, `a-2.txt` …, of which no stem is taken: an article's id has no extension, so `a.md` takes `a`. */
function* freePaths(folder, name, extension) {
    const taken = new Set(readdirSync(folder).map(stemOf));
    for (let number = 1;; number += 1) {
        const stem = number === 1 ? name : `${name}-${number}`;
        if (!taken.has(stem))
            yield join(folder, stem + extension);
    }
}
function stemOf(name) {
    return name.normalize('NFC').toLowerCase().replace(/\..*$/u, '');
}
