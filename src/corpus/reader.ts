import type { Article, Problem } from '../model.ts';
import type { Unpacking } from './unpacking.ts';

/** What a file format owes. The articles of a file come one by one, so that a file may be larger than memory. */
export interface Reader {
  /** Throws only what the file system throws; what is wrong with the content is a `Flaw` among the items. */
  readonly read: (file: CorpusFile) => AsyncIterable<Item>;
}

export interface CorpusFile {
  /** Relative to the corpus, `/` between folders. */
  readonly path: string;
  /** Where to open it: see `bytes.ts`. */
  readonly location: string;
  /** Its bytes from the start, at each call, where they are inside another file: then `location` is that one. */
  readonly open?: () => AsyncIterable<Buffer>;
  /** Told how many bytes of `location` have been taken so far. */
  readonly seen?: (bytes: number) => void;
  /** What may still be unpacked, where it is inside another file. */
  readonly unpacking?: Unpacking;
}

export type Item = { readonly article: Article; readonly line?: number } | { readonly flaw: Flaw };

/** A problem of the file that is being read: who reads it needn't say which one. */
export type Flaw = Omit<Problem, 'path'> & Repeated;

/** How often, on as many lines, where a file has too many to tell them all; once where absent. */
export interface Repeated {
  readonly times?: number;
}

/** 10 MB of plain text is four times "War and Peace": more than that is not one article. */
export const ARTICLE_LIMIT_MB = 10;
export const ARTICLE_LIMIT = ARTICLE_LIMIT_MB * 1024 * 1024;
