import { expect, test } from 'vitest';
import { textPageOf } from '../../../src/answer/text-page.ts';
import { en } from '../../../src/discord/messages/en.ts';
import { renderArticle } from '../../../src/discord/render/article.ts';
import { numberedDocuments } from '../../../src/index/documents/document.ts';
import type { Article } from '../../../src/model/article.ts';
import type { ArticleDetails } from '../../../src/model/status.ts';
import { articleOf } from '../../articles.ts';
import { markdownsOf } from '../loopback-itself/judge.ts';

function factsOf(more: Partial<Article>): string {
  const article = articleOf('Text.', 0, more);
  return headOf({ article, opening: 'Text.', names: [], sentences: 1, alike: [] });
}

/** What stands above the text. */
function headOf(details: ArticleDetails): string {
  const page = textPageOf(numberedDocuments([details.article])[0]!, {});
  return markdownsOf(renderArticle(details, page, { messages: en, ephemeral: false }))[0]!;
}

test('/article shows where a page says so, and the date that it also states', () => {
  const facts = factsOf({
    published: '2020-01-27',
    publisher: 'Example',
    otherDates: [{ published: '2019-05-03', origin: 'url' }],
    origin: { published: 'JSON-LD', publisher: 'Open Graph' },
  }).replaceAll('\\', '');
  expect(facts).toContain('2020-01-27 [JSON-LD] ≠ 2019-05-03 [url] · Example [Open Graph]');
});

test('/article names the others that are the same, three of each kind, and counts the rest', () => {
  const others = (['same', 'nearly', 'version', 'same', 'same', 'same', 'same'] as const).map(
    (likeness, i) => {
      const title = `Flood ${i}`;
      return { article: articleOf('Text.', i, { title, publisher: `Paper ${i}`, origin: {} }), likeness };
    },
  );
  const alike = others.map((one, i) =>
    i === 0 ? { ...one, article: { ...one.article, published: '2020-01-27T10:00:00Z' } } : one,
  );
  const details = { article: articleOf('Text.'), opening: 'Text.', names: [], sentences: 1, alike };
  expect(
    headOf(details)
      .replaceAll(/[\\\u2068\u2069]/g, '')
      .split('\n')
      .slice(2, 5),
  ).toEqual([
    '-# The same text: Flood 0 — Paper 0, 2020-01-27; Flood 3 — Paper 3, undated; Flood 4 — Paper 4, undated; … and 2 more',
    '-# Nearly the same text: Flood 1 — Paper 1, undated',
    '-# Another version: Flood 2 — Paper 2, undated',
  ]);
});

test('what its author wrote in front of a text needs no origin', () => {
  expect(factsOf({ published: '2020-01-27', origin: { published: 'front matter' } })).not.toContain(
    'front matter',
  );
});
