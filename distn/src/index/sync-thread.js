import { boundedWorker } from '../threads/bounded-worker.js';
import { UsageError } from '../usage-error.js';
import { CorruptIndexError, IndexBusyError, IndexUnavailableError } from './database/errors.js';
/** Merging a million sentences takes some 200 MB; an article of 10 MB with its parser 500. */
const HEAP_MB = 2_048;
/** `rebuilding` is told why an index is begun anew. */
export function syncThread(task, rebuilding) {
    const worker = boundedWorker(new URL('./sync-worker.js', import.meta.url), {
        heapMb: HEAP_MB,
        workerData: task,
        errors: [CorruptIndexError, IndexBusyError, IndexUnavailableError, UsageError],
        event: rebuilding,
    });
    return { sync: (options) => worker.call(options), close: () => worker.close() };
}
