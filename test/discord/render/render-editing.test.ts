import { expect, test } from 'vitest';
import { CATALOGUES } from '../../../src/discord/messages/catalogues.ts';
import { en } from '../../../src/discord/messages/en.ts';
import { renderRemoval, renderUpload } from '../../../src/discord/render/editing.ts';
import type { Upload } from '../../../src/editing/examine-file.ts';
import type { Article, Problem } from '../../../src/model/article.ts';
import { articleOf } from '../../articles.ts';
import { markdownsOf, plainTextsOf } from '../loopback-itself/judge.ts';
import { expectSound, nastyArchive, nastyArticles } from './nasty-world.ts';
import { readable } from './readable.ts';

const OPTIONS = { key: '0'.repeat(32), known: 1, userId: '9'.repeat(20) };

function uploadOf({ text, ...article }: Article, reason: string, more: Partial<Upload> = {}): Upload {
  const problem: Problem = { severity: 'warning', path: 'upload.txt', line: 3, reason };
  return {
    sha256: '0'.repeat(64),
    extension: '.txt',
    first: { article, opening: text },
    articles: 2,
    sentences: 3,
    texts: [],
    problems: Array.from({ length: 20 }, () => problem),
    ...more,
  };
}

const LANGUAGES = Object.entries(CATALOGUES).map(([locale, messages], place) => ({
  locale,
  messages,
  place,
}));

/** Each language frames any article alike: each article is asked about in every fourth of them, in turn. */
test.each(LANGUAGES)(
  'in $locale any article is asked about so that Discord takes it',
  async ({ messages, place }) => {
    for (const article of nastyArticles.filter((_, i) => i % 4 === place % 4)) {
      expectSound(renderUpload(uploadOf(article, article.text), { ...OPTIONS, messages }));
      const details = await nastyArchive.article(article.id);
      if (details) expectSound(renderRemoval(details, { userId: OPTIONS.userId, messages }));
    }
  },
);

test.each([
  ['signs', '*_'.repeat(2_000)],
  ['three-byte letters', '汉'.repeat(4_000)],
])('where everything is endless, of %s, there still is a title, and a choice', (_, text) => {
  const article = articleOf(text, 0, {
    title: text,
    publisher: text,
    author: text,
    language: text,
    tags: [text],
  });
  const reply = renderUpload(uploadOf(article, text), { ...OPTIONS, messages: en });
  expectSound(reply);
  expect(readable(markdownsOf(reply)[1]!).text).toContain(text.slice(0, 400));
  expect(plainTextsOf(reply)).toHaveLength(2);
});

test('the first sentence is shown whole or not at all', () => {
  const shown = [2_000, 3_000, 4_000].map((length) => {
    const article = articleOf('a'.repeat(length));
    const reply = renderUpload(uploadOf(article, 'x', { problems: [] }), { ...OPTIONS, messages: en });
    return readable(markdownsOf(reply)[1]!).quotes.map((quote) => quote.text.length);
  });
  expect(shown).toEqual([[2_000], [3_000], []]);
});
