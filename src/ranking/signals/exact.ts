import type { Signal } from '../signal.ts';

/**
 * Share of the question's idf that stands in the sentence as it was typed, not in another form of the word. A name that was asked for
 * alone counts in each of its spellings: what is said of it decides.
 */
export const exact: Signal = {
  name: 'exact',
  value: ({ analysis, inSentence }, { concepts, weights, question }) =>
    concepts.reduce((sum, { typed, name }, i) => {
      const held = analysis.wording.has(typed) || (question.isKeywordQuery && name && inSentence[i]);
      return sum + (held ? weights[i]! : 0);
    }, 0),
};
