import { CorruptIndexError, IndexUnavailableError } from '../index/database/errors.js';
import { WorkerLostError } from '../threads/worker-lost.js';
/** Whether the archive could not answer: its thread crashed, or its index is corrupt or can't be reached. */
export function isArchiveError(error) {
    return (error instanceof WorkerLostError ||
        error instanceof CorruptIndexError ||
        error instanceof IndexUnavailableError);
}
