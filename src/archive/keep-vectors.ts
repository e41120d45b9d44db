import { setImmediate } from 'node:timers/promises';
import { passageOf } from '../answer/passages.ts';
import type { EncoderModel, Passage, VectorKeeper, VectorProgress } from '../encoder/encoder.ts';
import { isFor } from '../encoder/model-languages.ts';
import type { Index, IndexSnapshot } from '../index/index.ts';
import type { Document } from '../model/article.ts';
import { codeOf } from '../text/languages/language.ts';

/** The keeping of a model's vectors has begun, or is whole. */
export interface VectorNews extends VectorProgress {
  readonly model: string;
  readonly isWhole: boolean;
}

export interface KeepingListener {
  readonly news: (news: VectorNews) => void;
  /** Called with what the index throws: the keeping ends until the next `look`. */
  readonly failed: (error: Error) => void;
}

/** Keeps the vectors of an index's sentences in the background. */
export interface VectorKeeping {
  /** Goes through all sentences of the latest snapshot, once more where it is at it. Resolves when it is at rest. */
  look(): Promise<void>;
  /** Resolves when it is at rest; what is kept stays kept. */
  close(): Promise<void>;
}

/** Sentences that are handed over at a time, and kept in one transaction: what closing may have to wait for, and a kill undoes. */
const AT_ONCE = 16;

export function keepVectors(index: Index, vectors: VectorKeeper, listener: KeepingListener): VectorKeeping {
  let isClosed = false;
  let again = false;
  let running: Promise<void> | undefined;
  const told = new Set<string>();

  /** Once of a model: what a sync changes later is seldom worth a line. */
  function tell(model: string, progress: VectorProgress, isWhole: boolean): void {
    if (told.has(`${model} ${isWhole}`)) return;
    told.add(`${model} ${isWhole}`);
    listener.news({ model, ...progress, isWhole });
  }

  async function keepAll(): Promise<void> {
    do {
      again = false;
      for (const model of vectors.models) {
        const pass = new Pass(index, vectors, model);
        await pass.begin();
        tell(model.name, pass.progress(), false);
        if (await pass.run(() => isClosed)) tell(model.name, pass.progress(), true);
        again ||= pass.isOutdated;
      }
    } while (again && !isClosed);
  }

  return {
    look() {
      again = true;
      if (isClosed) return Promise.resolve();
      running ??= keepAll()
        .catch((error: Error) => listener.failed(error))
        .finally(() => {
          running = undefined;
        });
      return running;
    },
    async close() {
      isClosed = true;
      await running;
    },
  };
}

/**
 * One way through all documents by their numbers: oldest first, so that what is new comes after what is kept already. Each is read of
 * the latest snapshot, since one that was held for hours would keep the index's log from being moved.
 */
class Pass {
  /** The snapshot has changed meanwhile: there may be documents that it doesn't go through. */
  isOutdated = false;
  private readonly index: Index;
  private readonly vectors: VectorKeeper;
  private readonly model: EncoderModel;
  private snapshot: IndexSnapshot | undefined;
  private numbers: readonly number[] = [];
  private present: ReadonlySet<number> = new Set();
  private kept = 0;
  private past = 0;

  constructor(index: Index, vectors: VectorKeeper, model: EncoderModel) {
    this.index = index;
    this.vectors = vectors;
    this.model = model;
  }

  async begin(): Promise<void> {
    await this.index.use((snapshot) => this.lookAt(snapshot));
    this.numbers = [...this.present].sort((a, b) => a - b);
  }

  progress(): VectorProgress {
    return { kept: this.kept, past: this.past, sentences: this.snapshot!.sentences };
  }

  /** Whether all was gone through, and kept. */
  async run(isClosed: () => boolean): Promise<boolean> {
    for (const number of this.numbers) {
      // Calls of the archive come in between, also where all is kept already.
      await setImmediate();
      if (isClosed()) return false;
      const document = await this.index.use((snapshot) => this.documentOf(snapshot, number));
      if (document && !(await this.keep(document))) return false;
    }
    if (this.isOutdated) return false;
    return this.vectors.keptAll(this.model, this.progress());
  }

  private async lookAt(snapshot: IndexSnapshot): Promise<void> {
    this.snapshot = snapshot;
    this.present = new Set(await snapshot.metadata.newest(0, Number.POSITIVE_INFINITY));
  }

  /** `undefined` where it is gone meanwhile. */
  private async documentOf(snapshot: IndexSnapshot, number: number): Promise<Document | undefined> {
    if (snapshot !== this.snapshot) {
      this.isOutdated = true;
      await this.lookAt(snapshot);
    }
    return this.present.has(number) ? (await snapshot.documents([number]))[0] : undefined;
  }

  private async keep(document: Document): Promise<boolean> {
    const { sentences, article } = document;
    const code = codeOf(article.language);
    if (code !== undefined && !isFor(this.model, code)) {
      this.past += sentences.length;
      return true;
    }
    for (let from = 0; from < sentences.length; from += AT_ONCE) {
      const passages = sentences.slice(from, from + AT_ONCE).map((one): Passage => passageOf(document, one));
      if (!(await this.vectors.keep(this.model, passages, this.progress()))) return false;
      this.kept += passages.length;
      this.past += passages.length;
    }
    return true;
  }
}
