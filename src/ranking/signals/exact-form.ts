import type { Signal } from '../signal.ts';

/** Share of the matched ideas that stand in the very form that was typed, not only with the same stem. */
export const exactForm: Signal = {
  name: 'exact-form',
  value: ({ analysis, positions }, { concepts }) => {
    const matched = positions.flatMap((list, i) => (list.length > 0 ? [i] : []));
    const exact = matched.filter((i) =>
      positions[i]!.some((at) => analysis.words[at]?.folded === concepts[i]!.typed),
    );
    return matched.length === 0 ? 0 : exact.length / concepts.length;
  },
};
