import { wordAt } from '../answer-spans.ts';
import type { Evidence } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** Something in the sentence has the form of an answer: a date for when, a name for who. */
export const answerPresent: Signal = {
  name: 'answer-present',
  value: ({ answers }) => (answers.length > 0 ? 1 : 0),
};

/** … and stands near the question's words: 1 beside one, 1/2 two words away from it. */
export const answerNear: Signal = {
  name: 'answer-near',
  value: (evidence) => (evidence.answers.length === 0 ? 0 : 1 / Math.max(1, nearest(evidence))),
};

/** The sentence gives a reason in so many words, where one is asked for. */
export const reasonGiven: Signal = {
  name: 'reason-given',
  value: ({ analysis }, { question }) =>
    question.expects === 'reason' && REASON.test(analysis.text) ? 1 : 0,
};

const REASON =
  /\b(?:because|due to|owing to|in order to|so that|as a result|therefore|thus|caused|causes|led to|leads to|since|reasons?|in response|thanks to|aimed at|prevent|allow)\b/i;

function nearest({ answers, analysis, positions }: Evidence): number {
  const matched = positions.flat();
  const distances = answers.flatMap((span) => {
    const at = wordAt(analysis, span);
    return matched.map((other) => Math.abs(other - at));
  });
  return Math.min(analysis.words.length, ...distances);
}
