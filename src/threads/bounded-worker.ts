import type { Worker } from 'node:worker_threads';
import { endThread, startThread } from './native-calls.ts';
import { threadClock } from './thread-clock.ts';
import { type BoundKind, WorkerLostError } from './worker-lost.ts';

export interface BoundedWorkerOptions<Event> {
  /** Limit of V8's old generation, in MB; Buffers are no part of it. */
  readonly heapMb: number;
  /** Limit of V8's young generation, in MB; V8's own choice where absent. */
  readonly youngMb?: number;
  readonly workerData?: unknown;
  /** Bounds of every call; `call` takes others for one call. */
  readonly bounds?: CallBounds;
  /** Ends a thread that has had no call for so long, in ms; the next call starts another. Never where absent. */
  readonly idleMs?: number;
  /** Throws away what the thread prints. */
  readonly quiet?: boolean;
  /** Error classes that a call may throw as themselves, by name; others become an `Error` with the same name. */
  readonly errors?: readonly ErrorClass[];
  /** Receives what the thread sends with `emit`. */
  readonly event?: (event: Event) => void;
  /** Called when a thread ended that was not closed: crashed, over a bound, or by its own will. */
  readonly lost?: (error: WorkerLostError) => void;
}

/** Any class of errors: it is not constructed, so its parameters don't matter. */
export interface ErrorClass {
  readonly name: string;
  readonly prototype: Error;
}

/**
 * What one call may take. They are the whole thread's while the call lasts: bound calls only where there is one at a
 * time.
 */
export interface CallBounds {
  /** CPU time of the thread, in ms: a busy machine does not use it up. */
  readonly cpuMs?: number;
  /** Wall-clock time, in ms: a last resort against a thread that waits for ever. */
  readonly wallMs?: number;
  /** How much larger the resident memory of the whole process may become, in MB: Buffers are no part of the heap. */
  readonly growthMb?: number;
}

export interface BoundedWorker<Request, Response> {
  /**
   * Starts the thread before the first call needs it; nothing happens where it runs. A thread without calls does not
   * keep the process alive.
   */
  start(): void;
  /**
   * Sends a request and returns the response; many calls may wait at a time. Starts a thread where none runs, also after
   * a crash. Throws what the handler threw, and `WorkerLostError` where the thread ended first.
   */
  call(request: Request, bounds?: CallBounds): Promise<Response>;
  /** Ends the thread; waiting calls throw `WorkerLostError`. A later call starts another thread. */
  close(): Promise<void>;
}

/** From the caller to the thread. */
export interface CallMessage {
  readonly id: number;
  readonly request: unknown;
}

/** From the thread to its caller. `ready` is the first one; `tid` is the system's number of the thread, on Linux. */
export type WorkerMessage =
  | { readonly ready: true; readonly tid?: string }
  | { readonly event: unknown }
  | { readonly id: number; readonly response: unknown }
  | { readonly id: number; readonly error: SentError };

