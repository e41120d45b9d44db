import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cite } from '../../../src/answer/cite.ts';
import { contextOf } from '../../../src/answer/context.ts';
import { textPageOf } from '../../../src/answer/text-page.ts';
import { en } from '../../../src/discord/messages/en.ts';
import { renderAnswer } from '../../../src/discord/render/answer.ts';
import { renderArticle } from '../../../src/discord/render/article.ts';
import { ARTICLES_PER_PAGE, renderArticles } from '../../../src/discord/render/articles.ts';
import { renderContext } from '../../../src/discord/render/context.ts';
import { numberedDocuments } from '../../../src/index/documents/document.ts';
import type { Article, Span } from '../../../src/model/article.ts';
import { articleOf } from '../../articles.ts';
import { markdownsOf } from '../loopback-itself/judge.ts';
import { NASTY_URLS, nastyText } from './nasty-texts.ts';
import { answerOf, expectSound, expectVerbatim, shownSpans, viewOf } from './nasty-world.ts';
import { asShown, readable } from './readable.ts';

const url = fc.oneof(
  fc.constantFrom(...NASTY_URLS),
  nastyText(6).map((text) => `https://a.example/${text}`),
);
const article: fc.Arbitrary<Article> = fc
  .record({ text: nastyText(60), title: nastyText(8), publisher: nastyText(5), id: nastyText(4), url })
  .map(({ text, ...more }) => articleOf(text, 0, more));

/** Spans of a text, in order: some touch, some are empty, some hold only what nobody sees. */
function spansIn(text: string, cuts: readonly number[]): Span[] {
  const places = [...new Set(cuts.map((cut) => Math.floor(cut * text.length)))]
    .filter((at) => !/[\ud800-\udbff\r]/.test(text.charAt(at - 1)))
    .sort((a, b) => a - b);
  return places.slice(1).flatMap((end, i) => (i % 3 === 2 ? [] : [{ start: places[i]!, end }]));
}

const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });

test('whatever an article says, its sentences are read as they stand in it, in an answer and in context', () => {
  fc.assert(
    fc.property(article, cuts, (one, at) => {
      const document = numberedDocuments([one])[0]!;
      for (const sentence of document.sentences) {
        const { start, end } = sentence;
        const spans = spansIn(one.text.slice(start, end), at);
        const highlights = spans.map((span) => ({ start: start + span.start, end: start + span.end }));
        const citation = cite(document, sentence, { highlights, copies: [], score: 1 });
        const reply = renderAnswer(answerOf([citation]), viewOf());
        expectSound(reply);
        expectVerbatim(reply, [citation]);
        const context = renderContext(contextOf(document, sentence)!, en);
        expectSound(context, ['heading', 'strong', 'subtext', 'tag']);
        const [, around = '', foot] = markdownsOf(context);
        // Of what nobody sees there is nothing to show.
        const view = readable(foot === undefined ? '' : around);
        expect(view.bold.map((span) => view.text.slice(span.start, span.end))).toEqual(
          shownSpans(one.text.slice(start), [{ start: 0, end: end - start }]).map(() =>
            asShown(one.text.slice(start, end)),
          ),
        );
      }
    }),
    { numRuns: 50 },
  );
});

test('whatever articles call themselves, their pages and lists are sound', () => {
  fc.assert(
    fc.property(fc.array(article, { minLength: 1, maxLength: 12 }), nastyText(8), (articles, name) => {
      const summaries = articles.map((one) => ({ article: one, sentences: 1 }));
      const [first] = summaries;
      const publishers = articles.flatMap(({ publisher }) => publisher ?? []);
      const list = {
        articles: summaries.slice(0, ARTICLES_PER_PAGE),
        total: summaries.length,
        page: 0,
        filter: { publisher: publishers[0] ?? '', from: '2020-01-01' },
        facets: {
          publishers: publishers.map((one) => ({ name: one, articles: 1 })),
          months: [{ name: '2020-01', articles: 1 }],
        },
      };
      const names = [{ name, sentences: 2 }];
      const kinds = ['same', 'nearly', 'version'] as const;
      const alike = articles.map((article, i) => ({ article, likeness: kinds[i % 3]! }));
      const details = { ...first!, opening: first!.article.text, names, alike };
      const page = textPageOf(numberedDocuments([first!.article])[0]!, {});
      expectSound(renderArticle(details, page, { messages: en, ephemeral: true }));
      const about = name.trim() || undefined;
      expectSound(renderArticles({ ...list, about }, { messages: en, ephemeral: false }));
    }),
    { numRuns: 30 },
  );
});
