import { expect, test } from 'vitest';
import { en } from '../../src/discord/messages/en.ts';
import { renderArticle } from '../../src/discord/render/articles.ts';
import type { Article } from '../../src/model.ts';
import { articleOf } from '../articles.ts';

function factsOf(more: Partial<Article>): string {
  const article = articleOf('Text.', 0, more);
  const reply = renderArticle({ article, opening: 'Text.', names: [], sentences: 1 }, en, false);
  return JSON.stringify(reply.embeds);
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

test('what its author wrote in front of a text needs no origin', () => {
  expect(factsOf({ published: '2020-01-27', origin: { published: 'front matter' } })).not.toContain(
    'front matter',
  );
});
