import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { CorpusFile, Item } from './formats/reader.ts';
import { itemsHere } from './read-here.ts';

/** What goes to the thread: a file to begin with, or the wish for more of it. */
export type ReadTask = Pick<CorpusFile, 'path' | 'location'> | 'more';

/** What comes back. */
export interface ReadBatch {
  readonly items: readonly Item[];
  /** How many bytes of the file have been taken so far. */
  readonly seen?: number;
  /** There is no more. */
  readonly done: boolean;
}

export interface ReadBounds {
  /** What a file may take until its next article: so long, and longer by its size, up to the largest one that is read. */
  readonly floorMs: number;
  readonly msPerMb: number;
  /** JavaScript's own memory. */
  readonly heapMb: number;
  /** How much larger the whole process may become meanwhile: buffers are no part of the heap. */
  readonly growthMb: number;
}

/**
 * The slowest sound documents are PDFs: 1,113 pages of 13 MB take 14 s, and a small computer is five times slower. The
 * hungriest are Word's: 10 MB of XML take 400 MB.
 */
const BOUNDS: ReadBounds = { floorMs: 20_000, msPerMb: 10_000, heapMb: 512, growthMb: 1024 };
const MOST_MB = 100;
/** What is larger than any one document is read piece by piece: more memory would only be garbage for longer. */
const STREAM_HEAP_MB = 128;
const WATCH_MS = 100;
/** A thread with its parsers holds some 60 MB. */
const IDLE_MS = 5_000;
const MEGABYTE = 1024 * 1024;

/** Node 20 runs no TypeScript: sources that run as they are, as in tests, have no thread to start. */
const HAS_THREAD = import.meta.filename.endsWith('.js');

/**
 * The items of a file, read in a thread of its own within bounds of time and memory: parsers of others meet input that
 * they don't expect. A file over the bounds becomes a flaw, and the next one gets another thread. One file at a time.
 */
export async function* itemsApart(file: CorpusFile, bounds = BOUNDS): AsyncGenerator<Item> {
  if (!HAS_THREAD) {
    yield* itemsHere(file);
    return;
  }
  const release = await turn();
  const limit = await limitOf(file, bounds);
  const thread = threadAtHand(limit);
  let sound = false;
  try {
    let coming = ask(thread, { path: file.path, location: file.location }, limit);
    for (;;) {
      const { items, seen, done, lost } = await coming;
      if (seen !== undefined) file.seen?.(seen);
      // The next ones are read while these are put away.
      if (!done) coming = ask(thread, 'more', limit);
      yield* items;
      if (!done) continue;
      sound = !lost;
      return;
    }
  } finally {
    if (sound) rest(thread, limit);
    else void thread.terminate();
    release();
  }
}

let last: Promise<void> = Promise.resolve();

/** Resolves when all who asked before have released. */
async function turn(): Promise<() => void> {
  let release = () => {};
  const before = last;
  last = new Promise((resolve) => {
    release = resolve;
  });
  await before;
  return release;
}

let resting: { readonly thread: Worker; readonly heapMb: number; readonly end: NodeJS.Timeout } | undefined;

/** The one that rests, or a new one: to start it takes 50 ms, and the parsers that it loads another 100. */
function threadAtHand({ heapMb }: ReadBounds): Worker {
  const rested = resting;
  resting = undefined;
  if (rested) clearTimeout(rested.end);
  if (rested?.heapMb === heapMb) return rested.thread;
  void rested?.thread.terminate();
  // The young generation comes beside the old one: 64 MB where V8's own choice is 48, and 16 for what is read piece by piece.
  const thread = new Worker(new URL('./read-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: heapMb / 8 },
  });
  // A library may still fail on what it began for the last file, when nobody waits for an answer.
  thread.on('error', () => {});
  thread.on('exit', () => {
    if (resting?.thread === thread) resting = undefined;
  });
  return thread;
}

function rest(thread: Worker, { heapMb }: ReadBounds): void {
  thread.unref();
  const end = setTimeout(() => {
    resting = undefined;
    void thread.terminate();
  }, IDLE_MS).unref();
  resting = { thread, heapMb, end };
}

async function limitOf({ location }: CorpusFile, bounds: ReadBounds): Promise<Limit> {
  // A file that is gone is the reader's to tell.
  const bytes = await stat(location).then(
    ({ size }) => size,
    () => 0,
  );
  const megabytes = bytes / MEGABYTE;
  const ms = bounds.floorMs + bounds.msPerMb * Math.min(MOST_MB, megabytes);
  const heapMb = megabytes > MOST_MB ? Math.min(bounds.heapMb, STREAM_HEAP_MB) : bounds.heapMb;
  return { ...bounds, heapMb, ms: Math.round(ms) };
}

interface Limit extends ReadBounds {
  readonly ms: number;
}

/** One batch; never rejects. `lost`: the thread is of no use any more. */
function ask(thread: Worker, task: ReadTask, limit: Limit): Promise<ReadBatch & { lost?: true }> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const answer = (batch: ReadBatch & { lost?: true }) => {
      clearTimeout(timer);
      clearInterval(watch);
      thread.off('message', answer).off('error', failed).off('exit', ended);
      resolve(batch);
    };
    const lose = (reason: string) =>
      answer({ items: [{ flaw: { severity: 'error', reason } }], done: true, lost: true });
    const failed = (error: Error) => lose(reasonOf(error, limit));
    const ended = () => lose("can't be read: its reader ended");
    // After a pause of this thread its time is up, and the answer is there all the same: that comes first.
    const timer = setTimeout(() => setImmediate(() => lose(slow(limit.ms))), limit.ms);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limit.growthMb * MEGABYTE) lose(hungry(limit.growthMb));
    }, WATCH_MS);
    thread.once('message', answer).once('error', failed).once('exit', ended);
    thread.ref();
    thread.postMessage(task);
  });
}

function reasonOf(error: Error, { heapMb }: Limit): string {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? hungry(heapMb) : `can't be read: ${error.message}`;
}

function slow(ms: number): string {
  return `took longer than ${Math.round(ms / 1000)} s to read: left out`;
}

function hungry(megabytes: number): string {
  return `took over ${megabytes.toLocaleString('en-US')} MB of memory to read: left out`;
}
