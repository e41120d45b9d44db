import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveOver } from '../../src/archive/index-archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { archiveFolder } from '../../src/data-folder.ts';
import { indexLocation } from '../../src/index/database/open-database.ts';
import type { EngineSettings } from '../../src/index/engines/engines.ts';
import type { Index } from '../../src/index/index.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { filesOf } from '../../src/ingest/files/files.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { Document } from '../../src/model/article.ts';
import { type Files, folderOf } from '../ingest/folder.ts';
import { type Content, freshContent, unnumbered } from './stored.ts';

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

/** Sums over more segments are added up in another order. */
export function rounded({ citations, confidence, ...answer }: Answer) {
  const shown = citations.map(({ score, signals, ...citation }) => ({
    ...citation,
    score: score.toFixed(6),
  }));
  return { ...answer, citations: shown, confidence: confidence.toFixed(6), took_ms: 0 };
}

/** What an archive says of everything. */
export async function saidBy(archive: Archive) {
  const { articles, total } = await archive.articles();
  const ask = async (question: string) => rounded(await archive.ask('ask', question, { explain: true }));
  return {
    answers: await inTurn(QUESTIONS, ask),
    filtered: rounded(await archive.ask('ask', QUESTIONS[0]!, { filter: { from: '2020-01-01' } })),
    quoted: rounded(await archive.quote('in the hills')),
    suggested: await inTurn(['', 'a', 'tal', 'brun', 'maasarn'], (typed) => archive.suggest(typed, 20)),
    articles: await inTurn(articles, ({ article }) => archive.article(article.id)),
    titled: await inTurn(
      articles,
      async ({ article }) => (await archive.article(article.title))?.article.title,
    ),
    total,
    status: { ...(await archive.status()), readAt: 0 },
  };
}

async function inTurn<T, U>(values: readonly T[], of: (value: T) => Promise<U>): Promise<U[]> {
  const answers: U[] = [];
  for (const value of values) answers.push(await of(value));
  return answers;
}

/** What an index has of its files. */
export function contentOf(index: Index): Promise<Content> {
  return index.use(async ({ containing, problems }) => {
    const documents: Document[] = [];
    for await (const document of containing('')) documents.push(document);
    return { documents: documents.map(unnumbered), problems };
  });
}

type Fresh = Readonly<{ content: Content; said: Awaited<ReturnType<typeof saidBy>> }>;

/** By engine and files: most tests ask for the same few folders again and again. */
const fresh = new Map<string, Fresh>();

/** What an index that is built anew has of a folder's files, and answers. */
async function freshOf(folder: string, engine: WorldOptions['engine']): Promise<Fresh> {
  const { files } = await filesOf(folder);
  const contents = files.map(({ path, location }) => [path, readFileSync(location, 'base64')]);
  const key = JSON.stringify([engine, ...contents]);
  const known = fresh.get(key);
  if (known) return known;
  const archive = await openArchive({ corpus: folder, engine });
  const built = { content: await freshContent(folder), said: await saidBy(archive) };
  fresh.set(key, built);
  return built;
}

export interface WorldOptions extends EngineSettings {
  readonly data?: string;
  readonly files?: Files;
}

/** A folder with an index on disk; after each sync the index holds and answers what one that is built anew does. */
export async function world({ engine = 'segments', ...options }: WorldOptions = {}) {
  const folder = await folderOf(options.files ?? ARTICLES);
  const data = options.data ?? join(await folderOf({}), 'data');
  const told: string[] = [];
  const open = async () => {
    const opened = await openIndex({ corpus: folder, data, tell: (note) => told.push(note), engine });
    onTestFinished(() => opened.close());
    return opened;
  };
  const index = await open();
  const expectFresh = async (over: Index = index) => {
    const { content, said } = await freshOf(folder, engine);
    expect(await contentOf(over)).toEqual(content);
    expect(await saidBy(archiveOver(over))).toEqual(said);
  };
  await expectFresh();
  return {
    folder,
    data,
    told,
    open,
    index,
    archive: archiveOver(index),
    location: indexLocation(archiveFolder(data, folder)),
    at: (path: string) => join(folder, path),
    expectFresh,
    async sync() {
      const result = await index.sync();
      await expectFresh();
      return result;
    },
  };
}
