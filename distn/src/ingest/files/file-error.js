/** Words an error of the file system for people; its message or code where there are no words for it. */
export function fileErrorReason(error) {
    const code = errorCodeOf(error);
    const words = code === undefined ? undefined : WORDS[code];
    if (words)
        return `can't be read: ${words}`;
    return `can't be read: ${code ?? (error instanceof Error ? error.message : String(error))}`;
}
/** The system's code of an error (`ENOENT`); `undefined` for what has none. */
export function errorCodeOf(error) {
    if (!(error instanceof Error) || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
/** Whether an error of the file system may be gone next time: it depends on what else the system does. */
export function isTransient(error) {
    const code = errorCodeOf(error);
    return code !== undefined && TRANSIENT.has(code);
}
const TRANSIENT = new Set([
    'EMFILE',
    'ENFILE',
    'ENOMEM',
    'EIO',
    'EAGAIN',
    'EBUSY',
    'EINTR',
    'ETIMEDOUT',
    'ESTALE',
]);
const WORDS = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'it is not there',
    ENOTDIR: 'a part of its path is not a folder',
    EISDIR: 'it is a folder',
    ELOOP: 'its symbolic links lead in a circle',
    EMFILE: 'too many files are open',
    ENFILE: 'too many files are open',
    ENAMETOOLONG: 'its path is too long',
    EIO: 'the disk reports an error',
};
