import { expect, test } from 'vitest';
import { articleOfPage, type FromFeed } from '../../../src/web/feeds/article-of-page.ts';
import type { NewArticle } from '../../../src/web/feeds/store-article.ts';
import { page } from './paper.ts';

const TEXT = 'The stone bridge of Tarmila reopened on Sunday.';

interface Sent {
  readonly url?: string;
  readonly charset?: string;
  readonly bytes?: Buffer;
}

async function articleOf(head: string, fromFeed: FromFeed = {}, sent: Sent = {}): Promise<NewArticle> {
  const { url = 'https://harbour.example/2021/bridge', bytes = Buffer.from(page(TEXT, head)) } = sent;
  const article = await articleOfPage(
    { status: 'fetched', url, mediaType: 'text/html', charset: sent.charset, bytes },
    fromFeed,
  );
  if ('reason' in article) throw new Error(article.reason);
  return article;
}

test.each([
  ['https://www.harbour.example/real', 'https://www.harbour.example/real'],
  ['http://m.harbour.example/real', 'http://m.harbour.example/real'],
  ['/real?id=1', 'https://harbour.example/real?id=1'],
  ['https://other.example/real', 'https://harbour.example/2021/bridge'],
  ['https://evilharbour.example/real', 'https://harbour.example/2021/bridge'],
  ['https://harbour.example/', 'https://harbour.example/2021/bridge'],
  ['javascript:alert(1)', 'https://harbour.example/2021/bridge'],
])('a page that says it is at %s is quoted as of %s', async (stated, url) => {
  expect((await articleOf(`<link rel="canonical" href="${stated}">`)).fields.url).toBe(url);
});

test('a feed fills what the page leaves out', async () => {
  const said = {
    title: 'The bridge',
    published: '14 March 2021',
    publisher: 'Harbour Post',
    author: 'A. Writer',
  };
  expect((await articleOf('', said)).fields).toEqual({
    url: 'https://harbour.example/2021/bridge',
    ...said,
    published: '2021-03-14',
    language: undefined,
  });
});

test('a feed doesn’t go before what the page says of itself', async () => {
  const head = '<meta property="og:title" content="Own"><meta name="author" content="O. Wner">';
  const { fields } = await articleOf(head, { title: 'The bridge', author: 'A. Writer' });
  expect(fields).toMatchObject({ title: 'Own', author: 'O. Wner' });
});

test('a date of the feed that is none is left out', async () => {
  expect((await articleOf('', { published: 'soon' })).fields.published).toBeUndefined();
});

test('the server says what the bytes mean', async () => {
  const [before = '', after = ''] = page('?').split('?');
  // "мост" in windows-1251.
  const bytes = Buffer.concat([
    Buffer.from(before),
    Buffer.from([0xec, 0xee, 0xf1, 0xf2]),
    Buffer.from(after),
  ]);
  expect((await articleOf('', {}, { bytes, charset: 'windows-1251' })).text).toMatch(/^мост\n/u);
});

test('bytes that are no text are no article', async () => {
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]);
  await expect(articleOf('', {}, { bytes })).rejects.toThrow('looks like a binary file');
});
