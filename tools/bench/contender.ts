import type { Document } from '../../src/model/article.ts';

/** Makes an index that keeps its files in `folder`. */
export type MakeContender = (folder: string) => Contender;

/** Numbers of the ten best sentences. Every contender's answer is awaited while it is timed. */
export type Found = number[] | Promise<number[]>;

/** An index to be measured. */
export interface Contender {
  add(documents: readonly Document[]): void | Promise<void>;
  /** Writes all that `open` needs into the folder. */
  save(): void | Promise<void>;
  open(): void | Promise<void>;
  /** What is not to be timed of a question. */
  prepare?(question: string): void;
  /** A question as it was typed. */
  ask(question: string): Found;
  /** One word, typed wrong; absent where the index can't. */
  typo?(word: string): Found;
  /** The beginning of a word. */
  prefix?(beginning: string): Found;
  /** Takes away what `add` had added. */
  remove?(document: Document): void | Promise<void>;
}

export const TOP = 10;

/** The sentences of documents, as entries of an index of texts. */
export function* entriesOf(documents: Iterable<Document>): Generator<{ id: number; body: string }> {
  for (const { article, sentences } of documents) {
    for (const { number, start, end } of sentences)
      yield { id: number, body: article.text.slice(start, end) };
  }
}
