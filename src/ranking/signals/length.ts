import type { Signal } from '../signal.ts';

/** Words in the sentence, 1 at 40 and more. */
export const length: Signal = {
  name: 'length',
  value: ({ analysis }) => Math.min(1, analysis.words.length / 40),
};

/** Under six words: a heading, a caption, a fragment. */
export const fragment: Signal = {
  name: 'fragment',
  value: ({ analysis }) => (analysis.words.length < 6 ? 1 : 0),
};
