import { fileErrorReason } from '../../ingest/files/file-error.js';
import { articleOfPage, isWebPage } from './article-of-page.js';
/** Fetches a web page and returns its article, or why there is none. Parsing takes up to 3 s of CPU time. */
export async function fetchArticle(fetcher, address, { fromFeed, signal } = {}) {
    const fetched = await fetcher.fetch(address, { accepts: isWebPage, ...(signal && { signal }) });
    if (fetched.status === 'refused') {
        const { message, retryAt } = fetched.refusal;
        return { reason: message, retryAt };
    }
    if (fetched.status !== 'fetched')
        return { reason: `${fetched.status}, and never asked for before` };
    try {
        const article = await articleOfPage(fetched, fromFeed);
        if ('reason' in article)
            return article;
        return { article, urls: [address, fetched.url, article.fields.url ?? fetched.url] };
    }
    catch (error) {
        // As for a file of the archive: what a page does to its parser keeps no other one out.
        return { reason: fileErrorReason(error) };
    }
}
