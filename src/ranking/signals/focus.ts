import type { Signal } from '../signal.ts';

/** The noun that names the answer ("what province …") stands in the sentence. */
export const focus: Signal = {
  name: 'focus',
  value: ({ analysis }, { question }) =>
    question.focus !== undefined && analysis.positions.has(question.focus) ? 1 : 0,
};
