import type { MakeContender } from './contender.ts';

/** Each in a file of its own, loaded in the process that measures it. The first two are what the others are compared with. */
export const CONTENDERS: Readonly<Record<string, () => Promise<MakeContender>>> = {
  minisearch: async () => (await import('./contenders/minisearch.ts')).miniSearch,
  'minisearch-stemmed': async () => (await import('./contenders/minisearch.ts')).stemmedMiniSearch,
  ibid: async () => (await import('./contenders/ibid.ts')).ibid,
};
