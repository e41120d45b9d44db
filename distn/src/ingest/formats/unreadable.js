/** The file, or the rest of it, can't be read; the message is the reason of a `Flaw`. */
export class UnreadableFileError extends Error {
    name = 'UnreadableFileError';
}
