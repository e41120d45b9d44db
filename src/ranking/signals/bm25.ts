import type { Levels } from '../../model.ts';
import type { Signal } from '../signal.ts';

const LEVELS: readonly (keyof Levels)[] = ['sentence', 'paragraph', 'article'];

/** BM25 at one level as a share of the question's idf: comparable from question to question. */
export const bm25: readonly Signal[] = LEVELS.map((level) => ({
  name: `bm25-${level}`,
  value: ({ hit }, { idf }) => hit.levels[level] / Math.max(idf, 1) / 4,
}));

/** BM25 at one level relative to the best candidate: comparable within a question. */
export const bm25Relative: readonly Signal[] = LEVELS.map((level) => ({
  name: `bm25-${level}-relative`,
  value: ({ hit }, { best }) => hit.levels[level] / best[level],
}));
