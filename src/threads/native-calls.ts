/**
 * Threads that don't end inside of a native addon's call. Node terminates a thread wherever it is, also when the process exits; an
 * addon that then asks Node for a value is refused it, and libsql aborts the whole process for that (SIGABRT, `PendingException`).
 * So a thread counts its native calls in memory that it shares, and who ends it waits until there is none.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { getEnvironmentData, setEnvironmentData, Worker, type WorkerOptions } from 'node:worker_threads';

/** One number: the native calls that run in a thread and in those that it has started; `CLOSED` where none may begin any more. */
type CallCounter = Int32Array<SharedArrayBuffer>;

/** A bit above every count. */
const CLOSED = 1 << 30;

/** Threads get their counters with Node's environment data, which needs no word of their scripts. */
const KEY = 'ibid: counters of native calls';

/** A call that takes longer hangs, in ms: twice as long as libsql waits for a lock. */
const HANGS_MS = 10_000;

/** This thread's calls are counted in each: its own, and those of the threads above, with which it would be terminated. */
const counters = (getEnvironmentData(KEY) ?? []) as readonly CallCounter[];

/** The threads that this one has started. */
const running = new Map<Worker, CallCounter>();

const counterOf = (): CallCounter => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/**
 * Runs a call into a native addon, in which this thread isn't terminated. It must not wait for JavaScript, nor hold another one.
 * Doesn't return where the thread is to end: it blocks until it does.
 */
export function nativeCall<T>(call: () => T): T {
  enter();
  try {
    return call();
  } finally {
    for (const counter of counters) leave(counter, 1);
  }
}

/**
 * The same for an addon that calls native code in a later turn of the event loop, as onnxruntime-node does: this thread isn't
 * terminated until the promise is settled.
 */
export async function nativePromise<T>(call: () => Promise<T>): Promise<T> {
  enter();
  try {
    return await call();
  } finally {
    for (const counter of counters) leave(counter, 1);
  }
}

/** Counts a call. Doesn't return where the thread is to end. */
function enter(): void {
  let isClosed = false;
  for (const counter of counters) if (Atomics.add(counter, 0, 1) & CLOSED) isClosed = true;
  if (!isClosed) return;
  for (const counter of counters) leave(counter, 1);
  for (;;) Atomics.wait(counterOf(), 0, 0);
}

function leave(counter: CallCounter, calls: number): void {
  if (Atomics.sub(counter, 0, calls) === CLOSED + calls) Atomics.notify(counter, 0);
}

/** A thread to be ended with `endThread`. It and the threads that it starts count their native calls. */
export function startThread(script: URL, options: WorkerOptions): Worker {
  const counter = counterOf();
  setEnvironmentData(KEY, [...counters, counter]);
  try {
    const thread = new Worker(script, options);
    running.set(thread, counter);
    thread.once('exit', () => {
      running.delete(thread);
      // V8 ends a thread over its heap anywhere: what it had begun to count ends with it.
      const calls = Atomics.exchange(counter, 0, CLOSED) & ~CLOSED;
      Atomics.notify(counter, 0);
      for (const above of counters) leave(above, calls);
    });
    return thread;
  } finally {
    setEnvironmentData(KEY, counters);
  }
}

/**
 * Terminates a thread as soon as it is in no native call; none begins from now on. Resolves when it has ended, or where a call
 * hangs: then the thread ends after it, and doesn't keep the process alive.
 */
export async function endThread(thread: Worker): Promise<void> {
  const counter = running.get(thread);
  // It has ended by itself.
  if (!counter) return;
  // The process lives until its calls return.
  thread.ref();
  const ended = untilNone(counter).then(() => thread.terminate());
  await Promise.race([ended, wait(HANGS_MS, undefined, { ref: false })]);
  thread.unref();
}

async function untilNone(counter: CallCounter): Promise<void> {
  let value = Atomics.or(counter, 0, CLOSED) | CLOSED;
  while (value !== CLOSED) {
    await Atomics.waitAsync(counter, 0, value).value;
    value = Atomics.load(counter, 0);
  }
}

/** Node terminates the threads that run after this, whether the process ends or the thread that started them. */
process.on('exit', () => {
  for (const counter of running.values()) Atomics.or(counter, 0, CLOSED);
  for (const counter of running.values()) waitForNone(counter);
});

function waitForNone(counter: CallCounter): void {
  for (let value = Atomics.load(counter, 0); value !== CLOSED; value = Atomics.load(counter, 0))
    if (Atomics.wait(counter, 0, value, HANGS_MS) === 'timed-out') return;
}
