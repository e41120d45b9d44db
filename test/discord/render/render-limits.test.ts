import { describe, expect, test } from 'vitest';
import { textPageOf } from '../../../src/answer/text-page.ts';
import { CATALOGUES, messagesFor } from '../../../src/discord/messages/catalogues.ts';
import { en } from '../../../src/discord/messages/en.ts';
import { renderAnswer } from '../../../src/discord/render/answer.ts';
import { renderArticle } from '../../../src/discord/render/article.ts';
import { type ArticleList, renderArticles } from '../../../src/discord/render/articles.ts';
import { renderContext } from '../../../src/discord/render/context.ts';
import { numberedDocuments } from '../../../src/index/documents/document.ts';
import type { Citation } from '../../../src/model/answer.ts';
import type { Article } from '../../../src/model/article.ts';
import type { QuestionName } from '../../../src/model/query.ts';
import { articleOf } from '../../articles.ts';
import { growth } from '../../growth.ts';
import { markdownsOf } from '../loopback-itself/judge.ts';
import { answerOf, blocksOf, expectSound, expectVerbatim, viewOf } from './nasty-world.ts';
import { readable } from './readable.ts';

const signs = (length: number) => '*_'.repeat(length / 2);
const chinese = (length: number) => '汉'.repeat(length);
const ADDRESS = `https://a.example/${'b'.repeat(490)}`;

function citationOf(quote: string, more: Partial<Citation> = {}): Citation {
  return {
    quote,
    start: 0,
    end: quote.length,
    articleId: 'a',
    title: signs(200),
    untitled: true,
    path: 'a.txt',
    paragraph: 1,
    paragraphs: 2,
    publisher: signs(200),
    url: ADDRESS,
    highlights: [],
    copies: [],
    score: 1,
    ...more,
  };
}

