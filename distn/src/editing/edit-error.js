export class EditError extends Error {
    name = 'EditError';
    fault;
    /** The file, inside the archive; for `unwritable` the system's code. */
    what;
    constructor(fault, what, cause) {
        super(`${fault}: ${what}`, { cause });
        this.fault = fault;
        this.what = what;
    }
}
/** Awaits a change of the disk. Throws `EditError` where the file system refuses it, anything else as it is. */
export async function written(change) {
    try {
        return await change;
    }
    catch (error) {
        const { code } = error;
        if (code !== undefined && REFUSALS.has(code))
            throw new EditError('unwritable', code, error);
        throw error;
    }
}
const REFUSALS = new Set([
    'EACCES',
    'EPERM',
    'EROFS',
    'ENOSPC',
    'EDQUOT',
    'ENOTDIR',
    'EEXIST',
    'EIO',
]);
