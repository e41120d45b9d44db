import type { Archive } from '../src/archive/archive.ts';
import { buildArchive } from '../src/archive/open-archive.ts';
import { numberedDocuments } from '../src/index/documents/document.ts';
import type { EngineSettings } from '../src/index/engines/engines.ts';
import type { Documents } from '../src/index/gathered-documents.ts';
import type { IndexSnapshot } from '../src/index/index.ts';
import type { Lexicon } from '../src/index/lexicon/lexicon.ts';
import { openMemoryIndex } from '../src/index/open-index.ts';
import type { Article, Document } from '../src/model/article.ts';

/** An article of this text, called by its place: `a`, `b` … */
export function articleOf(text: string, place = 0, more: Partial<Article> = {}): Article {
  const id = String.fromCharCode('a'.charCodeAt(0) + place);
  return {
    id,
    path: `${id}.txt`,
    text,
    title: text.slice(0, 20),
    encoding: 'utf-8',
    origin: { title: 'opening words' },
    ...more,
  };
}

export function articlesOf(...texts: string[]): Article[] {
  return texts.map((text, place) => articleOf(text, place));
}

export function documentsOf(...texts: string[]): Document[] {
  return numberedDocuments(articlesOf(...texts));
}

/** Documents that have been gathered all, of which none are the same, unless `duplicatesOf` says so. */
export function gatheredFrom(
  documents: readonly Document[],
  duplicatesOf: (number: number) => number[] = () => [],
): Documents {
  const document = (number: number) => documents.find((one) => one.number === number)!;
  return {
    document,
    sentence: (hit) => document(hit.document).sentences.find(({ number }) => number === hit.sentence)!,
    duplicatesOf,
  };
}

/** What an index in memory says of these articles. It is never closed: it goes with the process. */
export async function indexOf(
  articles: readonly Article[],
  settings?: EngineSettings,
): Promise<IndexSnapshot> {
  const index = await openMemoryIndex({ articles }, settings);
  return index.use(async (snapshot) => snapshot);
}

export async function lexiconOf(...texts: string[]): Promise<Lexicon> {
  return (await indexOf(articlesOf(...texts))).lexicon;
}

export function archiveOf(...texts: string[]): Promise<Archive> {
  return buildArchive(articlesOf(...texts));
}
