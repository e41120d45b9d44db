import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join, sep } from 'node:path';
import { isReadable } from '../formats/readers.js';
import { byCodeUnits } from './by-code-units.js';
import { errorCodeOf, fileErrorReason } from './file-error.js';
/** Every file below `root` that `wanted` accepts by its name, through symbolic links too, without hidden ones. */
export async function walk(root, wanted) {
    const walked = { files: [], problems: [], folders: [], others: new Map() };
    await walkFolder({ location: root, path: '', above: [await realpath(root)] }, wanted, walked);
    walked.files.sort((a, b) => byCodeUnits(a.path, b.path));
    walked.problems.sort((a, b) => byCodeUnits(a.path, b.path));
    return walked;
}
async function walkFolder(folder, wanted, walked) {
    let entries;
    walked.folders.push(folder.location);
    try {
        entries = await readdir(folder.location, { withFileTypes: true });
    }
    catch (error) {
        walked.problems.push({ severity: 'error', path: folder.path || '.', reason: fileErrorReason(error) });
        return;
    }
    for (const entry of entries) {
        if (entry.name.startsWith('.'))
            continue;
        const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
        await walkEntry(entry, { path, location: join(folder.location, entry.name) }, folder, wanted, walked);
    }
}
async function walkEntry(entry, file, parent, wanted, walked) {
    const kind = entry.isSymbolicLink() ? await kindOfTarget(file) : kindOf(entry);
    const isWanted = wanted(file.path, file.location);
    if (kind === 'folder')
        return walkSubfolder(file, parent, wanted, walked);
    if (kind === 'file') {
        if (!isReadable(file.path))
            countOther(walked, extname(file.path).toLowerCase());
        if (!isWanted)
            return;
        walked.files.push(file);
        if (entry.isSymbolicLink())
            walked.folders.push(await folderOfTarget(file));
        return;
    }
    // What a broken link was to is unknown: without an extension it may have been a folder of articles.
    if (isWanted || extname(file.path) === '') {
        if (kind !== 'other')
            walked.problems.push({ severity: 'error', path: file.path, reason: kind.reason });
        else if (isWanted) {
            walked.problems.push({ severity: 'error', path: file.path, reason: "can't be read: it is not a file" });
        }
    }
}
function countOther({ others }, extension) {
    others.set(extension, (others.get(extension) ?? 0) + 1);
}
async function walkSubfolder(file, parent, wanted, walked) {
    let real;
    try {
        real = await realpath(file.location);
    }
    catch (error) {
        walked.problems.push({ severity: 'error', path: file.path, reason: fileErrorReason(error) });
        return;
    }
    const loop = parent.above.findIndex((above) => above === real || above.startsWith(join(real, sep)));
    if (loop !== -1) {
        const reason = `links back to ${loop === 0 ? 'the corpus itself' : nameOf(file.path, parent, loop)}: not followed`;
        walked.problems.push({ severity: 'warning', path: file.path, reason });
        return;
    }
    await walkFolder({ ...file, above: [...parent.above, real] }, wanted, walked);
}
/** The folder `depth` steps below the root on the way to `path`. */
function nameOf(path, parent, depth) {
    const steps = dirname(path).split('/');
    return steps.slice(0, steps.length - (parent.above.length - 1 - depth)).join('/');
}
function kindOf(entry) {
    if (entry.isFile())
        return 'file';
    return entry.isDirectory() ? 'folder' : 'other';
}
async function folderOfTarget({ location }) {
    // Gone since: reading it will say so.
    return dirname(await realpath(location).catch(() => location));
}
async function kindOfTarget(file) {
    try {
        return kindOf(await stat(file.location));
    }
    catch (error) {
        if (errorCodeOf(error) === 'ENOENT')
            return { reason: "can't be read: it links to something that is not there" };
        return { reason: fileErrorReason(error) };
    }
}
