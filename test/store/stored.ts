import { expect } from 'vitest';
import { collect } from '../../src/corpus/collection.ts';
import { readFiles } from '../../src/corpus/corpus.ts';
import { filesOf } from '../../src/corpus/files.ts';
import type { Document, Problem } from '../../src/model.ts';
import { corpusInStore } from '../../src/store/read-corpus.ts';
import { type Changes, type RefreshOptions, refresh } from '../../src/store/refresh.ts';
import type { Store } from '../../src/store/store.ts';

/** All that an archive is built from. */
export interface Content {
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
}

export async function freshContent(folder: string): Promise<Content> {
  const { articles, problems } = await readFiles(await filesOf(folder));
  return { documents: collect(articles).documents, problems };
}

export async function refreshed(store: Store, folder: string, options?: RefreshOptions): Promise<Changes> {
  return refresh(store, (await filesOf(folder)).files, options);
}

export async function storedContent(store: Store, folder: string): Promise<Content> {
  const walked = await filesOf(folder);
  const { articles, problems, splits } = corpusInStore(store, walked);
  // What SQL counts is what is there.
  const tally = [...store.tally(walked.files.map(({ path }) => path))];
  expect(tally).toEqual(
    tally.map(([path]) => [
      path,
      {
        articles: articles.filter((article) => article.path === path).length,
        flaws: problems.filter((one) => one.path === path).map(({ path: _, ...flaw }) => flaw),
      },
    ]),
  );
  return { documents: collect(articles, splits).documents, problems };
}
