/** The thread behind `passWorker`. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from './open-store.ts';
import { type PassOptions, type PassOutcome, type PassTask, pass } from './pass.ts';
import type { Store } from './store.ts';

const { location, corpus } = workerData as PassTask;

parentPort!.on('message', async (options: PassOptions) => {
  parentPort!.postMessage(await outcomeOf(options));
});

let store: Store | undefined;

/** The store stays open from one pass to the next; after a failure it is opened anew. */
async function outcomeOf(options: PassOptions): Promise<PassOutcome> {
  try {
    store ??= await openStore(location);
    return { done: await pass(store, corpus, options) };
  } catch (error) {
    store?.close();
    store = undefined;
    const { name, message } = error as Error;
    return { failed: { name, message } };
  }
}
