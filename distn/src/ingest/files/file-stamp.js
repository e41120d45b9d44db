import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileErrorReason } from './file-error.js';
/** The coarsest clock of a file system that is in use is FAT's: two seconds. */
const COARSEST_CLOCK_MS = 2_000;
/**
 * The time of the last change of the file's record (ctime) goes into the stamp too: nobody can set it back, and it
 * tells when a file is moved over another or its permissions change.
 */
export async function stateOf({ location }) {
    try {
        const { size, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = await stat(location, { bigint: true });
        const changed = Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs);
        return {
            stamp: `${size} ${mtimeNs} ${ctimeNs}`,
            bytes: Number(size),
            rested: Date.now() - changed > COARSEST_CLOCK_MS,
        };
    }
    catch {
        // Whatever it is, opening the file runs into it as well, and that is what is said of it.
        return { stamp: '', bytes: 0, rested: false };
    }
}
/** SHA-256 of a file's bytes, or of why they can't be read. */
export async function hashOf({ location }) {
    const hash = createHash('sha256');
    try {
        const chunks = createReadStream(location);
        for await (const chunk of chunks)
            hash.update(chunk);
        return hash.digest();
    }
    catch (error) {
        return createHash('sha256')
            .update(`fault: ${fileErrorReason(error)}`)
            .digest();
    }
}
