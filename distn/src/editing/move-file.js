import { constants } from 'node:fs';
import { copyFile, rename, rm, unlink } from 'node:fs/promises';
/**
 * Moves a file to a free place, also to another disk: it is copied there, and a copy that fails leaves nothing behind.
 * Throws the file system's error; then the file is where it was.
 */
export async function moveFile(from, to, fileSystem = { rename, copyFile }) {
    try {
        await fileSystem.rename(from, to);
    }
    catch (error) {
        if (error.code !== 'EXDEV')
            throw error;
        await fileSystem.copyFile(from, to, constants.COPYFILE_EXCL).catch(async (failure) => {
            await rm(to, { force: true });
            throw failure;
        });
        await unlink(from);
    }
}
