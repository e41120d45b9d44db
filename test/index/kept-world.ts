import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type Archive, archiveOver, buildArchive } from '../../src/archive/archive.ts';
import { storeOfCorpus } from '../../src/index/documents/with-store.ts';
import { openKept } from '../../src/index/open-index.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';
import type { Answer } from '../../src/model/model.ts';
import { folderOf } from '../ingest/folder.ts';
import { freshContent, unnumbered } from './stored.ts';

export const ARTICLES = {
  'a.txt': 'Ma’asaran lies in the hills. President Ada Brunn visited it on Friday.',
  'b.txt': 'Talven lies by the river. The mason Ada Brunn closed its quarry.\n\nNobody was hurt in Talven.',
  'c.txt': '',
};

const QUESTIONS = [
  'where is Talven',
  "who visited Ma'asaran",
  'Ada Brun',
  'quarri of Talvn',
  'nothing at all',
  'who was killed by the flood in Tarmila',
];

/** Sums over more parts are added up in another order. */
export function rounded({ citations, confidence, ...answer }: Answer) {
  const shown = citations.map(({ score, signals, ...citation }) => ({
    ...citation,
    score: score.toFixed(6),
  }));
  return { ...answer, citations: shown, confidence: confidence.toFixed(6), took_ms: 0 };
}

/** What an archive says of everything. */
export function saidBy(archive: Archive) {
  const { articles, total } = archive.articles();
  return {
    answers: QUESTIONS.map((question) => rounded(archive.ask('ask', question, { explain: true }))),
    filtered: rounded(archive.ask('ask', QUESTIONS[0]!, { filter: { from: '2020-01-01' } })),
    quoted: rounded(archive.quote('in the hills')),
    suggested: ['', 'a', 'tal', 'brun', 'maasarn'].map((typed) => archive.suggest(typed, 20)),
    articles: articles.map(({ article }) => archive.article(article.id)),
    total,
    status: { ...archive.status(), readAt: 0 },
  };
}

/** A folder that is followed; after each look what is held is what a fresh read gives. */
export async function world(options: { data?: string; files?: Readonly<Record<string, string>> } = {}) {
  const folder = await folderOf(options.files ?? ARTICLES);
  const data = options.data ?? join(await folderOf({}), 'data');
  const told: string[] = [];
  const open = () => openKept({ corpus: folder, data, tell: (note) => told.push(note) });
  const kept = await open();
  onTestFinished(() => kept.close());
  const expectFresh = async () => {
    const { collection, problems } = kept.parts();
    const documents = Array.from(collection.containing(''), unnumbered);
    expect({ documents, problems }).toEqual(await freshContent(folder));
    const { articles, problems: own } = await readCorpus(folder);
    expect(saidBy(archiveOver(kept.parts()))).toEqual(saidBy(buildArchive(articles, own)));
  };
  await expectFresh();
  return {
    folder,
    data,
    told,
    open,
    kept,
    location: storeOfCorpus(data, folder),
    at: (path: string) => join(folder, path),
    async look() {
      const looked = await kept.look();
      await expectFresh();
      return looked;
    },
  };
}
