import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extractHtml } from '../../../../src/ingest/formats/html/extract.ts';
import { packageRoot } from '../../../../src/package.ts';
import { run } from '../../../../tools/verbs/eval-html.ts';
import { expectLinear } from '../../../growth.ts';
import { corpusOf, folderOf, linesOf } from '../../folder.ts';

const SENTENCE =
  'The council of the town, which met on Monday evening, voted for the new bridge across the river. ';

function pageOf(head: string, body = ''): string {
  return [
    `<!DOCTYPE html><html lang="en-GB"><head>${head}</head><body>`,
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>',
    `<article><h1>A bridge at last</h1><p>${SENTENCE.repeat(3)}</p>\n<p>${SENTENCE.repeat(2)}<br>Works start\n in May.</p>${body}</article>`,
    '<script>document.write("Never shown.")</script><footer>All rights reserved. Cookies.</footer></body></html>',
  ].join('\n');
}

const LD = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'NewsArticle',
      headline: 'A bridge &amp; a road',
      datePublished: '2020-01-27T10:30:00+02:00',
      author: [{ '@id': '#w' }],
      publisher: { '@type': 'Organization', name: 'The Example' },
    },
    { '@type': 'Person', '@id': '#w', name: 'A. Writer' },
  ],
};

test('a saved page is its paragraphs, without what stands around them', () => {
  const { text } = extractHtml(pageOf(''));
  const [first, second] = [SENTENCE.repeat(3).trim(), SENTENCE.repeat(2).trim()];
  expect(text.replace(/^A bridge at last\n\n/u, '')).toBe(`${first}\n\n${second}\nWorks start in May.`);
});

test('each field says where it was found', async () => {
  const head = [
    '<title>A bridge | The Example</title><link rel="canonical" href="https://example.org/2020/bridge">',
    `<script type="application/ld+json">${JSON.stringify(LD)}</script>`,
    '<meta property="article:published_time" content="2020-01-27T09:00:00Z">',
  ].join('');
  const { articles, problems } = await corpusOf({ 'bridge.html': pageOf(head) });
  expect(problems).toEqual([]);
  const { text, ...article } = articles[0]!;
  expect(text).toContain(SENTENCE.trim());
  expect(article).toEqual({
    id: 'bridge',
    path: 'bridge.html',
    encoding: 'utf-8',
    title: 'A bridge & a road',
    published: '2020-01-27T10:30:00+02:00',
    publisher: 'The Example',
    author: 'A. Writer',
    url: 'https://example.org/2020/bridge',
    language: 'en-GB',
    origin: {
      title: 'JSON-LD',
      published: 'JSON-LD',
      publisher: 'JSON-LD',
      author: 'JSON-LD',
      url: 'link',
      language: 'html element',
    },
  });
});

test('of two dates that disagree the better source wins, and the other is kept', async () => {
  const head =
    '<meta property="article:published_time" content="2020-01-27"><meta property="og:url" content="https://example.org/2019/05/03/a">';
  const { articles } = await corpusOf({
    'a.htm': pageOf(head, '<time datetime="2020-01-28">Yesterday</time>'),
  });
  expect(articles[0]).toMatchObject({
    published: '2020-01-27',
    origin: { published: 'Open Graph' },
    otherDates: [{ published: '2019-05-03', origin: 'url' }],
  });
});

test('a date that stands for none is passed by', () => {
  const ld =
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"0001-01-01T00:00:00Z"}</script>';
  const { fields, origin } = extractHtml(pageOf(ld), { url: 'https://example.org/story/2019/11/19/bridge/' });
  expect(fields.published).toBe('2019-11-19');
  expect([origin.published, origin.url, origin.publisher]).toEqual(['url', 'url', 'url']);
});

test('a page that the browser saved says where it was', () => {
  const saved = `<!-- saved from url=(0024)https://example.org/2020 -->\n${pageOf('')}`;
  expect(extractHtml(saved).fields.url).toBe('https://example.org/2020');
});

