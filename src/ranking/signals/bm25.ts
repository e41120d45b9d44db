import type { Signal } from '../signal.ts';

/** BM25 of the sentence relative to the best candidate's: 1 for the best. */
export const bm25: Signal = {
  name: 'bm25',
  value: ({ hit }, { best }) => hit.levels.sentence / best,
};
