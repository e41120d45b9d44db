import type { Signal } from '../signal.ts';

/** Share of the sentence's content words that the question doesn't hold: a sentence that only repeats it answers nothing. */
export const novelty: Signal = {
  name: 'novelty',
  value: ({ analysis, positions }) => {
    const content = analysis.words.filter((word) => !word.stop).length;
    return content === 0 ? 0 : 1 - Math.min(1, new Set(positions.flat()).size / content);
  },
};
