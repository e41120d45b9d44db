export const ARCHIVE_METHODS = [
    'ask',
    'examine',
    'quote',
    'sources',
    'suggest',
    'articles',
    'articlesLike',
    'article',
    'idByMark',
    'articlesWith',
    'articlesIn',
    'context',
    'status',
];
/** An archive of which each method is called by `call`. */
export function archiveBy(call) {
    const methods = ARCHIVE_METHODS.map((method) => [method, (...values) => call(method, values)]);
    return Object.fromEntries(methods);
}
