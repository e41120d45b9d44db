import type { Hit } from '../model/answer.ts';
import type { Document, Likeness, Problem } from '../model/article.ts';
import type { Filter } from '../model/query.ts';
import type { ArchiveStatus, Facets } from '../model/status.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

/** Which articles count. Data, never a function: it may cross to another thread or host. */
export interface ArticleFilter extends Filter {
  /** `outside`: those published on other days than `from` to `to`, or undated. Absent: those published on these days. */
  readonly days?: 'outside';
}

/** What is searched for: the best `limit` sentences for any of the terms, in the articles that pass. */
export interface SearchRequest {
  readonly terms: readonly string[];
  readonly limit: number;
  readonly filter?: ArticleFilter;
}

/** Every sentence that holds exactly one term, ascending; `documents[i]` is the article of `sentences[i]`. */
export interface PostingsList {
  readonly sentences: Uint32Array;
  readonly documents: Uint32Array;
}

/** An article that is the same as another one: word for word, nearly, or as a version under one address. */
export interface Duplicate {
  readonly number: number;
  readonly likeness: Likeness;
}

export type Summary = Pick<ArchiveStatus, 'from' | 'to' | 'undated' | 'publishers' | 'languages'>;

/** What is asked of articles by their fields, without their texts. Articles are called by their numbers. */
export interface MetadataIndex {
  /** `undefined` where there is none, here and below. */
  byId(id: string): Promise<number | undefined>;
  /** By the fingerprint of its id, as a button remembers it (`markOf`). */
  byMark(mark: string): Promise<number | undefined>;
  /** Of each of these marks of texts (`textMarkOf`) the first article with exactly that text. */
  byTexts(marks: readonly string[]): Promise<number[]>;
  /** By its exact title; of several the newest. */
  byTitle(title: string): Promise<number | undefined>;
  /** Newest first, undated ones last, then by id; of `among` only, where given, and of those only that pass the filter. */
  newest(from: number, limit: number, among?: readonly number[], filter?: Filter): Promise<number[]>;
  /** Of the same articles, how many there are of each publisher, most first, and of each month (`2020-01`), newest first. */
  facets(among?: readonly number[], filter?: Filter): Promise<Facets>;
  /** Those whose title or id holds `typed`, folded, newest first. */
  like(typed: string, limit: number): Promise<number[]>;
  /** How many articles a file holds. */
  inFile(path: string): Promise<number>;
  /** How many articles pass a filter. */
  count(filter: ArticleFilter): Promise<number>;
  /** How many articles have a text that another one has, word for word. */
  repeated(): Promise<number>;
  summary(): Promise<Summary>;
}

/**
 * What an archive answers from, as of one moment, whatever is written meanwhile. It answers with promises, so that it may be
 * on disk, in memory, or on other hosts; a question asks it few times, for much at once. The lexicon alone is synchronous: it stays
 * beside who asks, since a question looks up 130 of its entries (median, measured on Reuters).
 *
 * Every method throws `CorruptIndexError` where something isn't what was written, and `IndexUnavailableError` where the
 * index can't be reached.
 */
export interface IndexSnapshot {
  /** How many articles and sentences it holds. */
  readonly articles: number;
  readonly sentences: number;
  /** The name of the engine that searches it. */
  readonly engine: string;
  /** What is wrong with the files of the corpus. */
  readonly problems: readonly Problem[];
  readonly lexicon: Lexicon;
  readonly metadata: MetadataIndex;
  /** The hits of each request, best first. */
  search(requests: readonly SearchRequest[]): Promise<readonly (readonly Hit[])[]>;
  /** The postings of each term, in the articles that pass. */
  postings(terms: readonly string[], filter?: ArticleFilter): Promise<readonly PostingsList[]>;
  /** Articles with their spans, in the order of their numbers as given. */
  documents(numbers: readonly number[]): Promise<readonly Document[]>;
  /**
   * Those whose texts hold these very characters, in reading order: files by their paths. Stops after 1,000. Reads those only that the
   * lexicon says may hold them, where it does.
   */
  containing(words: string): AsyncIterable<Document>;
  /** Of each of these articles the others that are the same, earliest first. */
  duplicates(numbers: readonly number[]): Promise<ReadonlyMap<number, readonly Duplicate[]>>;
}

/** An index that changes: what it is asked is asked of its latest snapshot. */
export interface Index {
  /** Runs `work` over the latest snapshot, which stays as it is until `work` is done. */
  use<T>(work: (snapshot: IndexSnapshot) => Promise<T>): Promise<T>;
}
