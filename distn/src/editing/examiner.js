import { boundedWorker } from '../threads/bounded-worker.js';
import { serialQueue } from '../threads/serial-queue.js';
import { WorkerLostError } from '../threads/worker-lost.js';
/**
 * Of files of 10 MB the slowest took 5 s on two cores (a PDF of 2,500 pages, a feed of 53,000 items); a Word document of
 * 4.6 MB, of which 10 MB is text and markup, takes 400 MB. The bot's own thread was never held up for over 0.1 s.
 */
const BOUNDS = { cpuMs: 30_000, heapMb: 512, waiting: 8 };
/** By the clock: the person who waits can press a button for 15 minutes (Discord's interaction token). */
const WALL_MS = 10 * 60_000;
/** How much larger the whole process may become meanwhile, in MB: as for files of the archive. */
const GROWTH_MB = 1024;
/**
 * Returns a function that reads a file which a stranger wrote: in a thread of its own, which is ended when it takes too
 * much time or memory. One at a time; the bot answers meanwhile. Throws what the file system throws.
 */
export function examiner({ cpuMs, heapMb, waiting } = BOUNDS) {
    const queue = serialQueue();
    let inside = 0;
    return async (location) => {
        if (inside > waiting)
            return { rejected: { why: 'busy' } };
        inside += 1;
        try {
            return await queue.run(() => examineApart(location, cpuMs, heapMb));
        }
        finally {
            inside -= 1;
        }
    };
}
/** A thread for each file: nothing that one of them does to a parser reaches the next. */
async function examineApart(location, cpuMs, heapMb) {
    const worker = boundedWorker(new URL('./examine-worker.js', import.meta.url), {
        heapMb,
        bounds: { cpuMs, wallMs: WALL_MS, growthMb: GROWTH_MB },
        // What a library prints is not for the bot's log.
        quiet: true,
    });
    try {
        return await worker.call(location);
    }
    catch (error) {
        if (error instanceof WorkerLostError)
            return { rejected: rejectionOf(error) };
        throw error;
    }
    finally {
        await worker.close();
    }
}
function rejectionOf({ kind }) {
    if (kind === 'cpu' || kind === 'wall')
        return { why: 'slow' };
    if (kind === 'heap' || kind === 'growth')
        return { why: 'memory' };
    // Whatever ended it without a word: a reader that calls exit, a stack that overflows.
    return { why: 'unreadable', reasons: [] };
}
