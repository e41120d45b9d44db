import { availableParallelism } from 'node:os';
import type { Article } from '../model/article.ts';
import { type BoundedWorker, boundedWorker } from '../threads/bounded-worker.ts';
import type { PreparedBatch } from './documents/prepared-batch.ts';

/** Threads that work out of articles what an index keeps of them (`prepareBatch`). */
export interface Preparing {
  /** How many threads there are. */
  readonly threads: number;
  /** `undefined` where the thread was lost: whoever writes the articles works it out. */
  prepare(articles: readonly Article[]): Promise<PreparedBatch | undefined>;
  close(): Promise<void>;
}

/** The one that writes takes half of what reading an archive costs: more than two wait for it. */
const MAX_THREADS = 2;
/** Files of fewer bytes are read within a second: a thread would be ready when most is done. */
const MIN_BYTES = 1024 * 1024;
/** The largest article, of 10 MB, takes some 250. */
const HEAP_MB = 512;
/** Articles don't outlive it: V8's own choice is three times as much. */
const YOUNG_MB = 16;
/** Node 20 runs no TypeScript: sources that run as they are, as in tests, have no thread to start. */
const HAS_THREAD = import.meta.filename.endsWith('.js');

/** How many threads prepare files of so many bytes, beside the one that writes: none where there is one processor. */
export function threadsFor(bytes: number): number {
  return bytes < MIN_BYTES ? 0 : Math.min(MAX_THREADS, availableParallelism() - 1);
}

/** Starts threads, where any are wanted and can be. `heapMb`: limit of each one's heap. */
export function openPreparing(threads: number, heapMb = HEAP_MB): Preparing | undefined {
  if (threads === 0 || !HAS_THREAD) return undefined;
  const workers = Array.from({ length: threads }, () => ({ worker: preparer(heapMb), units: 0 }));
  for (const { worker } of workers) worker.start();
  return {
    threads,
    async prepare(articles) {
      const units = articles.reduce((sum, { text }) => sum + text.length, 0);
      const idlest = workers.reduce((best, one) => (one.units < best.units ? one : best));
      idlest.units += units;
      try {
        return await idlest.worker.call(articles);
      } catch {
        return undefined;
      } finally {
        idlest.units -= units;
      }
    },
    close: async () => void (await Promise.all(workers.map(({ worker }) => worker.close()))),
  };
}

function preparer(heapMb: number): BoundedWorker<readonly Article[], PreparedBatch> {
  return boundedWorker(new URL('./prepare-worker.js', import.meta.url), {
    heapMb,
    youngMb: YOUNG_MB,
  });
}
