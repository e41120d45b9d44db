import { fromBufferPromise } from 'yauzl';
import { UnreadableFileError } from '../unreadable.js';
/** A book of 20 MB of text with a thousand pictures has fewer; the parts of a document are some dozens. */
const MAX_ENTRIES = 10_000;
const MEGABYTE = 1024 * 1024;
/** Unpacked, of one entry and of all: five times the text that an article may have, for its markup. */
const MAX_ENTRY_BYTES = 50 * MEGABYTE;
const MAX_TOTAL_BYTES = 100 * MEGABYTE;
/**
 * Bytes unpacked for each byte. Deflate's maximum is 1032 (zlib.net/zlib_tech.html); documents stay far below a fifth of
 * it.
 */
const MAX_RATIO = 200;
/** Unpacked; the ratio of smaller entries is not checked. */
const MIN_RATIO_BYTES = MEGABYTE;
/**
 * Unpacks the wanted entries of a ZIP file in memory. Archives inside it stay closed. Sizes are counted while unpacking:
 * those that the file states are not trusted. Throws an `UnreadableFileError` where it is corrupt, encrypted or too large.
 */
export async function unzip(bytes, wanted) {
    const entries = new Map();
    let total = 0;
    try {
        const zip = await fromBufferPromise(bytes);
        if (zip.entryCount > MAX_ENTRIES)
            throw new UnreadableFileError(`too many entries: ${zip.entryCount}`);
        for await (const entry of zip.eachEntry()) {
            if (!wanted(entry.fileName))
                continue;
            if (entry.isEncrypted())
                throw new UnreadableFileError('encrypted: save it without a password');
            const content = await unpack(zip, entry, MAX_TOTAL_BYTES - total);
            total += content.length;
            entries.set(entry.fileName, content);
        }
    }
    catch (error) {
        if (error instanceof UnreadableFileError)
            throw error;
        throw new UnreadableFileError(`damaged: ${error instanceof Error ? error.message : String(error)}`);
    }
    return entries;
}
async function unpack(zip, entry, room) {
    const stream = await zip.openReadStreamPromise(entry);
    const parts = [];
    let length = 0;
    for await (const part of stream) {
        length += part.length;
        if (length > Math.min(MAX_ENTRY_BYTES, room))
            throw new UnreadableFileError(`too large when unpacked: ${entry.fileName}`);
        if (length > MIN_RATIO_BYTES && length > MAX_RATIO * entry.compressedSize) {
            throw new UnreadableFileError(`too large when unpacked: ${entry.fileName}, over ${MAX_RATIO} times its size`);
        }
        parts.push(part);
    }
    return Buffer.concat(parts);
}
