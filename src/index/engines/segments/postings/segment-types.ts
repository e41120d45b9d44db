import type { Postings } from './postings.ts';

/** One number for each of the three levels. */
export interface ByLevel<T = number> {
  readonly sentence: T;
  readonly paragraph: T;
  readonly article: T;
}

export const LEVELS = ['sentence', 'paragraph', 'article'] as const;

/**
 * What a part knows of its articles beside their terms. A part counts its articles, paragraphs and sentences from 0,
 * in the order of adding, which is that of their documents' numbers; arrays may be longer than what they hold.
 */
export interface Columns {
  readonly count: ByLevel;
  /** The sums of `lengths`, decoded. */
  readonly length: ByLevel;
  /** By article: the number of its document, and of its first sentence; its other sentences follow without a gap. */
  readonly document: Uint32Array;
  readonly firstNumber: Uint32Array;
  /** By article, and one more: where its sentences and paragraphs begin in the part. */
  readonly firstSentence: Uint32Array;
  readonly firstParagraph: Uint32Array;
  /** By sentence. */
  readonly paragraphOf: Uint32Array;
  /** Distinct terms, by `codeOfLength`. */
  readonly lengths: ByLevel<Uint8Array>;
  /** By article, three lengths in one number (`codesOf`). */
  readonly codes: Uint32Array;
}

/** A term of a part: how many sentences, paragraphs and articles hold it (those removed, too), and where. */
export interface PartTerm extends Postings {
  readonly term: string;
  readonly frequency: ByLevel;
}

export interface Near {
  readonly found: PartTerm;
  readonly edits: number;
}

/** A share of the archive, each article in one only: what was added lately, or an immutable file. */
export interface Part {
  readonly columns: Columns;
  find(term: string): PartTerm | undefined;
  /** All terms, in the order of their UTF-16 units. */
  terms(): Iterable<PartTerm>;
  /** Those that begin so, the term itself among them. */
  beginningWith(prefix: string): Iterable<PartTerm>;
  /** Those at most so many edits away (Levenshtein, in UTF-16 units), the term itself among them. */
  near(term: string, edits: number): Iterable<Near>;
}
