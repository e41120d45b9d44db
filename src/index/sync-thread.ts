import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { UsageError } from '../usage-error.ts';
import { IndexUnavailableError } from './database/connection.ts';
import { CorruptIndexError } from './database/encoding.ts';
import type { Pass, PassOptions } from './sync-folder.ts';

/** Where passes are made in a thread of their own, into the same store. */
export interface PassThread {
  pass(options: PassOptions): Promise<Pass>;
  /** Ends the thread; the next pass starts another one. */
  close(): void;
}

/** What goes to the thread, and what comes back. */
export interface PassTask {
  readonly location: string;
  readonly corpus: string;
}
export type PassOutcome = { readonly done: Pass } | { readonly failed: { name: string; message: string } };

/** One pass at a time. The thread starts with the first one: a start without changes doesn't wait for it. */
export function passThread(task: PassTask): PassThread {
  let worker: Worker | undefined;
  const start = () => {
    const started = new Worker(new URL('./sync-worker.js', import.meta.url), { workerData: task });
    started.on('error', () => {
      worker = undefined;
    });
    return started;
  };
  return {
    async pass(options) {
      worker ??= start();
      const running = worker;
      running.ref();
      try {
        running.postMessage(options);
        const [outcome] = (await once(running, 'message')) as [PassOutcome];
        if ('failed' in outcome) throw errorOf(outcome.failed);
        return outcome.done;
      } finally {
        running.unref();
      }
    },
    close() {
      void worker?.terminate();
      worker = undefined;
    },
  };
}

/** An error loses its class on its way between threads. */
function errorOf({ name, message }: { name: string; message: string }): Error {
  const known = [CorruptIndexError, IndexUnavailableError, UsageError].find((one) => one.name === name);
  return known ? new known(message) : Object.assign(new Error(message), { name });
}
