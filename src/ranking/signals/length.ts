import type { Signal } from '../signal.ts';

/** Log of the sentence's words, 1 for 54 of them: a long one holds more, and more that isn't the answer. */
export const length: Signal = {
  name: 'length',
  value: ({ analysis }) => Math.log(1 + analysis.words.length) / 4,
};
