import type { Hit } from '../../model/answer.ts';
import type { Document } from '../../model/article.ts';
import type { ArticleFilter, PostingsList, SearchRequest } from '../index.ts';

/**
 * What an engine owes: it finds and ranks sentences. It holds terms and numbers, never text, and stays as it is once it is open:
 * an index that has changed opens another one.
 *
 * - A sentence is scored on three levels: by itself, by its paragraph and by its article (title included).
 * - A term that no sentence holds may match close or longer ones; a term that the index holds matches itself only.
 * - Hits come best first; equal scores come in reading order.
 * - Repeated terms count once, an empty list finds nothing.
 */
export interface Engine {
  /** The hits of each request. */
  search(requests: readonly SearchRequest[]): Promise<readonly (readonly Hit[])[]>;
  /** The postings of each term; empty where no sentence holds it. */
  postings(terms: readonly string[], filter?: ArticleFilter): Promise<readonly PostingsList[]>;
}

/** What an engine is opened over. */
export interface EngineSource {
  /** How many sentences there are. */
  readonly sentences: number;
  /** All articles, by ascending numbers, those of their sentences too; there may be gaps. */
  readonly documents: () => Iterable<Document>;
  /** Whether an article passes a filter, by its number; `undefined` where every one does. */
  readonly accepts: (filter: ArticleFilter | undefined) => ((document: number) => boolean) | undefined;
  /** The segment files of an index on disk; absent of one in memory. */
  readonly files?: SegmentFiles;
}

/** Segment files, which the index writer writes. */
export interface SegmentFiles {
  readonly folder: string;
  readonly segments: readonly SegmentFile[];
  /** Numbers of documents that are in a segment, and don't count any more. */
  readonly deletes: readonly number[];
}

/** A segment file, and the numbers of its first and last document. Those of different segments don't overlap. */
export interface SegmentFile {
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Opens an engine. `previous` is the one that it opened before for the same index, whose work may be used again. Throws
 * `CorruptIndexError`.
 */
export type OpenEngine = (source: EngineSource, previous: Engine | undefined) => Engine;
