import type { Citation } from '../model/answer.ts';
import type { Document, Sentence, Span } from '../model/article.ts';
import { assertVerbatim, cite, type Place } from './cite.ts';

/** Beyond this many places, exact words are common ones. */
const MOST = 1_000;

/** Where exact words stand: in a sentence, or in sentences, where they run across a full stop. */
export interface QuotedPlace {
  readonly document: Document;
  readonly place: Place;
  readonly highlights: readonly Span[];
}

/** Where these very words stand, character by character, in reading order. */
export async function placesOfWords(
  documents: AsyncIterable<Document>,
  words: string,
  accepts: (document: Document, place: Place) => boolean,
): Promise<QuotedPlace[]> {
  const found: QuotedPlace[] = [];
  if (words === '') return found;
  for await (const document of documents) {
    for (const highlights of bySentences(document, words)) {
      if (found.length >= MOST) return found;
      const [first, last] = around(document, highlights);
      if (!first || !last) continue;
      const { start, paragraph } = first;
      const place = { document: document.number, paragraph, start, end: last.end };
      if (accepts(document, place)) found.push({ document, place, highlights });
    }
  }
  return found;
}

/** A place as it is shown. */
export function citationOfWords({ document, place, highlights }: QuotedPlace): Citation {
  const citation = cite(document, place, { highlights, copies: [], score: 1 });
  assertVerbatim(document.article, citation);
  return citation;
}

/** Occurrences, those of one sentence together. */
function bySentences(document: Document, words: string): Span[][] {
  const groups: Span[][] = [];
  const { text } = document.article;
  for (
    let at = text.indexOf(words);
    at >= 0 && groups.length < MOST;
    at = text.indexOf(words, at + words.length)
  ) {
    const span = { start: at, end: at + words.length };
    const last = groups.at(-1);
    const sentence = last && around(document, last)[1];
    if (sentence && span.end <= sentence.end) last.push(span);
    else groups.push([span]);
  }
  return groups;
}

/** The sentences that the first and the last of some spans stand in. */
function around(
  { sentences }: Document,
  spans: readonly Span[],
): [Sentence | undefined, Sentence | undefined] {
  const { start } = spans[0]!;
  const { end } = spans.at(-1)!;
  return [
    sentences.findLast((s) => s.start <= start && s.end > start),
    sentences.find((s) => s.end >= end && s.start < end),
  ];
}
