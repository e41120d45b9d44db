/** The thread behind `startPolling`. */
import { workerData } from 'node:worker_threads';
import { emit } from '../../threads/serve.js';
import { keepPolling } from './keep-polling.js';
import { openWorld } from './open-feeds.js';
const say = (message) => emit(message);
await keepPolling(openWorld(workerData), {
    feed: (feed) => say({ feed }),
    faults: (faults) => say({ faults }),
    failed: ({ message }) => say({ failed: message }),
}, new AbortController().signal);
