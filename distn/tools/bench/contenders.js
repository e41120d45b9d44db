/** Every contender, loaded in the process that measures it. The others are compared with the first one. */
export const CONTENDERS = {
    minisearch: async () => (await import('./contenders/minisearch.js')).miniSearch,
    'minisearch-stemmed': async () => (await import('./contenders/minisearch.js')).stemmedMiniSearch,
    ibid: async () => (await import('./contenders/ibid.js')).ibid,
    flexsearch: async () => (await import('./contenders/flexsearch.js')).flexSearch,
    orama: async () => (await import('./contenders/orama.js')).orama,
    fts5: async () => (await import('./contenders/fts5.js')).fts5,
    limit: async () => (await import('./contenders/limit.js')).limit,
};
