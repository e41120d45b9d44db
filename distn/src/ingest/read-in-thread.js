import { stat } from 'node:fs/promises';
import { boundedWorker } from '../threads/bounded-worker.js';
import { serialQueue } from '../threads/serial-queue.js';
import { WorkerLostError } from '../threads/worker-lost.js';
import { itemsHere } from './read-here.js';
/**
 * The slowest sound documents are PDFs: 1,113 pages of 13 MB take 14 s, and a small computer is five times slower. The
 * hungriest are Word's: 10 MB of XML take 400 MB.
 */
const BOUNDS = { floorMs: 20_000, msPerMb: 10_000, heapMb: 512, growthMb: 1024 };
const MAX_DOCUMENT_MB = 100;
/**
 * How much longer than its CPU time a file may take by the clock: for a thread that waits for ever. With 20 other busy
 * programs for each core a sound file is still read.
 */
const WALL_FACTOR = 20;
/** Limit of V8's heap for larger files, in MB: they are read piece by piece, and more would only be garbage for longer. */
const STREAM_HEAP_MB = 128;
/** A thread with its parsers holds some 60 MB. */
const IDLE_MS = 5_000;
const MEGABYTE = 1024 * 1024;
/** Node 20 runs no TypeScript: sources that run as they are, as in tests, have no thread to start. */
const HAS_THREAD = import.meta.filename.endsWith('.js');
/**
 * Yields the items of a file, read in a thread of its own within bounds of time and memory: parsers of others meet input
 * that they don't expect. A file over the bounds becomes a flaw, and the next one gets another thread. One file at a time.
 */
export async function* itemsApart(file, bounds = BOUNDS) {
    if (!HAS_THREAD) {
        yield* itemsHere(file);
        return;
    }
    const release = await queue.acquire();
    const limits = await limitsOf(file, bounds);
    const worker = workerOf(limits.heapMb);
    const ask = (task) => worker.call(task, limits).catch((error) => lostBatch(error, limits));
    let isAtEnd = false;
    try {
        let coming = ask({ path: file.path, location: file.location });
        for (;;) {
            const { items, seen, done } = await coming;
            file.seen?.(seen);
            // The next ones are read while these are put away.
            if (!done)
                coming = ask('more');
            yield* items;
            if (!done)
                continue;
            isAtEnd = true;
            return;
        }
    }
    finally {
        // Stopped in the middle of a file: the thread is still at it.
        if (!isAtEnd)
            await worker.close();
        release();
    }
}
const queue = serialQueue();
let latest;
/** The worker of the last file, or one of another size: to start a thread takes 50 ms, and its parsers another 100. */
function workerOf(heapMb) {
    if (latest?.heapMb === heapMb)
        return latest.worker;
    void latest?.worker.close();
    const worker = boundedWorker(new URL('./read-worker.js', import.meta.url), {
        heapMb,
        // It comes beside the old generation: 64 MB where V8's own choice is 48, and 16 for what is read piece by piece.
        youngMb: heapMb / 8,
        idleMs: IDLE_MS,
    });
    latest = { worker, heapMb };
    return worker;
}
async function limitsOf({ location }, bounds) {
    // A file that is gone is the reader's to tell.
    const bytes = await stat(location).then(({ size }) => size, () => 0);
    const megabytes = bytes / MEGABYTE;
    const cpuMs = Math.round(bounds.floorMs + bounds.msPerMb * Math.min(MAX_DOCUMENT_MB, megabytes));
    const heapMb = megabytes > MAX_DOCUMENT_MB ? Math.min(bounds.heapMb, STREAM_HEAP_MB) : bounds.heapMb;
    return { cpuMs, wallMs: WALL_FACTOR * cpuMs, growthMb: bounds.growthMb, heapMb };
}
/** The last batch of a file whose thread was lost: what is wrong with the file. */
function lostBatch(error, { cpuMs }) {
    return { items: [{ flaw: flawOf(error, cpuMs) }], seen: 0, done: true };
}
/** Time and the process's memory also depend on what else the machine does: such a file is tried again. */
function flawOf(error, cpuMs) {
    const kind = error instanceof WorkerLostError ? error.kind : 'crash';
    const { limit } = error instanceof WorkerLostError ? error : { limit: 0 };
    const severity = 'error';
    switch (kind) {
        case 'cpu':
        case 'wall':
            return {
                severity,
                reason: `took longer than ${Math.round(cpuMs / 1000)} s to read: left out`,
                retry: true,
            };
        case 'growth':
            return { severity, reason: hungry(limit), retry: true };
        case 'heap':
            return { severity, reason: hungry(limit) };
        default:
            return { severity, reason: `can't be read: ${error.message}` };
    }
}
function hungry(megabytes) {
    return `took over ${megabytes.toLocaleString('en-US')} MB of memory to read: left out`;
}
