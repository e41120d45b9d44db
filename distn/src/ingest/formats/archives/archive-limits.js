import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { errorCodeOf, fileErrorReason, isTransient } from '../../files/file-error.js';
import { UnreadableFileError } from '../unreadable.js';
const MB = 1024 * 1024;
/**
 * News in JSON or XML shrinks to a tenth or, with much mark-up, to a fortieth; Deflate can reach 1032 to 1, and only what
 * is made for it does. An English Wikipedia is 100 GB of XML: that is larger than anything that we could hold.
 */
export const LIMITS = {
    entries: 500_000,
    depth: 3,
    ratio: 200,
    freeBytes: 64 * MB,
    totalBytes: 64 * 1024 * MB,
    inMemoryBytes: 100 * MB,
};
/** Starts unpacking a file, or goes one level deeper inside the outermost one. Throws the file system's error. */
export async function unpackingOf(file, limits = LIMITS) {
    const outer = file.unpacking;
    if (outer)
        return { ...outer, depth: outer.depth + 1 };
    const { size } = await stat(file.location);
    return { depth: 1, limits, used: { entries: 0, bytes: 0, refused: false }, size };
}
/** Counts an entry. Throws an `UnreadableFileError` where there are too many: the rest of the outermost file is skipped. */
export function countEntry({ used, limits }) {
    used.entries += 1;
    if (used.entries <= limits.entries)
        return;
    used.refused = true;
    throw new UnreadableFileError(`too many files in it: over ${limits.entries.toLocaleString('en-US')}; the rest is left out`);
}
/** Passes bytes on and counts them. Throws an `UnreadableFileError` where they are more than an honest file unpacks to. */
export async function* counted(bytes, unpacking) {
    const { used, limits, size } = unpacking;
    for await (const chunk of bytes) {
        used.bytes += chunk.length;
        const excess = used.bytes > limits.totalBytes
            ? `over ${Math.round(limits.totalBytes / 1024 / MB)} GB`
            : used.bytes > Math.max(limits.freeBytes, limits.ratio * size)
                ? `over ${limits.ratio} times its size`
                : undefined;
        if (excess) {
            used.refused = true;
            throw new UnreadableFileError(`too large when unpacked: ${excess}; the rest is left out`);
        }
        yield chunk;
    }
}
/**
 * Decompresses gzip, counted; several members in a row are one file, as `gzip` has it. Throws as `counted`, or zlib's
 * error.
 */
export async function* gunzipped(bytes, unpacking) {
    const gunzip = createGunzip({ chunkSize: 256 * 1024 });
    // What goes wrong comes out of the loop below.
    const fed = pipeline(Readable.from(bytes), gunzip).catch(() => { });
    try {
        yield* counted(gunzip, unpacking);
    }
    finally {
        gunzip.destroy();
        await fed;
    }
}
/** The kind of the entries that `isWanted` rejects, in the words of a warning. */
export const OTHER_FILES = 'files that are hidden or of other formats';
/** Whether to read an entry: it is not hidden, and some reader reads its format, as in a folder. */
export function isWanted(name, formats) {
    const parts = name.split(/[/\\]/u);
    return formats.isReadable(name) && !parts.some((part) => /^\.(?!\.?$)|^__MACOSX$/u.test(part));
}
/** Why an entry's name is invalid, or `undefined`. Nothing is ever written under it, but articles get their ids from it. */
export function faultOfName(name) {
    if (/^[/\\]|^[a-z]:/iu.test(name) || name.split(/[/\\]/u).includes('..')) {
        return `path leads outside the archive: ${JSON.stringify(name.slice(0, 200))}; left out`;
    }
    return undefined;
}
/**
 * Reads a file inside `outer` by the reader of its name; `path`: its path as if it were unpacked. Never throws: errors
 * are flaws.
 */
export async function* itemsInside(outer, open, path, unpacking) {
    if (unpacking.depth > unpacking.limits.depth) {
        const reason = `nested too deep: more than ${unpacking.limits.depth} archives inside each other; left out`;
        yield { flaw: { severity: 'error', reason } };
        return;
    }
    try {
        const formats = formatsOf(outer);
        const reader = await formats.readerOf(path);
        const inner = { path, location: outer.location, open, unpacking, formats };
        for await (const item of reader.read(inner)) {
            yield 'article' in item ? { ...item, article: { ...item.article, path: outer.path } } : item;
        }
    }
    catch (error) {
        yield { flaw: unpackingFlaw(error) };
    }
}
/** The flaw of an error of unpacking. `otherwise` words the message of an error that is neither ours nor the file system's. */
export function unpackingFlaw(error, otherwise) {
    if (!otherwise || error instanceof UnreadableFileError || errorCodeOf(error))
        return { severity: 'error', reason: reasonOf(error), ...(isTransient(error) && { retry: true }) };
    return { severity: 'error', reason: otherwise(error instanceof Error ? error.message : String(error)) };
}
function reasonOf(error) {
    if (error instanceof UnreadableFileError)
        return error.message;
    const code = errorCodeOf(error);
    if (code?.startsWith('Z_'))
        return `damaged or cut off: ${error.message}`;
    return fileErrorReason(error);
}
/**
 * Adds the entry's name to a flaw: in an archive of many entries, a line number alone would mislead. The id of an article
 * that is a whole entry becomes `path` with its extension: entries may differ in nothing else.
 */
export function ofEntry(item, name, path) {
    if ('article' in item) {
        const { article } = item;
        return { article: path.startsWith(`${article.id}.`) ? { ...article, id: path } : article };
    }
    const { line, ...flaw } = item.flaw;
    const place = line === undefined ? name : `${name}, line ${line}`;
    return { flaw: { ...flaw, reason: `${flaw.reason}: in ${place}` } };
}
/** The readers for the files inside an archive. Throws without them, which is a bug of ours. */
export function formatsOf({ formats }) {
    if (!formats)
        throw new Error('an archive is read without the other readers');
    return formats;
}
