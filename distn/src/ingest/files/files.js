import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { UsageError } from '../../usage-error.js';
import { EXTENSIONS, isReadable } from '../formats/readers.js';
import { errorCodeOf, fileErrorReason } from './file-error.js';
import { walk } from './walk.js';
/** The files of a corpus, which is a folder or one file. Throws only where it isn't there at all. */
export async function filesOf(typed, { exclude = [] } = {}) {
    const root = resolve(typed);
    const excluded = new Set(exclude.flatMap((name) => [resolve(name), resolve(root, name)]));
    const stats = await statOrExplain(root, typed);
    if (!stats.isDirectory())
        return oneFile(root, stats, excluded, typed);
    const wanted = (path, location) => isReadable(path) && !NO_ARTICLES.has(path.toLowerCase()) && !excluded.has(location);
    return walk(root, wanted);
}
function oneFile(location, stats, excluded, typed) {
    if (!stats.isFile() || !isReadable(location)) {
        throw new UsageError(`${typed} is not a file that Ibid reads: give it a folder, or a file that ends in ${listed()}.`);
    }
    const files = excluded.has(location) ? [] : [{ path: basename(location), location }];
    return { files, problems: [], folders: [dirname(location)], others: new Map() };
}
async function statOrExplain(root, typed) {
    try {
        return await stat(root);
    }
    catch (error) {
        const advice = errorCodeOf(error) === 'ENOENT'
            ? `There is no folder or file ${typed}: create it and put articles (${listed()}) in it, or name another one.`
            : `${typed} ${fileErrorReason(error)}. Let the user who runs Ibid read it, or name another folder.`;
        throw new UsageError(advice);
    }
}
function listed() {
    return new Intl.ListFormat('en', { type: 'disjunction' }).format(EXTENSIONS);
}
/** The corpus explains itself in a README, and names the feeds that it takes in (src/feeds/). */
const NO_ARTICLES = new Set(['readme.md', 'feeds.txt']);
