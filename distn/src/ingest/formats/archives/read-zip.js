import { fromBufferPromise, getFileNameLowLevel, openPromise, } from 'yauzl';
import { readUpTo } from '../../decoding/bytes.js';
import { skipped } from '../skipped.js';
import { UnreadableFileError } from '../unreadable.js';
import { countEntry, counted, faultOfName, formatsOf, isWanted, itemsInside, OTHER_FILES, ofEntry, unpackingFlaw, unpackingOf, } from './archive-limits.js';
/** Reads the files of a ZIP archive that have a reader, in order. The id of an article is `archive.zip/folder/name`. */
export async function* read(file) {
    const unpacking = await unpackingOf(file);
    let zip;
    try {
        zip = await opened(file, unpacking);
    }
    catch (error) {
        yield { flaw: unpackingFlaw(error, notValid) };
        return;
    }
    let wanted = 0;
    const others = skipped();
    try {
        for await (const entry of zip.eachEntry()) {
            countEntry(unpacking);
            const name = nameOf(entry);
            const fault = faultOfName(name);
            if (fault)
                yield { flaw: { severity: 'error', reason: fault } };
            if (fault || name.endsWith('/'))
                continue;
            if (!isWanted(name, formatsOf(file))) {
                others.count(OTHER_FILES);
                continue;
            }
            wanted += 1;
            if (entry.isEncrypted()) {
                yield { flaw: { severity: 'error', reason: `needs a password: in ${name}` } };
                continue;
            }
            const open = () => counted(unzipped(zip, entry), unpacking);
            const path = `${file.path}/${name}`;
            for await (const item of itemsInside(file, open, path, unpacking))
                yield ofEntry(item, name, path);
            file.seen?.(entry.relativeOffsetOfLocalHeader + entry.compressedSize);
            if (unpacking.used.refused)
                return;
        }
        yield* others.items();
        if (wanted === 0)
            yield { flaw: { severity: 'warning', reason: 'holds no file that Ibid reads' } };
    }
    catch (error) {
        yield { flaw: unpackingFlaw(error, notValid) };
    }
    finally {
        zip.close();
    }
}
/** Without strictness about names: one bad one should not keep the others out. Sizes are counted while unpacking. */
const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false };
async function opened(file, { limits }) {
    if (!file.open)
        return openPromise(file.location, OPTIONS);
    const bytes = await readUpTo(file, limits.inMemoryBytes);
    if (Buffer.isBuffer(bytes))
        return fromBufferPromise(bytes, OPTIONS);
    const limit = Math.round(limits.inMemoryBytes / 1024 / 1024);
    throw new UnreadableFileError(`too large: over ${limit} MB, which is the limit for a ZIP archive in another one`);
}
async function* unzipped(zip, entry) {
    yield* (await zip.openReadStreamPromise(entry));
}
/** In UTF-8 where the archive says so, otherwise in the code page of MS-DOS, as the format has it. */
function nameOf(entry) {
    return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}
function notValid(message) {
    return `not a valid ZIP archive: ${message}`;
}
