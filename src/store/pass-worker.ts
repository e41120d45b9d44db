/** The thread behind `passWorker`. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from './open-store.ts';
import { type PassOptions, type PassOutcome, type PassTask, pass } from './pass.ts';

const { location, corpus } = workerData as PassTask;

parentPort!.on('message', async (options: PassOptions) => {
  parentPort!.postMessage(await outcomeOf(options));
});

/** The store is closed after each pass, so that it can be thrown away where it is damaged. */
async function outcomeOf(options: PassOptions): Promise<PassOutcome> {
  try {
    const store = await openStore(location);
    try {
      return { done: await pass(store, corpus, options) };
    } finally {
      store.close();
    }
  } catch (error) {
    const { name, message } = error as Error;
    return { failed: { name, message } };
  }
}
