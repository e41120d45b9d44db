import { setTimeout as wait } from 'node:timers/promises';
import { boundedWorker } from '../threads/bounded-worker.ts';
import { UsageError } from '../usage-error.ts';
import { CorruptIndexError, IndexBusyError, IndexUnavailableError } from './database/errors.ts';
import type { Synced, SyncOptions } from './sync-folder.ts';

/** Where syncs run in a thread of their own, into the same index. */
export interface SyncThread {
  /** One at a time. The thread starts with the first one: a start without changes doesn't wait for it. */
  sync(options: SyncOptions): Promise<Synced>;
  /** Ends the thread; the next sync starts another one. */
  close(): Promise<void>;
  /**
   * The same for the end of the process: a sync that runs is ended at its next step, and waited for. libsql aborts the whole
   * process where a thread is terminated in a call of it.
   */
  end(): Promise<void>;
}

/** A sync, or the end of the one that runs. */
export type SyncRequest = SyncOptions | 'end';

export interface SyncTask {
  readonly location: string;
  readonly corpus: string;
}

/** Merging a million sentences takes some 200 MB; an article of 10 MB with its parser 500. */
const HEAP_MB = 2_048;

/** How long a sync may take to come to its next step, in ms: within what the archive's thread may take to close. */
const END_MS = 2_500;

/** `rebuilding` is told why an index is begun anew. */
export function syncThread(task: SyncTask, rebuilding: (why: string) => void): SyncThread {
  const worker = boundedWorker<SyncRequest, Synced, string>(new URL('./sync-worker.js', import.meta.url), {
    heapMb: HEAP_MB,
    workerData: task,
    errors: [CorruptIndexError, IndexBusyError, IndexUnavailableError, UsageError],
    event: rebuilding,
  });
  let running: Promise<unknown> | undefined;
  return {
    sync(options) {
      const sync = worker.call(options);
      const done = () => {
        running = undefined;
      };
      running = sync.then(done, done);
      return sync;
    },
    close: () => worker.close(),
    async end() {
      if (running) {
        worker.call('end').catch(() => {});
        await Promise.race([running, wait(END_MS, undefined, { ref: false })]);
      }
      await worker.close();
    },
  };
}
