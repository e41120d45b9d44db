import type { Answer, Citation } from '../../../src/model/answer.ts';

/** The article that the sample citations are cut from. */
export const TEXT = 'Idlib, Monday. Troops entered Ma’asaran,\nSANA said. Nobody was hurt.';

/** A citation of the words given; highlights are words of it. */
export function citation(
  quote: string,
  highlighted: readonly string[] = [],
  more: Partial<Citation> = {},
): Citation {
  const start = TEXT.indexOf(quote);
  return {
    quote,
    start,
    end: start + quote.length,
    articleId: 'a',
    title: 'Advance',
    untitled: false,
    path: 'a.txt',
    paragraph: 2,
    paragraphs: 2,
    highlights: highlighted.map((word) => {
      const at = TEXT.indexOf(word, start);
      return { start: at, end: at + word.length };
    }),
    copies: [],
    score: 1.5,
    ...more,
  };
}

export function found(citations: readonly Citation[], more: Partial<Answer> = {}): Answer {
  return {
    status: 'found',
    question: {
      kind: 'where',
      text: 'Massaran',
      names: [{ typed: 'Massaran', match: 'close', readAs: ['Ma’asaran'] }],
      isKeywordQuery: true,
    },
    citations,
    confidence: 0.9,
    nearest: [],
    articles: 1,
    found: citations.length,
    took_ms: 3.07,
    ...more,
  };
}

export function unsure(citations: readonly Citation[], more: Partial<Answer> = {}): Answer {
  return found(citations, { status: 'unsure', confidence: 0.1, ...more });
}

export function notFound(more: Partial<Answer> = {}): Answer {
  return {
    status: 'not-found',
    question: {
      kind: 'who',
      text: 'Xyz',
      names: [{ typed: 'Xyz', match: 'none', readAs: [] }],
      isKeywordQuery: true,
    },
    citations: [],
    confidence: 0,
    nearest: [
      { name: 'Idlib', sentences: 4 },
      { name: 'SANA', sentences: 1 },
    ],
    reason: 'not-mentioned',
    articles: 2,
    found: 0,
    took_ms: 12.4,
    ...more,
  };
}