describe('a list of articles', () => {
  const articleAt = (place: number, text: string): Article =>
    articleOf(`${text} Tarmila.`, place, { title: text, publisher: text, url: ADDRESS });
  const listOf = (articles: readonly Article[], total = articles.length): ArticleList => {
    const facets = { publishers: [], months: [] };
    const shown = articles.map((article) => ({ article, sentences: 1 }));
    return { articles: shown, total, page: 0, filter: {}, facets };
  };

  test.each([
    ['signs', signs(300)],
    ['three-byte letters', chinese(300)],
    ['letters', 'long words '.repeat(30)],
  ])('is whole and sound where all titles and addresses are long, of %s', (_, text) => {
    const articles = Array.from({ length: 10 }, (_, place) => articleAt(place, text));
    const reply = renderArticles(listOf(articles, 11), { messages: en, ephemeral: false });
    expectSound(reply);
    expect(markdownsOf(reply)[1]!.match(/^\*\*.+\*\*\n-# /gm)).toHaveLength(10);
  });

  test('keeps its links where they fit', () => {
    const reply = renderArticles(listOf([articleAt(0, 'Ali left.')]), { messages: en, ephemeral: false });
    expect(readable(markdownsOf(reply)[1]!).links).toEqual([{ label: '↗', target: ADDRESS }]);
  });
});

test.each([
  ['signs', signs(400)],
  ['three-byte letters', chinese(400)],
])('an article that says everything about itself in %s is sound', (_, text) => {
  const names = Array.from({ length: 8 }, () => ({ name: text, sentences: 12_345 }));
  const article = articleOf(text, 0, {
    id: text,
    title: text,
    publisher: text,
    author: text,
    language: text,
    tags: [text],
    url: ADDRESS,
  });
  const alike = Array.from({ length: 12 }, (_, i) => {
    return { article, likeness: (['same', 'nearly', 'version'] as const)[i % 3]! };
  });
  const details = { article, opening: text, names, sentences: 1, alike };
  const page = textPageOf(numberedDocuments([article])[0]!, {});
  expectSound(renderArticle(details, page, { messages: en, ephemeral: false }));
});

describe('our reading of dates', () => {
  const dates = [{ start: 3, end: 9, from: '2020-01-27', to: '2020-01-27' }];

  test('stands with the source, each once, and not in the quotation', () => {
    const citation = citationOf('On Monday, he left.', { title: 'News', dates: [...dates, ...dates] });
    const reply = renderAnswer(answerOf([citation]), viewOf());
    expectSound(reply);
    expectVerbatim(reply, [citation]);
    const source = blocksOf(reply)[0]!.split('\n').at(-1)!;
    expect(source.split(' · ').slice(-2)).toEqual([
      '“Monday” read as <t:1580119200:D>',
      expect.stringContaining('[Source](https'),
    ]);
  });

  test('is escaped', () => {
    const citation = citationOf('On *M_n*, he left.', { dates: [{ ...dates[0]!, end: 8 }] });
    const reply = renderAnswer(answerOf([citation]), viewOf());
    expectSound(reply);
    expect(blocksOf(reply)[0]).toContain('“\\*M\\_n\\*” read as');
  });

  test('goes first where it does not fit, and what the sentence leans on stays', () => {
    const leansOn = { start: 0, end: 4, quote: 'Then' };
    const withDates = (length: number) => {
      const quote = `On Monday, ${'long '.repeat(length)}`.trim();
      const reply = renderAnswer(answerOf([citationOf(quote, { leansOn, dates })]), viewOf());
      expectSound(reply);
      return blocksOf(reply)[0]!;
    };
    const shown = Array.from({ length: 80 }, (_, i) => withDates(480 + 4 * i));
    const dropped = shown.filter((one) => !one.includes('Then'));
    const undated = shown.filter((one) => one.includes('Then') && !one.includes('read as'));
    expect(shown[0]).toContain('read as <t:1580119200:D>');
    expect(undated.length).toBeGreaterThan(0);
    expect(dropped.every((one) => !one.includes('read as'))).toBe(true);
  });
});

describe('that sources differ', () => {
  const differing = [0, 1].map((citation) => ({ citation, start: 0, end: 3, words: `1*${citation}` }));
  const shownWith = (quotes: readonly string[], view = viewOf(), claims = differing) => {
    const citations = quotes.map((quote, i) => citationOf(quote, { articleId: `${i}`, title: 'News' }));
    const reply = renderAnswer({ ...answerOf(citations), differing: claims }, view);
    expectSound(reply);
    return reply;
  };

  test('is said before the citations, escaped', () => {
    const [head] = markdownsOf(shownWith(['1*0 fell', '1*1 fell']));
    expect(head!.split('\n').at(-1)).toBe('The sources differ\\: “1\\*0” \\[1\\], “1\\*1” \\[2\\].');
  });

  test('is said of those that have room, and not of a single one', () => {
    const long = (length: number) => [0, 1, 2].map((i) => `1*${i} ${'汉'.repeat(length)}`);
    const claims = [0, 1, 2].map((i) => ({ ...differing[0]!, citation: i, words: `1*${i}` }));
    const shown = [200, 800, 2_000].map((length) => shownWith(long(length), viewOf(), claims));
    expect(shown.map((one) => blocksOf(one).length)).toEqual([3, 2, 1]);
    expect(shown.map((one) => markdownsOf(one)[0]!.match(/“1/g)?.length)).toEqual([3, 2, undefined]);
  });

  test('is not said on another page', () => {
    const many = Array.from({ length: 5 }, (_, i) => `1*${i} fell`);
    expect(markdownsOf(shownWith(many, viewOf({ offset: 3 })))[0]).not.toContain('differ');
  });

  test('is not said where its words are endless', () => {
    const endless = differing.map((claim) => ({ ...claim, words: '9'.repeat(1_500) }));
    expect(markdownsOf(shownWith(['1*0 fell', '1*1 fell'], viewOf(), endless))[0]).not.toContain('differ');
  });
});

describe('an answer', () => {
  const readings = (name: string): QuestionName[] =>
    Array.from({ length: 4 }, () => ({ typed: name, match: 'close', readAs: [name] }));

  test.each([
    ['signs', signs(2_000), signs(300)],
    ['three-byte letters', chinese(2_000), chinese(300)],
  ])('shows something of every citation, and never stands still, with all in %s', (_, quote, text) => {
    const citations = [citationOf(quote), citationOf(quote, { articleId: 'b' })];
    const question = { kind: 'ask', text, names: readings(text), isKeywordQuery: false } as const;
    const reply = renderAnswer({ ...answerOf(citations), question }, viewOf({ heading: text }));
    expectSound(reply);
    expect(blocksOf(reply).length).toBeGreaterThan(0);
    expectVerbatim(reply, citations);
  });

  test('has a heading of whole characters where names are endless', () => {
    for (const name of [signs(3_000), `a${signs(3_000)}`, '😀'.repeat(1_500), 'A '.repeat(2_000)]) {
      const question = { kind: 'who', text: name, names: readings(name), isKeywordQuery: false } as const;
      const reply = renderAnswer(
        { ...answerOf([citationOf('Ali left.')]), question },
        viewOf({ heading: name }),
      );
      expectSound(reply);
      expect(markdownsOf(reply)[0]!.split('\n')[0]).not.toMatch(/(?<!\\)(?:\\\\)*\\$/);
    }
  });

  test('shows a sentence without bold rather than not at all', () => {
    const quote = 'a '.repeat(999);
    const highlights = Array.from({ length: 999 }, (_, n) => ({ start: 2 * n, end: 2 * n + 1 }));
    const reply = renderAnswer(answerOf([citationOf(quote, { highlights })]), viewOf());
    expectSound(reply);
    expect(readable(blocksOf(reply)[0]!).quotes).toHaveLength(1);
  });

  test.each(Object.keys(CATALOGUES))(
    'marks what may not answer, however long the question is, in %s',
    (locale) => {
      const messages = messagesFor(locale);
      const heading = signs(400);
      const names: QuestionName[] = [{ typed: signs(600), match: 'none', readAs: [] }];
      const answer = answerOf([citationOf('Ali left.')]);
      const question = { ...answer.question, names };
      const reply = renderAnswer(
        { ...answer, status: 'unsure', reason: 'not-mentioned', question },
        viewOf({ messages, heading }),
      );
      expectSound(reply);
      expect(readable(markdownsOf(reply)[0]!).text).toContain(messages.unsure);
      expect(reply.ephemeral).toBe(true);
    },
  );

  test('offers names that run across a line in one line', () => {
    const nearest = [{ name: 'Abu\nBakr', sentences: 1 }];
    const answer = { ...answerOf([]), status: 'not-found', reason: 'none-known', nearest } as const;
    const reply = renderAnswer(answer, viewOf());
    expectSound(reply);
    expect(JSON.stringify(reply.components)).toContain('"name|ask|Abu Bakr"');
  });
});

test('the context of a sentence in an endless paragraph is what fits, and takes no longer for what does not', async () => {
  const contextOf = (sentences: number) => {
    const text = `Ali left. ${'Omar *came*. '.repeat(sentences)}`;
    const article = articleOf(text);
    return { article, sentence: { start: 0, end: 9 }, paragraph: { start: 0, end: text.length } };
  };
  const contexts = new Map([20_000, 200_000].map((sentences) => [sentences, contextOf(sentences)]));
  const render = (size: number) => renderContext({ ...contexts.get(size)!, paragraphNumber: 1 }, en);
  expect(await growth(render, 20_000, 200_000, 5)).toBeLessThan(5);
  expect(readable(markdownsOf(render(200_000))[1]!).text).toBe('Ali left.');
});
