import PQueue from 'p-queue';
import { CorruptIndexError, IndexBusyError, IndexUnavailableError } from '../index/database/errors.ts';
import type { IndexOptions } from '../index/open-index.ts';
import type { Changes } from '../index/sync-files.ts';
import { boundedWorker } from '../threads/bounded-worker.ts';
import { WorkerLostError } from '../threads/worker-lost.ts';
import { UsageError } from '../usage-error.ts';
import { type Archive, type ArchiveMethod, type AskOptions, archiveBy } from './archive.ts';
import { ArchiveReadingError } from './archive-reading-error.ts';
import type { VectorNews } from './keep-vectors.ts';

/** What the thread is started with; plain data. */
export interface ArchiveTask {
  readonly index: Omit<IndexOptions, 'tell' | 'progress' | 'signal' | 'followed'>;
  /** How changes of files are noticed: signalled by the system, looked for every second or so, or not. */
  readonly watch: 'on' | 'poll' | 'off';
  /** Folders of models that order sentences; none where absent. */
  readonly models?: readonly string[];
  /** Whether vectors of all sentences are kept in the archive's folder. */
  readonly modelIndex?: boolean;
}

/** A call of the archive, or the end: the thread closes its files. */
export type ArchiveRequest =
  | { readonly method: ArchiveMethod; readonly values: readonly unknown[] }
  | 'close';

/** What the thread tells by itself: a note on the index, how far it is opened, that it has looked at the files, changes of them, a sync that failed, vectors. */
export type ArchiveEvent =
  | { readonly note: string }
  | { readonly progress: ReadingProgress }
  | { readonly looked: true }
  | { readonly changed: Changes }
  | { readonly failed: { readonly name: string; readonly message: string } }
  | { readonly vectors: VectorNews }
  | { readonly writes: boolean };

/** In bytes, of the files that have to be read before the archive answers. */
export interface ReadingProgress {
  readonly done: number;
  readonly all: number;
}

/** Told what happens in the thread. */
export interface ArchiveListener {
  readonly note: (note: string) => void;
  /** The index agrees with the files as of now. */
  readonly looked?: () => void;
  readonly changed: (changes: Changes) => void;
  /** A sync that failed: the archive stays as it was, and the next one comes. */
  readonly failed: (error: Error) => void;
  readonly vectors: (news: VectorNews) => void;
  /** Whether this process is the archive's writer: told when it is open, and when that becomes otherwise. */
  readonly role: (writes: boolean) => void;
  /** The thread has crashed: who asked gets a `WorkerLostError`, and another thread starts. */
  readonly crashed: (error: WorkerLostError) => void;
}

export interface ArchiveThread {
  /** Throws `ArchiveReadingError` until it is opened. */
  readonly archive: Archive;
  /** Resolves when the archive answers. Throws `UsageError` for what the user can put right; then the thread is closed. */
  readonly opened: Promise<void>;
  /** How far it is opened: the latest that the thread has told. */
  progress(): ReadingProgress;
  close(): Promise<void>;
}

/** V8's own bound for a process on a machine with 16 GB, in MB. */
const HEAP_MB = 4_096;
/** Calls of one kind that are in the thread at a time: one runs, the next one is on its way. */
const CALLS_AT_ONCE = 2;
/** What somebody is typing goes before what others look up. */
const PRIORITY: Readonly<Partial<Record<ArchiveMethod, number>>> = { suggest: 1, articlesLike: 1 };
/** It may wait for models, which have a thread of their own: nothing else waits with it. */
const QUESTION: ArchiveMethod = 'ask';
/**
 * While more questions than these wait, one is answered in the order of words: with models it takes .1 s of CPU time
 * (docs/meaning.md), and Discord gives 3 s.
 */
const MOST_WAITING = 8;
/** Before a crashed thread is started again, in ms; twice as long after each crash without an answer between. */
const RESTART_MS = 500;
const MAX_RESTART_MS = 60_000;
/** How long the thread may take to close its files, in ms, before it is ended between two calls of libsql. */
const CLOSE_MS = 3_000;

/**
 * Opens an archive in a thread of its own and follows its files there: the calling thread never searches. A large one takes
 * minutes to be read for the first time. `script` is the thread's code.
 */
export function openArchiveThread(
  task: ArchiveTask,
  listener: ArchiveListener,
  script = new URL('./archive-worker.js', import.meta.url),
): ArchiveThread {
  let closed = false;
  let isOpen = false;
  let progress: ReadingProgress = { done: 0, all: 0 };
  let restartMs = RESTART_MS;
  const worker = boundedWorker<ArchiveRequest, unknown, ArchiveEvent>(script, {
    heapMb: HEAP_MB,
    workerData: task,
    errors: [CorruptIndexError, IndexBusyError, IndexUnavailableError, UsageError],
    event(event) {
      if ('progress' in event) ({ progress } = event);
      else tell(event, listener);
    },
    lost(error) {
      if (closed) return;
      // The lock has gone with it.
      listener.role(false);
      listener.crashed(error);
      // It follows the files, too: it is started before somebody asks.
      setTimeout(() => closed || worker.start(), restartMs).unref();
      restartMs = Math.min(MAX_RESTART_MS, restartMs * 2);
    },
  });
  const questions = new PQueue({ concurrency: CALLS_AT_ONCE });
  const others = new PQueue({ concurrency: CALLS_AT_ONCE });
  const call = (method: ArchiveMethod, values: readonly unknown[]) => {
    const isQuestion = method === QUESTION;
    return (isQuestion ? questions : others).add(
      async () => {
        if (closed) throw new WorkerLostError('closed', 0, 'the archive is closed');
        const hurried = isQuestion && questions.size > MOST_WAITING;
        const answer = await worker.call({ method, values: hurried ? inOrderOfWords(values) : values });
        restartMs = RESTART_MS;
        return answer;
      },
      { priority: PRIORITY[method] ?? 0 },
    );
  };
  const opened = call('status', []).then(
    () => {
      isOpen = true;
    },
    async (error: unknown) => {
      closed = true;
      await worker.close();
      throw error;
    },
  );
  // Who needs it open waits for it.
  opened.catch(() => {});
  return {
    archive: archiveBy((method, values) => {
      if (!isOpen) throw new ArchiveReadingError(percentOf(progress));
      return call(method, values);
    }),
    opened,
    progress: () => progress,
    async close() {
      // One that couldn't be opened is closed already.
      if (closed) return;
      closed = true;
      await Promise.race([worker.call('close').catch(() => {}), after(CLOSE_MS)]);
      await worker.close();
    },
  };
}

/** The values of `ask`, without models. */
function inOrderOfWords([kind, text, options]: readonly unknown[]): unknown[] {
  return [kind, text, { ...(options as AskOptions | undefined), byWords: true } satisfies AskOptions];
}

/** How far the first reading is, in percent, at most 99: the files are read before all is done. */
export function percentOf({ done, all }: ReadingProgress): number {
  return all === 0 ? 0 : Math.min(99, Math.floor((100 * done) / all));
}

function tell(event: Exclude<ArchiveEvent, { progress: unknown }>, listener: ArchiveListener): void {
  if ('note' in event) listener.note(event.note);
  else if ('looked' in event) listener.looked?.();
  else if ('changed' in event) listener.changed(event.changed);
  else if ('vectors' in event) listener.vectors(event.vectors);
  else if ('writes' in event) listener.role(event.writes);
  else listener.failed(Object.assign(new Error(event.failed.message), { name: event.failed.name }));
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}
