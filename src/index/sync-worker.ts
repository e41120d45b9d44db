/** The thread behind `passThread`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Store } from './documents/document-store.ts';
import { openStore } from './documents/open-store.ts';
import { mergeDue } from './engines/segments/segment-tables.ts';
import { annexeIn, segmentFolder } from './index-writer.ts';
import { type PassOptions, pass } from './sync-folder.ts';
import type { PassOutcome, PassTask } from './sync-thread.ts';

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
