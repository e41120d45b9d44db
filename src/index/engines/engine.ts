import type { Document, Hit } from '../../model/model.ts';

/**
 * What an index owes the rest of the house. It holds terms and numbers, never text: `add` takes the terms by
 * `termsOf`, `search` answers with sentence numbers.
 *
 * - A sentence is scored on three levels: by itself, by its paragraph and by its article (title included).
 * - A term that no sentence holds may match close or longer ones; a term that the index holds matches itself only.
 * - Hits come best first; equal scores come in reading order.
 */
export interface Engine extends Searcher {
  /**
   * Adds a document's sentences. Its number and theirs must be above all that were added before; the sentences' follow one
   * another, between documents there may be gaps.
   */
  add(document: Document): void;
}

export interface Searcher {
  /**
   * The best `limit` sentences for any of `terms`, of the documents that `accepts` lets through (all, where absent).
   * Repeated terms count once, an empty list finds nothing.
   */
  search(terms: readonly string[], limit: number, accepts?: (document: number) => boolean): Hit[];
  /** The numbers of all sentences that hold exactly this term, ascending; of the documents that `accepts` lets through. */
  holding(term: string, accepts?: (document: number) => boolean): Uint32Array;
}

/** An engine whose documents come and go: after `remove` it answers as if the document had never been added. */
export interface ChangingEngine extends Engine {
  /** Takes a document away by its number (`Sentence.document`). False: it isn't there. */
  remove(document: number): boolean;
  has(document: number): boolean;
}
