import { expect, test } from 'vitest';
import { corpusOf, linesOf } from '../folder.ts';

async function check(xml: string, articles: string[], problems: unknown = []) {
  const corpus = await corpusOf({ 'a.xml': xml });
  expect(corpus.articles.map(({ id, title, text }) => `${id} ${title}: ${text}`)).toEqual(articles);
  expect(linesOf(corpus.problems).filter((line) => !line.startsWith('warning . '))).toEqual(problems);
  return corpus.articles;
}

const page = (id: number, text: string, more = '', ns = 0) =>
  `<page><title>P ${id}</title><ns>${ns}</ns><id>${id}</id>${more}<revision><text>${text}</text></revision></page>`;
const wiki = (...pages: string[]) =>
  `<mediawiki xml:lang="en"><siteinfo><sitename>W</sitename><base>https://w.example/wiki/Main</base></siteinfo>${pages.join('')}</mediawiki>`;

test('of a MediaWiki dump the articles are read, as prose', async () => {
  const source = "{{Box|a=b}}'''P''' is a [[town|small town]].&lt;ref&gt;x&lt;/ref&gt;\n\nIt is old.";
  const [article] = await check(
    wiki(page(1, source), page(2, '#REDIRECT [[P 1]]', '<redirect title="P 1"/>'), page(3, 'Talk.', '', 1)),
    ['a.xml#1 P 1: P is a small town.\n\nIt is old.'],
    ['warning a.xml left out: redirects (1), pages of other namespaces (1)'],
  );
  expect(article).toMatchObject({ publisher: 'W', language: 'en', url: 'https://w.example/wiki/P_1' });
  expect(article?.published).toBeUndefined();
});

test('of a WordPress export what is published is read', () => {
  const item = (id: number, status: string) =>
    `<item><title>T</title><content:encoded><![CDATA[One <b>bold</b>.\n\nTwo.]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type></item>`;
  const open = '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blog</title>';
  return check(
    `${open}${item(1, 'publish')}${item(2, 'draft')}</channel></rss>`,
    ['a.xml#1 T: One bold.\n\nTwo.'],
    ['warning a.xml left out: posts that are not published (1)'],
  );
});

test('entities that a file declares are not expanded', () =>
  check(
    `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>${wiki(page(1, '&c;'))}`,
    [],
    [expect.stringMatching(/^error a\.xml:1 it declares custom entities/)],
  ));

test('elements without end are not followed', () =>
  check(`<mediawiki>${'<a>'.repeat(100_000)}`, [], [expect.stringMatching(/elements nested over 500 deep/)]));

test('a page with a slip in its mark-up is left out, and what is odd but whole is not', () =>
  check(
    wiki(
      page(1, 'One.'),
      page(2, 'A & B.'),
      page(3, 'lost; it is'),
      page(4, 'Odd&nbsp;: \u000b.'),
      page(5, 'Last.'),
    ),
    ['a.xml#1 P 1: One.', 'a.xml#4 P 4: Odd : .', 'a.xml#5 P 5: Last.'],
    [
      'error a.xml:1 not well-formed XML: disallowed character in entity name. left out: a <page>',
      'warning a.xml:1 not well-formed XML: undefined entity.',
      'warning a.xml:1 not well-formed XML: disallowed character.',
    ],
  ));

test('what is no XML at all is given up', () =>
  check(
    `<mediawiki>${'</b>'.repeat(1000)}`,
    [],
    expect.arrayContaining([expect.stringMatching(/not XML; the rest is left out/u)]),
  ));

test('a page that no wiki allows is refused', () =>
  check(
    wiki(page(2, 'x'.repeat(2 * 1024 * 1024 + 1)), page(3, 'Last.')),
    ['a.xml#3 P 3: Last.'],
    [expect.stringMatching(/^error a\.xml:1 too large: a page over 2 MB.*: P 2$/u)],
  ));

test('XML of another kind is named', () =>
  check('<svg/>', [], [expect.stringMatching(/^warning a\.xml unsupported XML, left out: <svg> is/)]));
