import type { MakeContender } from './contender.ts';

/** Every contender, loaded in the process that measures it. The others are compared with the first one. */
export const CONTENDERS: Readonly<Record<string, () => Promise<MakeContender>>> = {
  minisearch: async () => (await import('./contenders/minisearch.ts')).miniSearch,
  'minisearch-stemmed': async () => (await import('./contenders/minisearch.ts')).stemmedMiniSearch,
  ibid: async () => (await import('./contenders/ibid.ts')).ibid,
  flexsearch: async () => (await import('./contenders/flexsearch.ts')).flexSearch,
  orama: async () => (await import('./contenders/orama.ts')).orama,
  fts5: async () => (await import('./contenders/fts5.ts')).fts5,
  limit: async () => (await import('./contenders/limit.ts')).limit,
};
