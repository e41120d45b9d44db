import { Worker } from 'node:worker_threads';
import { threadClock } from './thread-clock.js';
import { WorkerLostError } from './worker-lost.js';
/** How often CPU time and memory are looked at, in ms: reading them takes .02 ms. */
const WATCH_MS = 100;
const MEGABYTE = 1024 * 1024;
/**
 * A worker thread within bounds of time and memory. The script behind it calls `serve` (request and response), `emit`
 * (one-way messages), or both. What goes either way is structured-cloned.
 *
 * ### Example
 * ```ts
 * const worker = boundedWorker<string, number>(new URL('./count-worker.js', import.meta.url), { heapMb: 128 });
 * const words = await worker.call('some text', { cpuMs: 1_000 });
 * ```
 */
export function boundedWorker(script, options) {
    let current;
    let lastId = 0;
    function start() {
        const running = { thread: startThread(script, options), calls: new Map(), ready: false };
        const { thread } = running;
        thread.unref();
        thread.on('message', (message) => {
            if ('ready' in message)
                Object.assign(running, { ready: true, tid: message.tid });
            else if ('event' in message)
                options.event?.(message.event);
            else
                settle(running, message);
        });
        thread.on('error', (error) => lose(running, lossOf(error, options.heapMb)));
        thread.on('exit', () => lose(running, new WorkerLostError('crash', 0, 'its thread ended')));
        current = running;
        return running;
    }
    function settle(running, message) {
        const call = running.calls.get(message.id);
        if (!call)
            return;
        forget(running, message.id, call);
        if ('response' in message)
            call.resolve(message.response);
        else
            call.reject(errorOf(message.error, options.errors ?? []));
    }
    function forget(running, id, call) {
        call.unwatch();
        running.calls.delete(id);
        if (running.calls.size > 0)
            return;
        running.thread.unref();
        if (options.idleMs !== undefined)
            running.idle = setTimeout(() => end(running), options.idleMs).unref();
    }
    /** Ends a thread on purpose: nobody is told. Returns when it has ended. */
    async function end(running, error) {
        if (current === running)
            current = undefined;
        clearTimeout(running.idle);
        for (const { unwatch, reject } of running.calls.values()) {
            unwatch();
            reject(error ?? new WorkerLostError('closed', 0, 'its thread was closed'));
        }
        running.calls.clear();
        await running.thread.terminate();
    }
    function lose(running, error) {
        // Its end has been told, or was asked for.
        if (current !== running)
            return;
        void end(running, error);
        options.lost?.(error);
    }
    return {
        start() {
            if (!current)
                start();
        },
        call(request, bounds = options.bounds ?? {}) {
            const running = current ?? start();
            lastId += 1;
            const id = lastId;
            return new Promise((resolve, reject) => {
                // Throws for what cannot be cloned.
                running.thread.postMessage({ id, request });
                clearTimeout(running.idle);
                running.thread.ref();
                const unwatch = watch(running, bounds, (kind, limit, message) => {
                    // After a pause of this thread the response may be there all the same: it comes first.
                    setImmediate(() => {
                        if (running.calls.has(id))
                            lose(running, new WorkerLostError(kind, limit, message));
                    });
                });
                running.calls.set(id, { resolve: resolve, reject, unwatch });
            });
        },
        async close() {
            if (current)
                await end(current);
        },
    };
}
function startThread(script, { heapMb, youngMb, workerData, quiet = false }) {
    const thread = new Worker(script, {
        workerData,
        resourceLimits: {
            maxOldGenerationSizeMb: heapMb,
            ...(youngMb !== undefined && { maxYoungGenerationSizeMb: youngMb }),
        },
        stdout: quiet,
        stderr: quiet,
    });
    if (quiet) {
        thread.stdout.resume();
        thread.stderr.resume();
    }
    return thread;
}
/** Calls `exceeded` once a bound is; returns how to stop watching. */
function watch(running, { cpuMs, wallMs, growthMb }, exceeded) {
    const before = process.memoryUsage.rss();
    let used;
    const look = () => {
        // Starting and loading its code is not what the call takes.
        if (cpuMs !== undefined && running.ready) {
            used ??= threadClock(running.thread, running.tid);
            if (used() > cpuMs)
                exceeded('cpu', cpuMs, `took over ${cpuMs} ms of CPU time`);
        }
        if (growthMb !== undefined && process.memoryUsage.rss() - before > growthMb * MEGABYTE)
            exceeded('growth', growthMb, `took over ${growthMb} MB of memory`);
    };
    const isLooking = cpuMs !== undefined || growthMb !== undefined;
    if (isLooking)
        look();
    const interval = isLooking ? setInterval(look, WATCH_MS) : undefined;
    const timer = wallMs === undefined
        ? undefined
        : setTimeout(() => exceeded('wall', wallMs, `took over ${wallMs} ms`), wallMs);
    return () => {
        clearInterval(interval);
        clearTimeout(timer);
    };
}
function lossOf(error, heapMb) {
    const isHeap = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    return isHeap
        ? new WorkerLostError('heap', heapMb, `took over ${heapMb} MB of heap`, error)
        : new WorkerLostError('crash', 0, error.message, error);
}
/** Errors lose their class and their properties on the way between threads. */
function errorOf(sent, known) {
    const error = new Error(sent.message);
    const type = known.find(({ name }) => name === sent.name);
    if (type)
        Object.setPrototypeOf(error, type.prototype);
    Object.assign(error, sent.properties);
    Object.defineProperty(error, 'name', { value: sent.name, configurable: true, writable: true });
    if (sent.stack !== undefined)
        error.stack = sent.stack;
    return error;
}
