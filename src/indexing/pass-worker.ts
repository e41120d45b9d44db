/** The thread behind `passThread`. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../store/open-store.ts';
import { type PassOptions, pass } from '../store/pass.ts';
import type { Store } from '../store/store.ts';
import { annexeIn, segmentFolder } from './annexe.ts';
import type { PassOutcome, PassTask } from './pass-thread.ts';
import { mergeDue } from './segment-tables.ts';

const { location, corpus } = workerData as PassTask;
const folder = segmentFolder(location);

parentPort!.on('message', async (options: PassOptions) => {
  parentPort!.postMessage(await outcomeOf(options));
});

let store: Store | undefined;

/** The store stays open from one pass to the next; after a failure it is opened anew. */
async function outcomeOf(options: PassOptions): Promise<PassOutcome> {
  try {
    store ??= await openStore(location, { annexe: annexeIn(folder) });
    const done = await pass(store, corpus, options);
    mergeDue(store.connection, folder);
    return { done };
  } catch (error) {
    store?.close();
    store = undefined;
    const { name, message } = error as Error;
    return { failed: { name, message } };
  }
}
