import { performance } from 'node:perf_hooks';
import { threadClock, threadId } from '../threads/thread-clock.ts';
import type { Passage, PassageScores, VectorProgress } from './encoder.ts';
import { type LoadedModel, type LoadOptions, loadModel } from './load-model.ts';
import type { ModelFolder } from './model-folder.ts';

/** Loads a model; the response is empty. */
export interface LoadTask {
  readonly load: ModelFolder;
  /** File in which its vectors are kept; none where absent. */
  readonly vectors?: string;
}

/** Keeps vectors of passages, up to the first that has to be computed. */
export interface KeepTask {
  /** Folder of a model that was loaded. */
  readonly keep: string;
  readonly passages: readonly Passage[];
  readonly progress: VectorProgress;
}

/** All sentences of the archive were met: forgets some of the vectors of others. */
export interface PruneTask {
  readonly prune: string;
  readonly progress: VectorProgress;
}

/** Closes the files of vectors. */
export interface CloseTask {
  readonly close: true;
}

export type ScorerTask = LoadTask | ScoreTask | KeepTask | PruneTask | CloseTask;

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
  /** Of passages whose vectors are to be kept: how many, from the first, are kept now; 0 where none can be. */
  readonly kept?: number;
  /** Of `PruneTask`: nothing is left to forget. */
  readonly pruned?: boolean;
  /** Lines that tell why vectors can't be kept. */
  readonly notes?: readonly string[];
}

export interface PassageScorer {
  /** Throws `ModelError` where a model can't be loaded. */
  handle(task: ScorerTask): Promise<Scored>;
}

/**
 * What the encoder's thread does. Passages are scored one by one: a model in int8 has one scale of activations for all that
 * it reads at once, so in a batch a passage's score would depend on its company; it is also slower.
 */
export function createScorer(
  load: (model: ModelFolder, options: LoadOptions) => Promise<LoadedModel> = loadModel,
  startClock = threadCpuClock,
): PassageScorer {
  const models = new Map<string, LoadedModel>();
  let notes: string[] = [];

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
        failed.push(failureOf(model, 'scoring', error));
      }
    }
    return { scores, failed };
  }

  async function keep({ keep: model, passages, progress }: KeepTask): Promise<Scored> {
    try {
      return { kept: (await models.get(model)?.vectors?.keep(passages, progress)) ?? 0, failed: [] };
    } catch (error) {
      return { failed: [failureOf(model, 'reading a sentence', error)] };
    }
  }

  async function done(task: ScorerTask): Promise<Scored> {
    if ('readings' in task) return score(task);
    if ('keep' in task) return keep(task);
    if ('prune' in task)
      return { pruned: models.get(task.prune)?.vectors?.prune(task.progress) ?? true, failed: [] };
    if ('close' in task) for (const { vectors } of models.values()) vectors?.close();
    else {
      const tell = (line: string) => notes.push(line);
      models.set(task.load.folder, await load(task.load, { vectors: task.vectors, tell }));
    }
    return { failed: [] };
  }

  return {
    async handle(task) {
      const scored = await done(task);
      const told = notes;
      notes = [];
      return told.length > 0 ? { ...scored, notes: told } : scored;
    },
  };
}

function failureOf(model: string, doing: string, error: unknown) {
  return { model, message: `${model}: ${doing} failed: ${error instanceof Error ? error.message : error}` };
}

function threadCpuClock(): () => number {
  return threadClock({ performance }, threadId());
}
