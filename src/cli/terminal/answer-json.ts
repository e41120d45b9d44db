import type { Answer, Citation, Copy } from '../../model/answer.ts';

/** An answer as one line of JSON: text exactly as in the article, `null` where a field isn't known. */
export function answerJson(answer: Answer): string {
  const { status, question, citations, differing, confidence, nearest, reason, occurrences } = answer;
  const { articles, found, took_ms, confidence_by_words } = answer;
  return JSON.stringify({
    status,
    question: { kind: question.kind, text: question.text, names: question.names },
    citations: citations.map(citationOf),
    differing: differing ?? null,
    confidence,
    ...(confidence_by_words !== undefined && { confidence_by_words }),
    nearest,
    reason: reason ?? null,
    occurrences: occurrences ?? null,
    articles,
    found,
    took_ms,
  });
}

function citationOf({
  quote,
  highlights,
  leansOn,
  followedBy,
  dates = [],
  copies,
  score,
  signals,
  ...place
}: Citation): object {
  return {
    quote,
    ...copyOf(place),
    highlights: highlights.map(({ start, end }) => ({ start, end })),
    leansOn: leansOn ?? null,
    followedBy: followedBy ?? null,
    dates: dates.map(({ start, end, from, to }) => ({ start, end, from, to })),
    copies: copies.map(copyOf),
    score,
    ...(signals && { signals }),
  };
}

function copyOf({
  start,
  end,
  articleId,
  title,
  untitled,
  path,
  paragraph,
  page,
  published,
  publisher,
  url,
}: Copy): object {
  return {
    start,
    end,
    articleId,
    title,
    untitled,
    path,
    paragraph,
    page: page ?? null,
    published: published ?? null,
    publisher: publisher ?? null,
    url: url ?? null,
  };
}
