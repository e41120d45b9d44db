import type { Article } from '../../src/model/article.ts';
import type { QuestionKind } from '../../src/model/query.ts';

/** Where an answer is: a place in an article's text, or words that the sentence must hold. */
export type Expected =
  | { readonly article: string; readonly start: number; readonly end: number }
  | { readonly article: string; readonly quote: string };

export interface EvalQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
  /** Empty: the archive does not hold the answer, and saying so is right. */
  readonly expected: readonly Expected[];
}

export interface EvalSet {
  readonly questions: readonly EvalQuestion[];
  /** The articles that a SQuAD file carries with it. */
  readonly articles?: readonly Article[];
}
