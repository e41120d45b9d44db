import type { Signal } from '../signal.ts';

/** Share of the question's neighbouring ideas that stand side by side, in order, in the sentence. */
export const phrase: Signal = {
  name: 'phrase',
  value: ({ positions }) => {
    if (positions.length < 2) return 0;
    let side = 0;
    for (let i = 1; i < positions.length; i++) {
      const before = new Set(positions[i - 1]);
      // One word may stand between: "battle of Aleppo", "Aleppo and Hama".
      if (positions[i]!.some((at) => before.has(at - 1) || before.has(at - 2))) side += 1;
    }
    return side / (positions.length - 1);
  },
};
