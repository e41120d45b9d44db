import type { EncoderModel, VectorKeeper } from './encoder.ts';
import type { ModelFolder } from './model-folder.ts';
import type { KeepTask, PruneTask, Scored } from './scorer.ts';
import { messageOf, type UsableModels } from './usable-models.ts';

export interface VectorKeeperOptions {
  readonly inUse: UsableModels;
  /** Runs `act` when no question waits; `undefined` where that never comes. */
  readonly whenQuiet: <T>(act: () => Promise<T>) => Promise<T | undefined>;
  /** Asks the encoder's thread. */
  readonly call: (task: KeepTask | PruneTask) => Promise<Scored>;
  readonly tell: (line: string) => void;
}

/** Has the encoder's thread compute one vector at a time: so long a question waits for it at most. */
export function vectorKeeper({ inUse, whenQuiet, call, tell }: VectorKeeperOptions): VectorKeeper {
  const given = new Set<EncoderModel>();

  /** What the thread says; `undefined` where it has said nothing, or the model failed. */
  async function asked(model: ModelFolder, task: KeepTask | PruneTask): Promise<Scored | undefined> {
    return whenQuiet(async () => {
      try {
        await inUse.load([model]);
        if (!inUse.usable.includes(model)) return undefined;
        const scored = await call(task);
        for (const note of scored.notes ?? []) tell(note);
        for (const { model, message } of scored.failed) inUse.drop(model, message);
        return scored.failed.length > 0 ? undefined : scored;
      } catch (error) {
        inUse.lose(messageOf(error));
        return undefined;
      }
    });
  }

  return {
    get models() {
      return inUse.usable.filter((model) => model.kind === 'bi-encoder' && !given.has(model));
    },
    async keep(model, passages, { kept, past, sentences }) {
      const { folder } = model as ModelFolder;
      for (let done = 0; done < passages.length; ) {
        const progress = { kept: kept + done, past: past + done, sentences };
        const task = { keep: folder, passages: passages.slice(done), progress };
        const scored = await asked(model as ModelFolder, task);
        if (scored?.kept === 0) given.add(model);
        if (!scored?.kept) return false;
        done += scored.kept;
      }
      return true;
    },
    async keptAll(model, progress) {
      for (;;) {
        const scored = await asked(model as ModelFolder, { prune: (model as ModelFolder).folder, progress });
        if (!scored) return false;
        if (scored.pruned) return true;
      }
    },
  };
}
