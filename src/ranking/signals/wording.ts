import type { Analysis } from '../analysis.ts';
import type { Signal } from '../signal.ts';

/**
 * Share of the question's words, function words and all, that stand in the sentence just so: who asks about a sentence
 * often has its wording in mind, and "by" or "not" is a part of it. A name that is asked for alone stands there in any spelling.
 */
export const wording: Signal = {
  name: 'wording',
  value: ({ analysis, inSentence }, { distinctWords, concepts, question }) => {
    const isNamed = (word: string) =>
      question.isKeywordQuery &&
      concepts.some(({ typed, name }, i) => name && typed === word && inSentence[i]);
    const held = distinctWords.filter((word) => analysis.wording.has(word) || isNamed(word));
    return held.length / Math.max(1, distinctWords.length);
  },
};

/** … that stand in it in any form of the word: a question has "did fall" where a sentence has "fell". */
export const wordingOfForms: Signal = {
  name: 'wording-of-forms',
  value: ({ analysis, inSentence }, { distinctWords, concepts }) => {
    const held = distinctWords.filter((word) => {
      const idea = concepts.findIndex(({ typed }) => typed === word);
      return idea < 0 ? analysis.wording.has(word) : inSentence[idea];
    });
    return held.length / Math.max(1, distinctWords.length);
  },
};

/** Share of the question's pairs of neighbouring words that stand so in the sentence. */
export const wordPairs: Signal = {
  name: 'word-pairs',
  value: ({ analysis }, { words }) => shareOfRuns(words, analysis, 2),
};

function shareOfRuns(query: readonly string[], { words, wording }: Analysis, length: number): number {
  const runs = query.length - length + 1;
  if (runs < 1) return 0;
  let held = 0;
  for (let at = 0; at < runs; at++) {
    const standsAt = (start: number) => {
      for (let i = 1; i < length; i++) if (words[start + i]?.folded !== query[at + i]) return false;
      return true;
    };
    if (wording.get(query[at]!)?.some(standsAt)) held += 1;
  }
  return held / runs;
}
