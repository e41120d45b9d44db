import { once } from 'node:events';
import { setTimeout as rest } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { filesOf } from '../corpus/files.ts';
import type { Walked } from '../corpus/walk.ts';
import { WrongUse } from '../wrong-use.ts';
import { Unusable } from './connection.ts';
import { Damaged } from './encoding.ts';
import { type Changes, refresh } from './refresh.ts';
import type { Store } from './store.ts';

/** A look at all files of a corpus: what there is, and what has changed since the last one. */
export interface Pass {
  readonly walked: Walked;
  readonly changes: Changes;
}

export interface PassOptions {
  /** How long files are waited for to rest; without it they are read as they are. */
  readonly settleMs?: number | undefined;
}

export async function pass(store: Store, corpus: string, { settleMs }: PassOptions = {}): Promise<Pass> {
  const walked = await filesOf(corpus);
  const settle = settleMs === undefined ? {} : { settle: () => rest(settleMs) };
  return { walked, changes: await refresh(store, walked.files, settle) };
}

/** Where passes are made in a thread of their own, into the same store. */
export interface PassWorker {
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

/** One task at a time. The thread starts with the first one: a start without changes doesn't wait for it. */
export function passWorker(task: PassTask): PassWorker {
  let worker: Worker | undefined;
  const start = () => {
    const started = new Worker(new URL('./pass-worker.js', import.meta.url), { workerData: task });
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
  const known = [Damaged, Unusable, WrongUse].find((one) => one.name === name);
  return known ? new known(message) : Object.assign(new Error(message), { name });
}
