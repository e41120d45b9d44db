import type { Passage } from '../encoder/encoder.ts';
import type { Documents } from '../index/gathered-documents.ts';
import type { Ranked } from '../model/answer.ts';
import type { Document, Sentence } from '../model/article.ts';
import { leansBack } from '../text/sentences/leaning.ts';

/** Candidates as a model reads them. */
export function passagesOf(ranked: readonly Ranked[], documents: Documents): Passage[] {
  return ranked.map(({ sentence }) => passageOf(documents.document(sentence.document), sentence));
}

/** A sentence, its article's title, and what it leans on. */
export function passageOf({ article, sentences }: Document, sentence: Sentence): Passage {
  const quote = article.text.slice(sentence.start, sentence.end);
  const before = leansBack(quote) ? sentences[sentence.ordinal - 1] : undefined;
  return {
    title: article.origin.title === 'opening words' ? '' : article.title,
    sentence: quote,
    ...(before && { before: article.text.slice(before.start, before.end) }),
    ...(article.language !== undefined && { language: article.language }),
  };
}
