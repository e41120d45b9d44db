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
  /** Called before each question, untimed. */
  prepare?(question: string): void;
  /** Finds sentences for a question, as it was typed. */
  ask(question: string): Found;
  /** Finds sentences for one misspelt word; absent where the index can't. */
  typo?(word: string): Found;
  /** Finds sentences for the beginning of a word; absent where the index can't. */
  prefix?(beginning: string): Found;
  /** Removes what `add` had added; absent where the index can't. */
  remove?(document: Document): void | Promise<void>;
}

/** Sentences that are found at most. */
export const TOP = 10;

/** The sentences of documents, with their numbers. */
export function* entriesOf(documents: Iterable<Document>): Generator<{ id: number; body: string }> {
  for (const { article, sentences } of documents) {
    for (const { number, start, end } of sentences)
      yield { id: number, body: article.text.slice(start, end) };
  }
}
