import type { Article, Problem } from '../../model/article.ts';

/** Reads one file format. Articles come one by one, so that a file may be larger than memory. */
export interface Reader {
  /** Throws only the file system's errors; what is wrong with the content is a `Flaw` among the items. */
  readonly read: (file: CorpusFile) => AsyncIterable<Item>;
}

/** A file of the corpus, or inside an archive of the corpus. */
export interface CorpusFile {
  /** Relative to the corpus, with `/` between folders. */
  readonly path: string;
  /** Where to open it: see `bytes.ts`. */
  readonly location: string;
  /** Only inside another file, which `location` then is: streams its bytes, from the start at each call. */
  readonly open?: () => AsyncIterable<Buffer>;
  /** Called with the number of bytes of `location` that have been read so far. */
  readonly seen?: (bytes: number) => void;
  /** Only for an archive: readers of the files inside it. */
  readonly formats?: Formats;
  /** Only inside another file: what may still be unpacked. */
  readonly unpacking?: Unpacking;
}

/** An article, with its line (from 1) where its file has lines, or something wrong with the file. */
export type Item = { readonly article: Article; readonly line?: number } | { readonly flaw: Flaw };

/** A problem of the file that is being read, without the path: the caller knows it. */
export type Flaw = Omit<Problem, 'path'> & Repetition & Retried;

/** Whether reading the file may succeed later. */
export interface Retried {
  /** The file failed for a reason that may pass (time, limits of the system): it must be read again. */
  readonly retry?: true;
}

/** On how many lines it occurs, where a file has too many to list them all; 1 where absent. */
export interface Repetition {
  readonly times?: number;
}

/** The item without `retry`, which only the reader of the file needs. */
export function withoutRetry(item: Item): Item {
  if (!('flaw' in item)) return item;
  const { retry: _, ...flaw } = item.flaw;
  return { flaw };
}

/** 10 MB of plain text is four times "War and Peace": a longer text is not one article. */
export const MAX_ARTICLE_MB = 10;
/** In bytes of a file, or in UTF-16 units of a text. */
export const MAX_ARTICLE_LENGTH = MAX_ARTICLE_MB * 1024 * 1024;

/** What an archive, with the archives inside it, may hold. */
export interface UnpackLimits {
  readonly entries: number;
  /** Of archives inside each other. */
  readonly depth: number;
  /** Bytes unpacked for each byte of the outermost file, beyond the first `freeBytes`. */
  readonly ratio: number;
  readonly freeBytes: number;
  readonly totalBytes: number;
  /** Of an archive inside an archive that must be in memory, because its format needs random access. */
  readonly inMemoryBytes: number;
}

/** The state of unpacking, shared by all files inside one outermost file. */
export interface Unpacking {
  readonly depth: number;
  readonly limits: UnpackLimits;
  readonly used: { entries: number; bytes: number; refused: boolean };
  /** Of the outermost file, in bytes. */
  readonly size: number;
}

/** The readers of all formats, for readers of archives. */
export interface Formats {
  readonly isReadable: (path: string) => boolean;
  readonly readerOf: (path: string) => Promise<Reader>;
}
