import { vectorsFile } from '../data-folder.ts';
import type { BoundedWorker, CallBounds } from '../threads/bounded-worker.ts';
import { WorkerLostError } from '../threads/worker-lost.ts';
import type { ModelFolder } from './model-folder.ts';
import type { Scored, ScorerTask } from './scorer.ts';

/** The thread that holds models, and scores with them. */
export type ScorerWorker = BoundedWorker<ScorerTask, Scored>;

export interface UsableModelsOptions {
  readonly models: readonly ModelFolder[];
  readonly tell: (line: string) => void;
  /** Folder in which vectors are kept; none where absent. */
  readonly vectorsIn?: string | undefined;
}

/** Last resorts against a thread that never comes back. Loading takes .2 s of CPU time with 23 MB. */
const LOAD_BOUNDS: CallBounds = { cpuMs: 120_000, wallMs: 1_200_000 };
/** Of a thread that ended while it scored: what happens thrice will happen again. */
const MAX_RESTARTS = 2;

/** The models that an encoder's thread holds, or may load. */
export interface UsableModels {
  /** Whether the thread holds one. */
  readonly isLoaded: boolean;
  /** Those that have not failed. */
  readonly usable: readonly ModelFolder[];
  /** Loads those of them that the thread doesn't hold yet. Never throws: one that can't be loaded is dropped. */
  load(wanted: readonly ModelFolder[]): Promise<void>;
  /** Uses a model no more, and says why. */
  drop(folder: string, message: string): void;
  /** The thread ended while it scored: the next question starts another, `MAX_RESTARTS` times. */
  lose(message: string): void;
}

/** None is loaded yet. `tell` receives a line where one can't be used. */
export function usableModels(
  worker: ScorerWorker,
  { models, tell, vectorsIn }: UsableModelsOptions,
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
        const vectors = vectorsIn !== undefined && model.embedding && vectorsFile(vectorsIn, model.name);
        const { notes = [] } = await worker.call({ load: model, ...(vectors && { vectors }) }, LOAD_BOUNDS);
        loaded.add(model);
        for (const note of notes) tell(note);
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
    get isLoaded() {
      return loaded.size > 0;
    },
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

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
