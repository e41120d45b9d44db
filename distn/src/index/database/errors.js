/** What the index holds isn't what was written: it is thrown away and built again. */
export class CorruptIndexError extends Error {
    name = 'CorruptIndexError';
}
/** The index can't be used here or now, and isn't corrupt: no space, no permission, no such folder. */
export class IndexUnavailableError extends Error {
    name = 'IndexUnavailableError';
}
/** Another process holds the write lock, longer than was waited for it. */
export class IndexBusyError extends IndexUnavailableError {
    name = 'IndexBusyError';
}
/** Returns what was found; throws `CorruptIndexError` where the index lacks what it refers to. */
export function present(found, what) {
    if (found === undefined)
        throw new CorruptIndexError(`${what} is missing`);
    return found;
}
