import type { Signal } from '../signal.ts';

/** Something in the sentence has the form of an answer: a date for when, a name for who. */
export const answerPresent: Signal = {
  name: 'answer-present',
  value: ({ answers }) => (answers.length > 0 ? 1 : 0),
};

/** The sentence gives a reason in so many words, where one is asked for. */
export const reasonGiven: Signal = {
  name: 'reason-given',
  value: ({ analysis }, { question }) =>
    question.expects === 'reason' && REASON.test(analysis.text) ? 1 : 0,
};

const REASON =
  /\b(?:because|due to|owing to|in order to|so that|as a result|therefore|thus|caused|causes|led to|leads to|since|reasons?|in response|thanks to|aimed at|prevent|allow)\b/i;
