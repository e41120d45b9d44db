import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { numberedDocuments } from '../../src/index/documents/document.ts';
import { TermStats } from '../../src/index/lexicon/term-stats.ts';
import { filesOf } from '../../src/ingest/files/files.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';
import { READING_VERSION } from '../../src/ingest/reading-version.ts';
import type { Document } from '../../src/model/article.ts';
import { packageRoot } from '../../src/package.ts';
import { languageOf } from '../../src/text/languages/language.ts';
import { termsOf } from '../../src/text/tokens/words.ts';

/** What is read of each file of `FOLDERS`: a sum of its articles, spans, terms and counts. */
interface Golden {
  readonly version: number;
  /** Of this Node: another one may cut sentences otherwise, and has indexes of its own. */
  readonly unicode: string | undefined;
  readonly sums: Readonly<Record<string, string>>;
}

const GOLDEN = join(packageRoot(), 'test/ingest/golden.json');
const FOLDERS = ['corpus', 'test/ingest/documents', 'test/ingest/packed', 'test/fixtures/languages'];

/** Of all that an index takes from a file. */
async function sumOf(path: string): Promise<string> {
  const { articles, problems } = await readCorpus(path);
  const hash = createHash('sha256');
  for (const document of numberedDocuments(articles)) hash.update(contentOf(document));
  return hash.update(JSON.stringify(problems)).digest('hex').slice(0, 16);
}

function contentOf(document: Document): string {
  const { article, paragraphs, sentences } = document;
  const language = languageOf(article.language);
  const terms = sentences.map(({ start, end }) => termsOf(article.text.slice(start, end), language));
  const counts = new TermStats();
  counts.count(document);
  return sorted({ article, paragraphs, sentences, terms, counts });
}

/** JSON in which neither the order of fields nor that of a map's entries says anything. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (one instanceof Map) return [...one].sort(([a], [b]) => (a < b ? -1 : 1));
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

async function sumsNow(): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const folder of FOLDERS) {
    for (const { path, location } of (await filesOf(join(packageRoot(), folder))).files)
      sums[`${folder}/${path}`] = await sumOf(location);
  }
  return sums;
}

test('reading has not changed without another READING_VERSION', async () => {
  const sums = await sumsNow();
  expect(Object.keys(sums).length).toBeGreaterThan(30);
  const golden: Golden = existsSync(GOLDEN)
    ? JSON.parse(readFileSync(GOLDEN, 'utf8'))
    : { version: 0, unicode: process.versions.unicode, sums: {} };
  if (process.env.UPDATE_GOLDEN) {
    const now: Golden = { version: READING_VERSION, unicode: process.versions.unicode, sums };
    writeFileSync(GOLDEN, `${JSON.stringify(now, null, 2)}\n`);
    return;
  }
  if (golden.unicode !== process.versions.unicode) {
    console.log(`skipped: golden.json is of Unicode ${golden.unicode}`);
    return;
  }
  const changed = Object.keys({ ...golden.sums, ...sums }).filter((path) => golden.sums[path] !== sums[path]);
  const isRaised = READING_VERSION > golden.version;
  if (changed.length === 0 && !isRaised) return;
  const what = isRaised
    ? 'READING_VERSION was raised'
    : `these files are read otherwise than before: ${changed.join(', ')}; raise READING_VERSION in src/ingest/reading-version.ts, so that indexes are built again`;
  expect.fail(`${what}; then run UPDATE_GOLDEN=1 npx vitest run test/ingest/reading-version.test.ts`);
});

test('another word, span or count makes another sum', () => {
  const [document] = numberedDocuments([
    {
      ...{ id: 'a', path: 'a.txt', text: 'Ali left. He came back.', title: 'Ali', encoding: 'utf-8' },
      origin: { title: 'opening words' },
    },
  ]);
  const { article, sentences } = document!;
  const others: Document[] = [
    { ...document!, article: { ...article, text: 'Ali left. He came home.' } },
    { ...document!, article: { ...article, title: 'Al' } },
    { ...document!, sentences: sentences.slice(0, 1) },
    { ...document!, paragraphs: [] },
  ];
  expect(new Set([document!, ...others].map(contentOf)).size).toBe(5);
});
