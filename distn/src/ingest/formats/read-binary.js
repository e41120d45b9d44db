import { readUpTo } from '../decoding/bytes.js';
import { UnreadableFileError } from './unreadable.js';
/** Of books and documents with pictures; their text alone is bounded by `MAX_ARTICLE_LENGTH`. */
const MAX_DOCUMENT_MB = 100;
/** Reads all bytes of a document. Throws an `UnreadableFileError` where they are more than 100 MB. */
export async function readOrRefuse(file) {
    const bytes = await readUpTo(file, MAX_DOCUMENT_MB * 1024 * 1024);
    if (Buffer.isBuffer(bytes))
        return bytes;
    throw new UnreadableFileError(`too large${bytes.size === undefined ? '' : `: ${Math.ceil(bytes.size / 1024 / 1024)} MB`}; the limit for one document is ${MAX_DOCUMENT_MB} MB`);
}
/** The flaw of an `UnreadableFileError`; throws any other error on. */
export function flawOf(error) {
    if (!(error instanceof UnreadableFileError))
        throw error;
    return { severity: 'error', reason: error.message };
}
