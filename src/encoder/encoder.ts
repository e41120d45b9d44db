import type { AskedQuestion } from '../model/query.ts';

/** A sentence as a model reads it. */
export interface Passage {
  /** Of its article; empty where that has none of its own. */
  readonly title: string;
  readonly sentence: string;
  /** The sentence before, where this one leans on it ("He", "This"). */
  readonly before?: string;
  /** BCP 47, of its article; absent where it is not known. */
  readonly language?: string;
}

/** What models say of one passage; nothing where none is made for its language and the question's. */
export interface PassageScores {
  /** A cross-encoder's score, about -12 to 12: above 0 the sentence answers more likely than not. */
  readonly logit?: number;
  /** Cosine of the question's and the sentence's vector by a bi-encoder, -1 to 1. */
  readonly cosine?: number;
}

/** What a folder with a model holds. */
export interface EncoderModel {
  /** As it is shown: "english", "multilingual-e5-small". */
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
  readonly kind: 'cross-encoder' | 'bi-encoder';
  /** BCP 47 of the languages that it is made for; `any` of a multilingual one. */
  readonly languages: readonly string[] | 'any';
}

/** Models that say which sentences answer a question. They order sentences, and write nothing. */
export interface Encoder {
  /** The models in use; none where there is none or each has failed. */
  readonly models: readonly EncoderModel[];
  /** Loads the models now, so that the first question needn't wait for it. */
  start(): void;
  /**
   * Scores passages, in their order; `{}` for one that no model is made for. `undefined` where as many questions wait as may,
   * scoring takes too long, or no model can be used: then the plain order stands. Never throws: a failure is told in one line,
   * once.
   */
  score(question: AskedQuestion, passages: readonly Passage[]): Promise<readonly PassageScores[] | undefined>;
  /** Absent where no vectors are kept on disk. */
  readonly vectors?: VectorKeeper;
  /** Waits for what is being loaded or scored, and ends the thread; questions that wait get the plain order. */
  close(): Promise<void>;
}

/** Keeps vectors of an archive's sentences on disk: a question whose candidates' are kept needs only its own. */
export interface VectorKeeper {
  /** The bi-encoders whose vectors are kept. One that fails, or whose file can't be written, goes. */
  readonly models: readonly EncoderModel[];
  /**
   * Computes and keeps those of these passages' vectors that aren't kept yet, one after the other, whenever no question waits.
   * `progress` is how far it was before. Returns whether all are kept; `false` is told in a line, unless the encoder is closed. Never throws.
   */
  keep(model: EncoderModel, passages: readonly Passage[], progress: VectorProgress): Promise<boolean>;
  /** All sentences were handed over, from the first: notes it, and forgets vectors of others. Returns as `keep` does. */
  keptAll(model: EncoderModel, progress: VectorProgress): Promise<boolean>;
}

/** How far the keeping of vectors is, in sentences. */
export interface VectorProgress {
  /** Whose vectors are kept. */
  readonly kept: number;
  /** Those, and the ones that get none: the model isn't made for their language. */
  readonly past: number;
  /** Of the whole archive. */
  readonly sentences: number;
}
