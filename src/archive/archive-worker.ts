/** The thread behind `openArchiveThread`. */
import { setImmediate } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { archiveFolder } from '../data-folder.ts';
import type { Encoder } from '../encoder/encoder.ts';
import { encoderOf } from '../encoder/models-in-use.ts';
import { emit, serve } from '../threads/serve.ts';
import type { ArchiveEvent, ArchiveRequest, ArchiveTask } from './archive-thread.ts';
import { type FollowedArchive, openFollowedArchive } from './archive-watcher.ts';
import type { VectorNews } from './keep-vectors.ts';

const task = workerData as ArchiveTask;
const say = (event: ArchiveEvent) => emit(event);

const closing = new AbortController();
const answering = new Set<Promise<unknown>>();
let encoder: Encoder | undefined;
const opening = open(task);
// Who calls first is told why it can't be opened.
opening.catch(() => {});

serve(async (request: ArchiveRequest) => {
  if (request === 'close') return close();
  const followed = await opening;
  const { method, values } = request;
  const answer = (followed.archive[method] as (...values: readonly unknown[]) => Promise<unknown>)(...values);
  answering.add(answer);
  return answer.finally(() => answering.delete(answer));
});

/** Ends what goes on here, and closes the files. */
async function close(): Promise<void> {
  closing.abort();
  const followed = await opening.catch(() => undefined);
  await Promise.allSettled(answering);
  await encoder?.close();
  await followed?.close();
}

async function open({
  index,
  watch,
  models = [],
  modelIndex = false,
}: ArchiveTask): Promise<FollowedArchive> {
  const tell = (note: string) => say({ note });
  const vectorsIn = modelIndex ? archiveFolder(index.data, index.corpus) : undefined;
  encoder = await encoderOf(models, tell, vectorsIn);
  encoder?.start();
  const progress = seldom((done, all) => say({ progress: { done, all } }));
  const followed = await openFollowedArchive({ ...index, tell, signal: closing.signal, progress }, encoder);
  const listener = {
    looked: () => say({ looked: true }),
    changed: (changed: Extract<ArchiveEvent, { changed: unknown }>['changed']) => say({ changed }),
    failed: ({ name, message }: Error) => say({ failed: { name, message } }),
    role: (writes: boolean) => say({ writes }),
    vectors: (vectors: VectorNews) => say({ vectors }),
  };
  // Whether it was closed meanwhile: nothing is begun then.
  await setImmediate();
  if (closing.signal.aborted) return followed;
  followed.follow({ watch, ...listener });
  return followed;
}

/** How often progress is told, in ms: whoever asks is told how far it is. */
const PROGRESS_MS = 200;

/** Files are read in thousands of pieces: most of them aren't told. */
function seldom(tell: (done: number, all: number) => void): (done: number, all: number) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (done, all) => {
    const now = performance.now();
    if (now - told < PROGRESS_MS) return;
    told = now;
    tell(done, all);
  };
}
