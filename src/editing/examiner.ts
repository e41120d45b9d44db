import { Worker } from 'node:worker_threads';
import type { Examined } from './examine-file.ts';
import { inTurn } from './in-turn.ts';

export interface Bounds {
  readonly timeMs: number;
  /** Of V8's heap; what Node keeps beside it (a zip file's parts) the readers bound themselves. */
  readonly heapMb: number;
  /** Files that may wait for one that is being read. */
  readonly waiting: number;
}

/**
 * Of files of 10 MB the slowest took 5 s on two cores (a PDF of 2,500 pages, a feed of 53,000 items); a Word document of
 * 4.6 MB, of which 10 MB is text and markup, takes 400 MB. The bot's own thread was never held up for over 0.1 s.
 */
const BOUNDS: Bounds = { timeMs: 30_000, heapMb: 512, waiting: 8 };

/**
 * Reads files that strangers have written: each in a thread of its own, which is ended when it takes too long, and ends
 * by itself when it takes too much memory. One at a time. The bot answers meanwhile.
 */
export function examiner({ timeMs, heapMb, waiting }: Bounds = BOUNDS) {
  const next = inTurn();
  let inside = 0;
  return async (location: string): Promise<Examined> => {
    if (inside > waiting) return { refused: { why: 'busy' } };
    inside += 1;
    try {
      return await next(() => examineApart(location, timeMs, heapMb));
    } finally {
      inside -= 1;
    }
  };
}

async function examineApart(location: string, timeMs: number, heapMb: number): Promise<Examined> {
  const worker = new Worker(new URL('./examine-worker.js', import.meta.url), {
    workerData: location,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // What a library prints is not for the bot's log.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Examined>((resolve, reject) => {
      timer = setTimeout(resolve, timeMs, { refused: { why: 'slow' } });
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refused: { why: 'memory' } });
        else reject(error);
      });
      // Whatever ended it without a word: a reader that calls exit, a stack that overflows.
      worker.once('exit', () => resolve({ refused: { why: 'unreadable', reasons: [] } }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
