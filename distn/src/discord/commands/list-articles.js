import { ARTICLES_PER_PAGE } from '../render/articles.js';
/**
 * Fetches a page of the archive's articles, newest first; pages are counted from 0. With `about`, only articles that mention
 * it. Where there are fewer pages by now, the last one.
 */
export async function listArticles(archive, page, about) {
    const found = await archive.articles(about, { from: page * ARTICLES_PER_PAGE, most: ARTICLES_PER_PAGE });
    const last = Math.max(1, Math.ceil(found.total / ARTICLES_PER_PAGE)) - 1;
    return page > last ? listArticles(archive, last, about) : { ...found, page };
}
