import { boundedWorker } from '../threads/bounded-worker.ts';
import { UsageError } from '../usage-error.ts';
import { CorruptIndexError, IndexBusyError, IndexUnavailableError } from './database/errors.ts';
import type { Synced, SyncOptions } from './sync-folder.ts';

/** Where syncs run in a thread of their own, into the same index. */
export interface SyncThread {
  /** One at a time. The thread starts with the first one: a start without changes doesn't wait for it. */
  sync(options: SyncOptions): Promise<Synced>;
  /** Ends the thread, and the sync that runs in it; the next sync starts another one. */
  close(): Promise<void>;
}

export interface SyncTask {
  readonly location: string;
  readonly corpus: string;
}

/** Merging a million sentences takes some 200 MB; an article of 10 MB with its parser 500. */
const HEAP_MB = 2_048;

/** `rebuilding` is told why an index is begun anew. */
export function syncThread(task: SyncTask, rebuilding: (why: string) => void): SyncThread {
  const worker = boundedWorker<SyncOptions, Synced, string>(new URL('./sync-worker.js', import.meta.url), {
    heapMb: HEAP_MB,
    workerData: task,
    errors: [CorruptIndexError, IndexBusyError, IndexUnavailableError, UsageError],
    event: rebuilding,
  });
  return { sync: (options) => worker.call(options), close: () => worker.close() };
}
