import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { splitOf } from '../index/documents/document.ts';
import { textMarkOf } from '../index/documents/metadata.ts';
import { detectFormat, type ForeignKind } from '../ingest/formats/detect-format.ts';
import { type Item, withoutRetry } from '../ingest/formats/reader.ts';
import { corpusOf } from '../ingest/read-corpus.ts';
import { itemsHere } from '../ingest/read-here.ts';
import type { Article, Problem, Span } from '../model/article.ts';

/** An article that isn't in the archive yet; its text stays where it was read. */
export interface Seen {
  readonly article: Omit<Article, 'text'>;
  /** Its first sentence, word for word. */
  readonly opening: string;
}

/** What an uploaded file would add to the archive. */
export interface Upload {
  /** Checksum of the file, in hexadecimal. */
  readonly sha256: string;
  /** Of its detected format, whatever its name was. */
  readonly extension: string;
  readonly first: Seen;
  readonly articles: number;
  /** In all its articles. */
  readonly sentences: number;
  /** Marks of the texts, as `textMarkOf` makes them. */
  readonly texts: readonly string[];
  /** The first of them. */
  readonly problems: readonly Problem[];
}

/** Why an upload was rejected; `unreadable` with its reader's reasons. */
export type Rejection =
  | { readonly why: ForeignKind | 'slow' | 'memory' | 'busy' }
  | { readonly why: 'unreadable'; readonly reasons: readonly string[] };

export type Examined = { readonly upload: Upload } | { readonly rejected: Rejection };

const PROBLEMS_KEPT = 20;

/** What the ids and problems of an upload call it. */
export const EXAMINED_AS = 'upload';

/**
 * Reads a file by its detected format, as the archive would, in the calling thread (`examiner` bounds it). Throws
 * what the file system throws.
 */
export async function examineFile(location: string): Promise<Examined> {
  const bytes = await readFile(location);
  const sniffed = await detectFormat(bytes);
  if ('foreign' in sniffed) return { rejected: { why: sniffed.foreign } };
  const path = `${EXAMINED_AS}${sniffed.extension}`;
  const items: Item[] = [];
  for await (const item of itemsHere({ path, location })) items.push(withoutRetry(item));
  const { articles, problems } = corpusOf([{ file: { path }, items }], []);
  const own = problems.filter((problem) => problem.path === path).slice(0, PROBLEMS_KEPT);
  const splits = articles.map((article) => splitOf(article).sentences);
  if (!articles[0]) return { rejected: { why: 'unreadable', reasons: own.map(({ reason }) => reason) } };
  return {
    upload: {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      extension: sniffed.extension,
      first: seen(articles[0], splits[0]?.[0]),
      articles: articles.length,
      sentences: splits.reduce((sum, { length }) => sum + length, 0),
      texts: articles.map(({ text }) => textMarkOf(text)),
      problems: own,
    },
  };
}

function seen({ text, ...article }: Article, sentence: Span | undefined): Seen {
  return { article, opening: sentence ? text.slice(sentence.start, sentence.end) : '' };
}
