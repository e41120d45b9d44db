import type { Levels } from '../../model.ts';
import type { Signal } from '../signal.ts';

const LEVELS: readonly (keyof Levels)[] = ['sentence', 'paragraph', 'article'];

/** BM25 at each level relative to the best candidate's: 1 for the best. Absolute values add nothing to these. */
export const bm25: readonly Signal[] = LEVELS.map((level) => ({
  name: `bm25-${level}`,
  value: ({ hit }, { best }) => hit.levels[level] / best[level],
}));
