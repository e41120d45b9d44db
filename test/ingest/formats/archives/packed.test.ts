import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildArchive } from '../../../../src/archive/open-archive.ts';
import { packageRoot } from '../../../../src/package.ts';
import { corpusOf, linesOf } from '../../folder.ts';

/** Made by the tools that people use: see `packed/make.sh`. */
const read = (name: string) =>
  corpusOf({ [name]: readFileSync(join(packageRoot(), 'test/ingest/packed', name)) });

test.each([
  ['table.csv', 'When did the dam above Kolmar break?', 'The dam above Kolmar broke in 1964.'],
  ['table.csv.gz', 'When did the dam above Kolmar break?', 'The dam above Kolmar broke in 1964.'],
  ['news.zip', 'Who opened the Halvorsund bridge?', /^Queen Margit opened the Halvorsund bridge/u],
  [
    'news.tar.gz',
    'When was the lighthouse of Port Elys lit?',
    /^The lighthouse of Port Elys was lit on 9 August 1911/u,
  ],
  ['crawl.warc.gz', 'Where does the old mill grind again?', 'The old mill at Kolmar grinds again.'],
  ['warcio.warc', 'When did the café of Kolmar open?', /^The café of Kolmar opened in 1950/u],
])('%s, made by a real tool, answers word for word', async (name, question, quote) => {
  const { articles } = await read(name);
  const archive = await buildArchive(articles);
  const [citation] = (await archive.ask('ask', question)).citations;
  expect(citation?.quote).toMatch(quote);
  const article = articles.find(({ id }) => id === citation?.articleId);
  expect(article?.text.slice(citation!.start, citation!.end)).toBe(citation!.quote);
});

test.each(['news.zip', 'news.tar.gz'])(
  'every format in %s is read, each entry under its own name',
  async (name) => {
    const { articles, problems } = await read(name);
    expect(problems).toEqual([]);
    const ids = articles.map(({ id }) => id).sort();
    expect(ids).toEqual(
      [
        'harbour.docx',
        'harbour.epub#EPUB/text/ch001.xhtml',
        'harbour.epub#EPUB/text/ch002.xhtml',
        'harbour.epub#EPUB/text/title_page.xhtml',
        'lighthouse.txt',
        'mill.html',
        'table.csv#row-1',
        'table.csv#row-2',
      ].map((entry) => `${name}/news/${entry}`),
    );
    expect(articles.every(({ path }) => path === name)).toBe(true);
  },
);

test('of a web archive by wget the pages are read, under their canonical address where they say one', async () => {
  const { articles, problems } = await read('crawl.warc.gz');
  expect(articles.map(({ title, url, published }) => ({ title, url, published }))).toEqual([
    { title: 'The ferry of Halvorsund', url: 'http://127.0.0.1:8765/index.html' },
    { title: 'The mill', url: 'https://news.example/mill', published: '2021-06-01T08:00:00Z' },
  ]);
  expect(linesOf(problems)).toEqual([
    'warning crawl.warc.gz left out: responses that are not pages (redirects, errors) (3), files of other types (1)',
  ]);
});

test('a web archive by warcio: pieces, packed bodies, other encodings, records that stand there twice', async () => {
  const { articles, problems } = await read('warcio.warc');
  expect(articles.map(({ title, encoding }) => `${title} (${encoding})`)).toEqual([
    'The ferry of Halvorsund (utf-8)',
    'Café (windows-1252)',
  ]);
  expect(linesOf(problems).toSorted().toReversed()).toEqual([
    'warning warcio.warc left out: revisit records (pages unchanged since the last crawl) (2)',
    expect.stringMatching(/^error warcio\.warc duplicate id: warcio\.warc#/),
    expect.stringMatching(/^error warcio\.warc duplicate id: warcio\.warc#/),
  ]);
});

test('a web archive that was cut off keeps the pages before, and one that is none says so', async () => {
  const whole = readFileSync(join(packageRoot(), 'test/ingest/packed/crawl.warc.gz'));
  const cut = await corpusOf({ 'a.warc.gz': whole.subarray(0, whole.length - 3000) });
  expect(cut.articles.length).toBeGreaterThan(0);
  expect(linesOf(cut.problems).join('\n')).toMatch(
    /error a\.warc\.gz (?:damaged or cut off|not valid WARC)/u,
  );
  const none = await corpusOf({ 'a.warc': 'no archive', 'b.warc.gz': 'no archive', 'c.txt': 'C.' });
  expect(linesOf(none.problems)).toEqual([
    expect.stringMatching(/^error a\.warc not /),
    'error b.warc.gz damaged or cut off: incorrect header check',
  ]);
});

test('a record whose header never ends is not gathered', async () => {
  const endless = Buffer.from(`WARC/1.0\r\n${'a: b\r\n'.repeat(1024 * 1024)}`);
  const { problems } = await corpusOf({ 'a.warc': endless, 'c.txt': 'C.' });
  expect(linesOf(problems)).toEqual([
    'error a.warc not valid WARC: a record with over 4 MB of headers; the rest is left out',
  ]);
});
