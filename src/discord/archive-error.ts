import { CorruptIndexError, IndexUnavailableError } from '../index/database/errors.ts';
import { WorkerLostError } from '../threads/worker-lost.ts';

/** Whether the archive could not answer: its thread crashed, or its index is corrupt or can't be reached. */
export function isArchiveError(error: unknown): boolean {
  return (
    error instanceof WorkerLostError ||
    error instanceof CorruptIndexError ||
    error instanceof IndexUnavailableError
  );
}
