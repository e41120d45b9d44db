import { expect, test } from 'vitest';
import { assertVerbatim, cite, placeOf } from '../../src/answer/cite.ts';
import { numberedDocuments } from '../../src/index/documents/document.ts';
import type { Article, Document } from '../../src/model/article.ts';
import { articleOf } from '../articles.ts';

function documentOf(article: Article): Document {
  return numberedDocuments([article])[0]!;
}

const TEXT = 'Idlib, Monday.  \r\n\r\n“Troops\u00a0entered   Ma’asaran,”\tSANA said.';

/** The last sentence of the article is cited so. */
function check(more: Partial<Article>, expected: object): void {
  const { article, sentences } = documentOf(articleOf(TEXT, 0, more));
  expect(placeOf(article, sentences.at(-1)!)).toEqual({
    start: TEXT.indexOf('“'),
    end: TEXT.length,
    articleId: 'a',
    path: 'a.txt',
    paragraph: 2,
    ...expected,
  });
}

test('a quotation keeps every blank, break and mark of the article', () => {
  const document = documentOf(articleOf(TEXT));
  const { quote } = cite(document, document.sentences.at(-1)!, {
    highlights: [],
    copies: [],
    score: 1,
  });
  expect(quote).toBe('“Troops\u00a0entered   Ma’asaran,”\tSANA said.');
});

test('where it stands, as a reader would look it up', () => {
  check(
    {
      title: 'Advance',
      origin: { title: 'field' },
      published: '2020-01-27',
      publisher: 'SANA',
      url: 'https://a/',
    },
    { title: 'Advance', untitled: false, published: '2020-01-27', publisher: 'SANA', url: 'https://a/' },
  );
});

test('what the article does not say is not there', () => {
  check({ title: 'Idlib', origin: { title: 'opening words' } }, { title: 'Idlib', untitled: true });
});

test('dates that count from the day of the article are read; of an undated one, none', () => {
  const datesIn = (more: Partial<Article>) => {
    const document = documentOf(articleOf(`Ali left.\n\nOn Monday, and on 5 May 2019, he came.`, 0, more));
    return cite(document, document.sentences.at(-1)!, { highlights: [], copies: [], score: 1 });
  };
  expect(datesIn({ published: '2020-01-29' }).dates).toEqual([
    { start: 14, end: 20, from: '2020-01-27', to: '2020-01-27' },
  ]);
  expect(datesIn({})).not.toHaveProperty('dates');
});

test('words that the article does not hold at that place never leave the house', () => {
  const article = articleOf(TEXT);
  const document = documentOf(article);
  const citation = cite(document, document.sentences[0]!, { highlights: [], copies: [], score: 1 });
  expect(() => assertVerbatim(article, citation)).not.toThrow();
  expect(() => assertVerbatim(article, { ...citation, quote: `${citation.quote} ` })).toThrow(
    'a.txt: a quotation differs from the text',
  );
  expect(() => assertVerbatim(article, { ...citation, start: citation.start + 1 })).toThrow();
});

test('a sentence that goes on brings its words where it answers, and where it leans on this one', () => {
  const followed = (text: string, answers = true) => {
    const document = documentOf(articleOf(text));
    const parts = { highlights: [], copies: [], score: 1 };
    return cite(document, document.sentences[0]!, parts, () => answers).followedBy?.quote;
  };
  expect(followed('Troops took Varby. The attack came on Monday.')).toBe('The attack came on Monday.');
  expect(followed('Troops took Varby. The attack came on Monday.', false)).toBeUndefined();
  expect(followed('Troops took Varby. Rain fell on Monday.')).toBeUndefined();
  expect(followed('Troops took Varby.')).toBeUndefined();
});

test('so is a sentence that goes along as context', () => {
  const article = articleOf('Troops came. They left.');
  const document = documentOf(article);
  const citation = cite(document, document.sentences[1]!, { highlights: [], copies: [], score: 1 });
  expect(citation.leansOn?.quote).toBe('Troops came.');
  expect(() => assertVerbatim(article, citation)).not.toThrow();
  const altered = { ...citation, leansOn: { ...citation.leansOn!, quote: 'Troops went.' } };
  expect(() => assertVerbatim(article, altered)).toThrow('a quotation differs from the text');
});
