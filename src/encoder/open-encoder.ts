import type { AskedQuestion } from '../model/query.ts';
import { codeOf } from '../text/languages/language.ts';
import { type BoundedWorker, boundedWorker, type CallBounds } from '../threads/bounded-worker.ts';
import { serialQueue } from '../threads/serial-queue.ts';
import { WorkerLostError } from '../threads/worker-lost.ts';
import type { Encoder, EncoderModel, Passage, PassageScores } from './encoder.ts';
import { ModelError } from './model-error.ts';
import type { ModelFolder } from './model-folder.ts';
import { createScorer, type LoadTask, type Scored, type ScoreTask } from './scorer.ts';

export interface EncoderOptions {
  /** Read by `readModelFolder`; each has a name of its own. */
  readonly models: readonly ModelFolder[];
  /** Receives a line where a model can't be used, or scoring fails: the same one once. */
  readonly tell: (line: string) => void;
}

/**
 * Questions that are scored or wait for it; the next one gets the plain order at once. With 12 passages a question takes
 * 90 ms of CPU time (docs/measurements.md), so the last of them waits .7 s, of the 3 s that Discord gives a reply.
 */
const MAX_QUESTIONS = 8;
/** In ms of CPU time: eleven times what 12 passages take, for slower computers and larger models. */
const MAX_QUESTION_CPU_MS = 1_000;
/** Last resorts against a thread that never comes back. Loading takes .2 s of CPU time with 23 MB. */
const LOAD_BOUNDS: CallBounds = { cpuMs: 120_000, wallMs: 1_200_000 };
const SCORE_BOUNDS: CallBounds = { cpuMs: 30 * MAX_QUESTION_CPU_MS, wallMs: 600_000 };
/** Of a thread that ended while it scored: what happens thrice will happen again. */
const MAX_RESTARTS = 2;
/** Limit of V8's heap, in MB: the tokenizer of a multilingual model takes 200; weights are no part of it. */
const HEAP_MB = 512;

/** Opens models in a thread of their own, which starts when it is first needed. Never throws. */
export function openEncoder(options: EncoderOptions): Encoder {
  return encoderOver(scorerThread(), options);
}

type ScorerWorker = BoundedWorker<LoadTask | ScoreTask, Scored>;

/** Node 20 runs no TypeScript: sources that run as they are, as in tests, have no thread to start. */
const HAS_THREAD = import.meta.filename.endsWith('.js');

function scorerThread(): ScorerWorker {
  if (!HAS_THREAD) return { start() {}, call: createScorer().handle, async close() {} };
  return boundedWorker(new URL('./encoder-worker.js', import.meta.url), {
    heapMb: HEAP_MB,
    errors: [ModelError],
  });
}

/** `openEncoder` with another worker, for tests. */
export function encoderOver(worker: ScorerWorker, { models, tell }: EncoderOptions): Encoder {
  const queue = serialQueue();
  const tellOnce = once(tell);
  const inUse = usableModels(worker, models, tellOnce);
  let questions = 0;
  let isClosed = false;

  async function scoreNow(question: AskedQuestion, passages: readonly Passage[]): Promise<Scores> {
    if (isClosed) return undefined;
    await inUse.load(readingsOf(inUse.usable, question, passages).map(({ model }) => model));
    const readings = readingsOf(inUse.usable, question, passages);
    if (readings.length === 0) return undefined;
    const { scores, failed } = await worker.call(
      {
        question: question.text,
        passages,
        readings: readings.map(({ model, passages }) => ({ model: model.folder, passages })),
        maxCpuMs: MAX_QUESTION_CPU_MS,
      },
      SCORE_BOUNDS,
    );
    for (const { model, message } of failed) inUse.drop(model, message);
    if (!scores)
      tellOnce(
        `to score ${passages.length} sentences takes over ${MAX_QUESTION_CPU_MS} ms: their plain order stands`,
      );
    return scores;
  }

  return {
    get models() {
      return inUse.usable;
    },
    start() {
      if (!isClosed) void queue.run(() => inUse.load(models));
    },
    async score(question, passages) {
      if (isClosed || inUse.usable.length === 0) return undefined;
      if (readingsOf(inUse.usable, question, passages).length === 0) return passages.map(() => ({}));
      if (questions >= MAX_QUESTIONS) return undefined;
      questions += 1;
      try {
        return await queue.run(() => scoreNow(question, passages));
      } catch (error) {
        inUse.lose(messageOf(error));
        return undefined;
      } finally {
        questions -= 1;
      }
    },
    async close() {
      isClosed = true;
      // What runs is waited for: it is bounded.
      await queue.run(() => worker.close());
    },
  };
}

type Scores = readonly PassageScores[] | undefined;

interface UsableModels {
  /** Those that have not failed. */
  readonly usable: readonly ModelFolder[];
  /** Loads those of them that the thread doesn't hold yet. Never throws: one that can't be loaded is dropped. */
  load(wanted: readonly ModelFolder[]): Promise<void>;
  /** Uses a model no more, and says why. */
  drop(folder: string, message: string): void;
  /** The thread ended while it scored: the next question starts another, `MAX_RESTARTS` times. */
  lose(message: string): void;
}

function usableModels(
  worker: ScorerWorker,
  models: readonly ModelFolder[],
  tell: (line: string) => void,
): UsableModels {
  let usable = models;
  let restarts = 0;
  const loaded = new Set<ModelFolder>();

  function drop(folder: string, message: string): void {
    usable = usable.filter((model) => model.folder !== folder);
    tell(message);
  }

  async function load(wanted: readonly ModelFolder[]): Promise<void> {
    for (const model of wanted) {
      if (loaded.has(model) || !usable.includes(model)) continue;
      try {
        await worker.call({ load: model }, LOAD_BOUNDS);
        loaded.add(model);
      } catch (error) {
        const isLost = error instanceof WorkerLostError;
        drop(
          model.folder,
          isLost ? `${model.folder}: loading it failed: ${error.message}` : messageOf(error),
        );
        if (!isLost) continue;
        // The others were lost with it.
        loaded.clear();
        return load(wanted);
      }
    }
  }

  return {
    get usable() {
      return usable;
    },
    load,
    drop,
    lose(message) {
      loaded.clear();
      restarts += 1;
      if (restarts > MAX_RESTARTS) usable = [];
      tell(restarts > MAX_RESTARTS ? `${message}: models are not used any more` : message);
    },
  };
}

/** Passes on each line the first time: several models may lack the same thing. */
function once(tell: (line: string) => void): (line: string) => void {
  const told = new Set<string>();
  return (line) => {
    if (told.has(line)) return;
    told.add(line);
    tell(`encoder: ${line}`);
  };
}

interface ModelReading {
  readonly model: ModelFolder;
  /** Indexes of the passages that it is made for. */
  readonly passages: readonly number[];
}

function readingsOf(
  models: readonly ModelFolder[],
  question: AskedQuestion,
  passages: readonly Passage[],
): ModelReading[] {
  const asked = codeOf(question.language);
  const codes = passages.map(({ language }) => codeOf(language) ?? asked);
  return models
    .filter((model) => isFor(model, asked))
    .map((model) => ({
      model,
      passages: codes.flatMap((code, index) => (isFor(model, code) ? [index] : [])),
    }))
    .filter(({ passages }) => passages.length > 0);
}

function isFor({ languages }: EncoderModel, code: string | undefined): boolean {
  return languages === 'any' || languages.some((language) => codeOf(language) === code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
