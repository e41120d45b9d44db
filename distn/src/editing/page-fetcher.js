import { openFetcher } from '../web/fetcher.js';
import { DownloadError } from './fetch-page.js';
/**
 * Returns a function that fetches a page by the rules for feeds: public web only, robots.txt respected
 * (docs/feeds.md).
 */
export function pageFetcher({ allowHosts, limit }) {
    const fetcher = openFetcher({ allowHosts, limits: { bytes: limit } });
    return async (address) => {
        const fetched = await fetcher.fetch(address);
        if (fetched.status === 'refused')
            throw new DownloadError(fetched.refusal.message);
        if (fetched.status === 'not-modified')
            throw new DownloadError('the server sends no page');
        const { url, bytes, mediaType, charset } = fetched;
        return {
            url,
            bytes,
            contentType: charset === undefined ? mediaType : `${mediaType}; charset=${charset}`,
        };
    };
}
