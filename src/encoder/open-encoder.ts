import type { AskedQuestion } from '../model/query.ts';
import { codeOf } from '../text/languages/language.ts';
import { boundedWorker, type CallBounds } from '../threads/bounded-worker.ts';
import { serialQueue } from '../threads/serial-queue.ts';
import type { Encoder, Passage, PassageScores } from './encoder.ts';
import { ModelError } from './model-error.ts';
import type { ModelFolder } from './model-folder.ts';
import { isFor } from './model-languages.ts';
import { createScorer } from './scorer.ts';
import { messageOf, type ScorerWorker, usableModels } from './usable-models.ts';
import { vectorKeeper } from './vector-keeper.ts';

export interface EncoderOptions {
  /** Read by `readModelFolder`; each has a name of its own. */
  readonly models: readonly ModelFolder[];
  /** Receives a line where a model can't be used, or scoring fails: the same one once. */
  readonly tell: (line: string) => void;
  /** Folder of the archive of whose sentences vectors are kept; none where absent. One process writes there. */
  readonly vectorsIn?: string | undefined;
}

/**
 * Questions that are scored or wait for it; the next one gets the plain order at once. With 12 passages a question takes
 * 90 ms of CPU time (docs/measurements.md), so the last of them waits .7 s, of the 3 s that Discord gives a reply.
 */
const MAX_QUESTIONS = 8;
/** In ms of CPU time: eleven times what 12 passages take, for slower computers and larger models. */
const MAX_QUESTION_CPU_MS = 1_000;
/** A last resort against a thread that never comes back. */
const SCORE_BOUNDS: CallBounds = { cpuMs: 30 * MAX_QUESTION_CPU_MS, wallMs: 600_000 };
/** Limit of V8's heap, in MB: the tokenizer of a multilingual model takes 200; weights are no part of it. */
const HEAP_MB = 512;

/** Opens models in a thread of their own, which starts when it is first needed. Never throws. */
export function openEncoder(options: EncoderOptions): Encoder {
  return encoderOver(scorerThread(), options);
}

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
export function encoderOver(worker: ScorerWorker, { models, tell, vectorsIn }: EncoderOptions): Encoder {
  const queue = serialQueue();
  const tellOnce = once(tell);
  const inUse = usableModels(worker, { models, tell: tellOnce, vectorsIn });
  let questions = 0;
  let isClosed = false;

  async function scoreNow(question: AskedQuestion, passages: readonly Passage[]): Promise<Scores> {
    if (isClosed) return undefined;
    await inUse.load(readingsOf(inUse.usable, question, passages).map(({ model }) => model));
    const readings = readingsOf(inUse.usable, question, passages);
    if (readings.length === 0) return undefined;
    const {
      scores,
      failed,
      notes = [],
    } = await worker.call(
      {
        question: question.text,
        passages,
        readings: readings.map(({ model, passages }) => ({ model: model.folder, passages })),
        maxCpuMs: MAX_QUESTION_CPU_MS,
      },
      SCORE_BOUNDS,
    );
    for (const { model, message } of failed) inUse.drop(model, message);
    for (const note of notes) tellOnce(note);
    if (!scores)
      tellOnce(
        `to score ${passages.length} sentences takes over ${MAX_QUESTION_CPU_MS} ms: their plain order stands`,
      );
    return scores;
  }

  /** When no question is scored or waits; `undefined` where it is closed meanwhile. */
  async function whenQuiet<T>(act: () => Promise<T>): Promise<T | undefined> {
    while (!isClosed) {
      const release = await queue.acquire();
      try {
        if (questions === 0 && !isClosed) return await act();
      } finally {
        release();
      }
    }
    return undefined;
  }

  return {
    get models() {
      return inUse.usable;
    },
    ...(vectorsIn !== undefined && {
      vectors: vectorKeeper({
        inUse,
        whenQuiet,
        tell: tellOnce,
        call: (task) => worker.call(task, SCORE_BOUNDS),
      }),
    }),
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
      await queue.run(async () => {
        // What isn't committed is computed again.
        if (vectorsIn !== undefined && inUse.isLoaded)
          await worker.call({ close: true }, SCORE_BOUNDS).catch(() => {});
        await worker.close();
      });
    },
  };
}

type Scores = readonly PassageScores[] | undefined;

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
