import { shareOf } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** Share of the question's idf that stands in the sentence, relative to the candidate that holds most of it. */
export const coverageRelative: Signal = {
  name: 'coverage-relative',
  value: ({ inSentence }, query, peers) => shareOf(query, inSentence) / peers.coverage,
};

/** … in the sentence or the one before it: pronouns lean on what was just said. */
export const coverageWithBefore: Signal = {
  name: 'coverage-with-before',
  value: ({ inSentence, inBefore }, query) => shareOf(query, inSentence, inBefore),
};

/** … in the sentence or the one after it: what was just said is gone on with ("This came after …"). */
export const coverageWithAfter: Signal = {
  name: 'coverage-with-after',
  value: ({ inSentence, inAfter }, query) => shareOf(query, inSentence, inAfter),
};

/** … in its paragraph or the article's title. */
export const coverageOfParagraph: Signal = {
  name: 'coverage-of-paragraph',
  value: ({ inParagraph, inTitle }, query) => shareOf(query, inParagraph, inTitle),
};