test('the page says which encoding it is in, and that is no guess to warn of', async () => {
  const page = pageOf('<meta charset="windows-1251">', `<p>${'Мост через реку построят. '.repeat(9)}</p>`);
  const { articles, problems } = await corpusOf({ 'a.html': cp1251(page) });
  expect(problems).toEqual([]);
  expect(articles[0]).toMatchObject({
    encoding: 'windows-1251',
    text: expect.stringContaining('Мост через реку'),
  });
});

function cp1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((one) => (one >= 'А' && one <= 'я' ? one.charCodeAt(0) - 0x350 : one.charCodeAt(0))),
  );
}

test('hidden elements, tables and preformatted lines of a whole page', () => {
  const html =
    '<div hidden>No</div><div style="display: none">No</div><table><tr><td>Dead</td><td>58</td></tr></table><pre>a\n  b</pre>x&nbsp;y';
  expect(extractHtml(html, { whole: true }).text).toBe('Dead\t58\n\na\n  b\n\nx\u00a0y');
});

test.each([
  ['elements nested 100,000 deep', '<div>'.repeat(100_000), 'elements nested over 512 deep'],
  ['100,000 attributes', `<p ${'a1=1 b2=2 '.repeat(50_000)}>x`, 'an element with over 250 attributes'],
  ['a million classes', `<p class="${'a '.repeat(1_000_000)}">x`, 'an element with thousands of classes'],
  ['100,000 elements', '<br>x'.repeat(100_000), 'over 30,000 elements'],
  ['a million entities', '&amp;'.repeat(1_000_000), 'over 200,000 pieces of text'],
])('a page of %s is refused with the reason', async (_, html, reason) => {
  const { articles, problems } = await corpusOf({ 'a.html': html, 'b.txt': 'Good.' });
  expect(articles.map(({ id }) => id)).toEqual(['b']);
  expect(linesOf(problems)).toEqual([`error a.html page too complex: ${reason}`]);
});

test.each<[string, size: number, (size: number) => string]>([
  ['one endless line', 100_000, (size) => `<p>${'word, '.repeat(size / 6)}</p>`],
  ['spaces', 100_000, (size) => `<p>a${' '.repeat(size)}b</p>`],
  ['a date of spaces', 100_000, (size) => `<meta name="date" content="a${' '.repeat(size)}x"><p>Text.</p>`],
  [
    'a JSON-LD of brackets',
    100_000,
    (size) => `<script type="application/ld+json">${'['.repeat(size)}</script><p>Text.</p>`,
  ],
])('a page of %s is read in the time that its size asks for', async (_, size, page) => {
  expect(extractHtml(page(size)).text).not.toBe('');
  await expectLinear((n) => extractHtml(page(n)), size);
});

const SHARED = join(packageRoot(), '../shared/html');
test.skipIf(!existsSync(SHARED))(
  'every second of the 40 pages of the benchmark (skipped where ../shared/html is absent)',
  async () => {
    const lines: string[] = [];
    const truth = Object.entries(JSON.parse(readFileSync(join(SHARED, 'ground-truth.json'), 'utf8')));
    const half = truth.filter((_, i) => i % 2 === 0);
    const pages = half.map(([name]) => [`${name}.html`, readFileSync(join(SHARED, `${name}.html`))]);
    const folder = await folderOf({
      'ground-truth.json': JSON.stringify(Object.fromEntries(half)),
      ...Object.fromEntries(pages),
    });
    await run(folder, {}, { write: (line) => lines.push(line), warn: (line) => lines.push(line) });
    const shares = lines.slice(2).map((line) => Number(line.match(/\(([\d.]+) %\)$/)![1]));
    expect(Number(lines[1]!.match(/F1: ([\d.]+)/)![1])).toBeGreaterThanOrEqual(0.93);
    expect(shares).toHaveLength(3);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(90);
  },
);
