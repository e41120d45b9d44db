import { existsSync } from 'node:fs';
import { boundedWorker } from '../../threads/bounded-worker.js';
import { LOOK_MS } from './schedule.js';
/** Limit of V8's heap, in MB. Feeds are read, and pages taken apart, for a second and more each. */
const HEAP_MB = 512;
/**
 * Polls feeds in a thread of its own until it is closed. Without a list of feeds there is no thread; a list that is made
 * while the bot runs is found. A thread that dies of a page is followed by another one.
 */
export function startPolling(settings, told) {
    let timer;
    const worker = boundedWorker(new URL('./poll-worker.js', import.meta.url), {
        heapMb: HEAP_MB,
        workerData: settings,
        event: (message) => tell(message, told),
        lost(error) {
            told.failed(error);
            later();
        },
    });
    const look = () => {
        if (hasFeeds(settings))
            worker.start();
        else
            later();
    };
    const later = () => {
        timer = setTimeout(look, LOOK_MS).unref();
    };
    look();
    return {
        close() {
            clearTimeout(timer);
            // What it writes is written whole or not at all.
            void worker.close();
        },
    };
}
function hasFeeds({ source }) {
    return 'file' in source ? existsSync(source.file) : source.addresses.length > 0;
}
function tell(message, told) {
    if ('feed' in message)
        told.feed(message.feed);
    else if ('faults' in message)
        told.faults(message.faults);
    else
        told.failed(new Error(message.failed));
}
