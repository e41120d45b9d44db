import type { Postings } from './postings.ts';

/** One number for each of the three levels. */
export interface ByLevel<T = number> {
  readonly sentence: T;
  readonly paragraph: T;
  readonly article: T;
}

export const LEVELS = ['sentence', 'paragraph', 'article'] as const;

/**
 * What a segment holds of its articles beside their terms. A segment numbers its articles, paragraphs and sentences from 0,
 * in the order of adding, which is that of their documents' numbers; arrays may be longer than what they hold.
 */
export interface DocValues {
  readonly count: ByLevel;
  /** The sum of the lengths of all texts of a level, in distinct terms. */
  readonly totalLength: ByLevel;
  /** By article: the number of its document, and of its first sentence; its other sentences follow without a gap. */
  readonly document: Uint32Array;
  readonly firstNumber: Uint32Array;
  /** By article, and one more: where its sentences and paragraphs begin in the segment. */
  readonly firstSentence: Uint32Array;
  readonly firstParagraph: Uint32Array;
  /** By sentence: its paragraph in the segment. */
  readonly paragraphOf: Uint32Array;
  /** By sentence, paragraph and article: its length as a norm (`normOf`). */
  readonly norms: ByLevel<Uint8Array>;
  /** By article: three norms in one number (`packedNormsOf`). */
  readonly packedNorms: Uint32Array;
}

/** A term of a segment: how many sentences, paragraphs and articles hold it (deleted ones too), and its postings. */
export interface TermInfo extends Postings {
  readonly term: string;
  readonly frequency: ByLevel;
}

/** A term that is close to another one. */
export interface FuzzyMatch {
  readonly info: TermInfo;
  /** How many edits away (Levenshtein, in UTF-16 units). */
  readonly edits: number;
}

/** A share of the archive, each article in one segment only: in memory, where it grows, or an immutable file. */
export interface SegmentView {
  readonly docValues: DocValues;
  /** `undefined` where no article holds the term. */
  find(term: string): TermInfo | undefined;
  /** All terms, in the order of their UTF-16 units. */
  terms(): Iterable<TermInfo>;
  /** The terms that begin with `prefix`, the prefix itself among them if it is a term. */
  withPrefix(prefix: string): Iterable<TermInfo>;
  /** The terms at most so many edits away (Levenshtein, in UTF-16 units), the term itself among them. */
  near(term: string, edits: number): Iterable<FuzzyMatch>;
}
