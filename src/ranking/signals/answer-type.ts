import type { Signal } from '../signal.ts';

/** Something in the sentence has the form of an answer: a date for when, a name for who. */
export const answerPresent: Signal = {
  name: 'answer-present',
  value: ({ answers }) => (answers.length > 0 ? 1 : 0),
};
