/** The item without `retry`, which only the reader of the file needs. */
export function withoutRetry(item) {
    if (!('flaw' in item))
        return item;
    const { retry: _, ...flaw } = item.flaw;
    return { flaw };
}
/** 10 MB of plain text is four times "War and Peace": a longer text is not one article. */
export const MAX_ARTICLE_MB = 10;
/** In bytes of a file, or in UTF-16 units of a text. */
export const MAX_ARTICLE_LENGTH = MAX_ARTICLE_MB * 1024 * 1024;
