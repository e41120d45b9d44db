import type { Article, Problem } from '../../model/model.ts';

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
  /** Reads what is inside it, where it is an archive. */
  readonly formats?: Formats;
  /** What may still be unpacked, where it is inside another file. */
  readonly unpacking?: Unpacking;
}

export type Item = { readonly article: Article; readonly line?: number } | { readonly flaw: Flaw };

/** A problem of the file that is being read, without the path: the caller knows it. */
export type Flaw = Omit<Problem, 'path'> & Repeated & Retried;

export interface Retried {
  /** The file was left out for what may be otherwise next time (time, the system's limits): it is to be read again. */
  readonly retry?: true;
}

/** How often, on as many lines, where a file has too many to tell them all; once where absent. */
export interface Repeated {
  readonly times?: number;
}

/** As it is told of: `retry` is for who reads the file. */
export function withoutRetry(item: Item): Item {
  if (!('flaw' in item)) return item;
  const { retry: _, ...flaw } = item.flaw;
  return { flaw };
}

/** 10 MB of plain text is four times "War and Peace": more than that is not one article. */
export const ARTICLE_LIMIT_MB = 10;
export const ARTICLE_LIMIT = ARTICLE_LIMIT_MB * 1024 * 1024;

/** What an archive, with the archives inside it, may unpack. */
export interface UnpackLimits {
  readonly entries: number;
  /** A file in a file in a file. */
  readonly depth: number;
  /** Bytes unpacked for each byte of the outermost file; the first `free` bytes are not asked. */
  readonly ratio: number;
  readonly free: number;
  readonly total: number;
  /** Of an archive in an archive that has to be in memory, because its reader jumps in it. */
  readonly jumped: number;
}

/** Shared by all that is inside one outermost file. */
export interface Unpacking {
  readonly depth: number;
  readonly limits: UnpackLimits;
  readonly used: { entries: number; bytes: number; refused: boolean };
  /** Of the outermost file, in bytes. */
  readonly size: number;
}

/** The readers of every format, handed to those that meet other files inside their own. */
export interface Formats {
  readonly isReadable: (path: string) => boolean;
  readonly readerOf: (path: string) => Promise<Reader>;
}
