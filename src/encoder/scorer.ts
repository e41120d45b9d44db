import { performance } from 'node:perf_hooks';
import { threadClock, threadId } from '../threads/thread-clock.ts';
import type { Passage, PassageScores } from './encoder.ts';
import { type LoadedModel, loadModel } from './load-model.ts';
import type { ModelFolder } from './model-folder.ts';

/** Loads a model; the response is empty. */
export interface LoadTask {
  readonly load: ModelFolder;
}

/** Scores the passages of one question. */
export interface ScoreTask {
  readonly question: string;
  readonly passages: readonly Passage[];
  /** Which models read which of the passages. */
  readonly readings: readonly ReadingTask[];
  /** CPU time of the thread after which it stops, in ms: looked at before each passage. */
  readonly maxCpuMs: number;
}

export interface ReadingTask {
  /** Folder of a model that was loaded. */
  readonly model: string;
  /** Indexes of passages. */
  readonly passages: readonly number[];
}

export interface Scored {
  /** In the order of the passages; absent where the time was not enough. */
  readonly scores?: readonly PassageScores[];
  /** Models that threw, with what they said. */
  readonly failed: readonly { readonly model: string; readonly message: string }[];
}

export interface PassageScorer {
  /** Throws `ModelError` where a model can't be loaded. */
  handle(task: LoadTask | ScoreTask): Promise<Scored>;
}

/**
 * What the encoder's thread does. Passages are scored one by one: a model in int8 has one scale of activations for all that
 * it reads at once, so in a batch a passage's score would depend on its company; it is also slower.
 */
export function createScorer(load = loadModel, startClock = threadCpuClock): PassageScorer {
  const models = new Map<string, LoadedModel>();

  async function score({ question, passages, readings, maxCpuMs }: ScoreTask): Promise<Scored> {
    const used = startClock();
    const scores: PassageScores[] = passages.map(() => ({}));
    const failed: { model: string; message: string }[] = [];
    for (const { model, passages: read } of readings) {
      try {
        for (const index of read) {
          if (used() > maxCpuMs) return { failed };
          scores[index] = {
            ...scores[index],
            ...(await models.get(model)!.score(question, passages[index]!)),
          };
        }
      } catch (error) {
        failed.push({
          model,
          message: `${model}: scoring failed: ${error instanceof Error ? error.message : error}`,
        });
      }
    }
    return { scores, failed };
  }

  return {
    async handle(task) {
      if (!('load' in task)) return score(task);
      models.set(task.load.folder, await load(task.load));
      return { failed: [] };
    },
  };
}

function threadCpuClock(): () => number {
  return threadClock({ performance }, threadId());
}
