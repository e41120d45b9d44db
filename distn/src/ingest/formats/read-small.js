import { readUpTo } from '../decoding/bytes.js';
import { decode } from '../decoding/decode.js';
import { MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from './reader.js';
/** Reads and decodes a file that is one article. A file over `MAX_ARTICLE_LENGTH` is not opened: its flaw says so. */
export async function readText(file, decoding = decode) {
    const bytes = await readWhole(file);
    return 'reason' in bytes ? { text: '', encoding: 'utf-8', flaw: bytes } : decoding(bytes);
}
/** Reads the bytes of a file that is one article; a flaw where they are more than `MAX_ARTICLE_LENGTH`. */
export async function readWhole(file) {
    const bytes = await readUpTo(file, MAX_ARTICLE_LENGTH);
    if (Buffer.isBuffer(bytes))
        return bytes;
    const size = bytes.size === undefined ? '' : `: ${megabytes(bytes.size)} MB`;
    const reason = `too large${size}; the limit for one article is ${MAX_ARTICLE_MB} MB: split it`;
    return { severity: 'error', reason };
}
function megabytes(size) {
    // One digit up, so that a file just over the limit isn't said to be as large as the limit.
    return String(Math.ceil((size / 1024 / 1024) * 10) / 10);
}
