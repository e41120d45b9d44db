import PQueue from 'p-queue';
import { CorruptIndexError, IndexBusyError, IndexUnavailableError } from '../index/database/errors.js';
import { boundedWorker } from '../threads/bounded-worker.js';
import { UsageError } from '../usage-error.js';
import { archiveBy } from './archive.js';
/** V8's own bound for a process on a machine with 16 GB, in MB. */
const HEAP_MB = 4_096;
/** Calls that are in the thread at a time: one runs, the next one is on its way. */
const CALLS_AT_ONCE = 2;
/** What somebody is typing goes before what others have asked. */
const PRIORITY = { suggest: 1, articlesLike: 1 };
/** Before a crashed thread is started again, in ms; twice as long after each crash without an answer between. */
const RESTART_MS = 500;
const MAX_RESTART_MS = 60_000;
/** How long the thread may take to close its files, in ms. */
const CLOSE_MS = 1_000;
/**
 * Opens an archive in a thread of its own and follows its files there: the calling thread never searches. Resolves when the
 * archive answers. Throws `UsageError` for what the user can put right. `script` is the thread's code.
 */
export async function openArchiveThread(task, listener, script = new URL('./archive-worker.js', import.meta.url)) {
    let closed = false;
    let restartMs = RESTART_MS;
    const worker = boundedWorker(script, {
        heapMb: HEAP_MB,
        workerData: task,
        errors: [CorruptIndexError, IndexBusyError, IndexUnavailableError, UsageError],
        event: (event) => tell(event, listener),
        lost(error) {
            if (closed)
                return;
            listener.crashed(error);
            // It follows the files, too: it is started before somebody asks.
            setTimeout(() => closed || worker.start(), restartMs).unref();
            restartMs = Math.min(MAX_RESTART_MS, restartMs * 2);
        },
    });
    const queue = new PQueue({ concurrency: CALLS_AT_ONCE });
    const archive = archiveBy((method, values) => queue.add(async () => {
        const answer = await worker.call({ method, values });
        restartMs = RESTART_MS;
        return answer;
    }, { priority: PRIORITY[method] ?? 0 }));
    try {
        await archive.status();
    }
    catch (error) {
        closed = true;
        await worker.close();
        throw error;
    }
    return {
        archive,
        async close() {
            closed = true;
            await Promise.race([worker.call('close').catch(() => { }), after(CLOSE_MS)]);
            await worker.close();
        },
    };
}
function tell(event, listener) {
    if ('note' in event)
        listener.note(event.note);
    else if ('changed' in event)
        listener.changed(event.changed);
    else
        listener.failed(Object.assign(new Error(event.failed.message), { name: event.failed.name }));
}
function after(ms) {
    return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}
