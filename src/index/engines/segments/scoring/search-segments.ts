import type { Hit } from '../../../../model/model.ts';
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

/** The numbers of all sentences that hold a term, ascending. */
export function holdingInParts(
  parts: readonly HeldPart[],
  term: string,
  accepts: ((document: number) => boolean) | undefined,
): Uint32Array {
  const numbers: number[] = [];
  for (const { part, removed } of parts) {
    const found = part.find(term);
    if (!found) continue;
    const { document, firstNumber } = part.columns;
    const reader = new PostingsReader(found);
    while (reader.next()) {
      const { article } = reader;
      if (removed.has(article) || accepts?.(document[article]!) === false) continue;
      const first = firstNumber[article]!;
      reader.sentences((ordinal) => numbers.push(first + ordinal));
    }
  }
  return Uint32Array.from(numbers).sort();
}