export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  /** The error's own properties that are strings, numbers or booleans. */
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Call {
  readonly resolve: (response: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly unwatch: () => void;
}

interface Running {
  readonly thread: Worker;
  readonly calls: Map<number, Call>;
  ready: boolean;
  tid?: string | undefined;
  idle?: NodeJS.Timeout;
}

/** How often CPU time and memory are looked at, in ms: reading them takes .02 ms. */
const WATCH_MS = 100;
const MEGABYTE = 1024 * 1024;

/**
 * A worker thread within bounds of time and memory. The script behind it calls `serve` (request and response), `emit`
 * (one-way messages), or both. What goes either way is structured-cloned. It is never terminated in a `nativeCall`.
 *
 * ### Example
 * ```ts
 * const worker = boundedWorker<string, number>(new URL('./count-worker.js', import.meta.url), { heapMb: 128 });
 * const words = await worker.call('some text', { cpuMs: 1_000 });
 * ```
 */
export function boundedWorker<Request, Response, Event = never>(
  script: URL,
  options: BoundedWorkerOptions<Event>,
): BoundedWorker<Request, Response> {
  let current: Running | undefined;
  let lastId = 0;

  function start(): Running {
    const running: Running = { thread: threadOf(script, options), calls: new Map(), ready: false };
    const { thread } = running;
    thread.unref();
    thread.on('message', (message: WorkerMessage) => {
      if ('ready' in message) Object.assign(running, { ready: true, tid: message.tid });
      else if ('event' in message) options.event?.(message.event as Event);
      else settle(running, message);
    });
    thread.on('error', (error) => lose(running, lossOf(error, options.heapMb)));
    thread.on('exit', () => lose(running, new WorkerLostError('crash', 0, 'its thread ended')));
    current = running;
    return running;
  }

  function settle(running: Running, message: Extract<WorkerMessage, { id: number }>): void {
    const call = running.calls.get(message.id);
    if (!call) return;
    forget(running, message.id, call);
    if ('response' in message) call.resolve(message.response);
    else call.reject(errorOf(message.error, options.errors ?? []));
  }

  function forget(running: Running, id: number, call: Call): void {
    call.unwatch();
    running.calls.delete(id);
    if (running.calls.size > 0) return;
    running.thread.unref();
    if (options.idleMs !== undefined) running.idle = setTimeout(() => end(running), options.idleMs).unref();
  }

  /** Ends a thread on purpose: nobody is told. Returns when it has ended. */
  async function end(running: Running, error?: WorkerLostError): Promise<void> {
    if (current === running) current = undefined;
    clearTimeout(running.idle);
    for (const { unwatch, reject } of running.calls.values()) {
      unwatch();
      reject(error ?? new WorkerLostError('closed', 0, 'its thread was closed'));
    }
    running.calls.clear();
    await endThread(running.thread);
  }

  function lose(running: Running, error: WorkerLostError): void {
    // Its end has been told, or was asked for.
    if (current !== running) return;
    void end(running, error);
    options.lost?.(error);
  }

  return {
    start() {
      if (!current) start();
    },
    call(request, bounds = options.bounds ?? {}) {
      const running = current ?? start();
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        // Throws for what cannot be cloned.
        running.thread.postMessage({ id, request } satisfies CallMessage);
        clearTimeout(running.idle);
        running.thread.ref();
        const unwatch = watch(running, bounds, (kind, limit, message) => {
          // After a pause of this thread the response may be there all the same: it comes first.
          setImmediate(() => {
            if (running.calls.has(id)) lose(running, new WorkerLostError(kind, limit, message));
          });
        });
        running.calls.set(id, { resolve: resolve as Call['resolve'], reject, unwatch });
      });
    },
    async close() {
      if (current) await end(current);
    },
  };
}

function threadOf<Event>(
  script: URL,
  { heapMb, youngMb, workerData, quiet = false }: BoundedWorkerOptions<Event>,
): Worker {
  const thread = startThread(script, {
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

type Exceeded = (kind: BoundKind, limit: number, message: string) => void;

/** Calls `exceeded` once a bound is; returns how to stop watching. */
function watch(running: Running, { cpuMs, wallMs, growthMb }: CallBounds, exceeded: Exceeded): () => void {
  const before = process.memoryUsage.rss();
  let used: (() => number) | undefined;
  const look = () => {
    // Starting and loading its code is not what the call takes.
    if (cpuMs !== undefined && running.ready) {
      used ??= threadClock(running.thread, running.tid);
      if (used() > cpuMs) exceeded('cpu', cpuMs, `took over ${cpuMs} ms of CPU time`);
    }
    if (growthMb !== undefined && process.memoryUsage.rss() - before > growthMb * MEGABYTE)
      exceeded('growth', growthMb, `took over ${growthMb} MB of memory`);
  };
  const isLooking = cpuMs !== undefined || growthMb !== undefined;
  if (isLooking) look();
  const interval = isLooking ? setInterval(look, WATCH_MS) : undefined;
  const timer =
    wallMs === undefined
      ? undefined
      : setTimeout(() => exceeded('wall', wallMs, `took over ${wallMs} ms`), wallMs);
  return () => {
    clearInterval(interval);
    clearTimeout(timer);
  };
}

function lossOf(error: Error, heapMb: number): WorkerLostError {
  const isHeap = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isHeap
    ? new WorkerLostError('heap', heapMb, `took over ${heapMb} MB of heap`, error)
    : new WorkerLostError('crash', 0, error.message, error);
}

/** Errors lose their class and their properties on the way between threads. */
function errorOf(sent: SentError, known: readonly ErrorClass[]): Error {
  const error = new Error(sent.message);
  const type = known.find(({ name }) => name === sent.name);
  if (type) Object.setPrototypeOf(error, type.prototype);
  Object.assign(error, sent.properties);
  Object.defineProperty(error, 'name', { value: sent.name, configurable: true, writable: true });
  if (sent.stack !== undefined) error.stack = sent.stack;
  return error;
}
