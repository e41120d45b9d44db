import type { Signal } from '../signal.ts';

/** The first sentence of an article says what it is about. */
export const firstOfArticle: Signal = {
  name: 'first-of-article',
  value: ({ sentence }) => (sentence.ordinal === 0 ? 1 : 0),
};

/** Earlier sentences answer more often: 1 for the first, 1/2 for the second … */
export const early: Signal = {
  name: 'early',
  value: ({ sentence }) => 1 / (1 + sentence.ordinal),
};
