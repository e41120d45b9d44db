/** The thread behind `startPolling`. */
import { workerData } from 'node:worker_threads';
import { emit } from '../../threads/serve.ts';
import { keepPolling } from './keep-polling.ts';
import { type FeedsSettings, openWorld } from './open-feeds.ts';
import type { Message } from './poller.ts';

const say = (message: Message) => emit(message);

await keepPolling(
  openWorld(workerData as FeedsSettings),
  {
    feed: (feed) => say({ feed }),
    faults: (faults) => say({ faults }),
    failed: ({ message }) => say({ failed: message }),
  },
  new AbortController().signal,
);
