import type { Hit } from '../../../../model/model.ts';
import type { PostingsList } from '../../../index.ts';
import { addTo } from '../postings/merge.ts';
import { PostingsReader } from '../postings/postings.ts';
import type { HeldPart } from '../postings/segment-reader.ts';
import type { Scratch } from './accumulators.ts';
import { askedTerms } from './expand-terms.ts';
import { Scorer } from './scorer.ts';

/** The best sentences of all parts, by statistics over all of them: it makes no difference which part holds what. */
export function searchParts(
  all: readonly HeldPart[],
  terms: readonly string[],
  limit: number,
  accepts: ((document: number) => boolean) | undefined,
  scratch: Scratch,
): Hit[] {
  const asked = [...new Set(terms)];
  if (asked.length === 0 || limit <= 0) return [];
  // The largest first: it raises the bar for the others.
  const parts = all
    .filter(({ count }) => count.article > 0)
    .sort((a, b) => b.count.article - a.count.article);
  const statistics = {
    count: { sentence: 0, paragraph: 0, article: 0 },
    length: { sentence: 0, paragraph: 0, article: 0 },
  };
  for (const { count, length } of parts) {
    addTo(statistics.count, count);
    addTo(statistics.length, length);
  }
  const found = askedTerms(asked, parts);
  const scorer = new Scorer({ terms: found, asked: asked.length, statistics, limit, accepts }, scratch);
  parts.forEach((part, place) => {
    scorer.add(part, place);
  });
  return scorer.hits();
}

/** Every sentence that holds a term, ascending, and its document. */
export function postingsInParts(
  parts: readonly HeldPart[],
  term: string,
  accepts: ((document: number) => boolean) | undefined,
): PostingsList {
  const found: { readonly number: number; readonly document: number }[] = [];
  for (const { part, removed } of parts) {
    const postings = part.find(term);
    if (!postings) continue;
    const { document: documents, firstNumber } = part.columns;
    const reader = new PostingsReader(postings);
    while (reader.next()) {
      const { article } = reader;
      const document = documents[article]!;
      if (removed.has(article) || accepts?.(document) === false) continue;
      const first = firstNumber[article]!;
      reader.sentences((ordinal) => found.push({ number: first + ordinal, document }));
    }
  }
  found.sort((a, b) => a.number - b.number);
  return {
    sentences: Uint32Array.from(found, ({ number }) => number),
    documents: Uint32Array.from(found, ({ document }) => document),
  };
}
