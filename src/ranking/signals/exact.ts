import type { Signal } from '../signal.ts';

/**
 * Share of the question's idf that stands in the sentence as it was typed, not in another form of the word. A name that was asked for
 * alone counts nearly as much in another spelling: what is said of it decides.
 */
export const exact: Signal = {
  name: 'exact',
  value: ({ analysis, inSentence }, { concepts, weights, question }) =>
    concepts.reduce((sum, { typed, name }, i) => {
      if (analysis.wording.has(typed)) return sum + weights[i]!;
      return question.isKeywordQuery && name && inSentence[i] ? sum + OTHER_SPELLING * weights[i]! : sum;
    }, 0),
};

const OTHER_SPELLING = 0.8;
