import { IN_MEMORY } from '../../src/index/database/connection.ts';
import { jsonOfBytes } from '../../src/index/database/encoding.ts';
import { openForWriting } from '../../src/index/database/open-database.ts';
import { numberedDocuments } from '../../src/index/documents/document.ts';
import { documentReader } from '../../src/index/documents/document-reader.ts';
import { filesIn, type PlacedFlaw, type Store, storeOf } from '../../src/index/documents/document-store.ts';
import { readDocument } from '../../src/index/documents/document-table.ts';
import { problemsIn } from '../../src/index/documents/problems.ts';
import { type Changes, type SyncFilesOptions, syncFiles } from '../../src/index/sync-files.ts';
import { filesOf } from '../../src/ingest/files/files.ts';
import { readFiles } from '../../src/ingest/read-corpus.ts';
import type { Document, Problem } from '../../src/model/article.ts';

/** All that an archive is built from. Numbers are left out: they tell in which order articles came. */
export interface Content {
  readonly documents: readonly ReturnType<typeof unnumbered>[];
  readonly problems: readonly Problem[];
}

/** An article with its spans, whatever its numbers. */
export function unnumbered({ article, paragraphs, sentences }: Document) {
  const spans = sentences.map(({ start, end, paragraph, ordinal }) => ({ start, end, paragraph, ordinal }));
  return { article, paragraphs, sentences: spans };
}

/** An empty store of documents alone, in memory. */
export async function openMemoryStore(): Promise<Store> {
  return storeOf(await openForWriting(IN_MEMORY));
}

export async function freshContent(folder: string): Promise<Content> {
  const { articles, problems } = await readFiles(await filesOf(folder));
  return { documents: numberedDocuments(articles).map(unnumbered), problems };
}

export async function refreshed(store: Store, folder: string, options?: SyncFilesOptions): Promise<Changes> {
  return syncFiles(store, (await filesOf(folder)).files, options);
}

export async function storedContent({ connection }: Store, folder: string): Promise<Content> {
  const documents = Array.from(documentReader(connection).containing(''), unnumbered);
  return { documents, problems: problemsIn(connection, await filesOf(folder)) };
}

export async function textsIn({ connection }: Store): Promise<string[]> {
  return Array.from(documentReader(connection).containing(''), ({ article }) => article.text);
}

/** What the store has of each file, in its order. */
export function heldIn({ connection }: Store): Map<string, unknown> {
  return new Map(
    filesIn(connection).map(({ id, path, flaws }) => {
      const rows = [...connection.rows('SELECT number FROM articles WHERE file = ? ORDER BY place', id)];
      const articles = rows.map(([number]) => readDocument(connection, Number(number)).article);
      return [path, { articles, flaws: jsonOfBytes(flaws) as PlacedFlaw[] }];
    }),
  );
}
