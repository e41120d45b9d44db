import { openFetcher } from '../web/fetcher.ts';
import { typedAddress } from '../web/target.ts';
import { DownloadError, type FetchPage } from './fetch-page.ts';

export interface PageFetcherOptions {
  /** Hosts of one's own network that may be fetched from: `host` or `host:port`. */
  readonly allowHosts: readonly string[];
  /** In bytes. */
  readonly limit: number;
}

/**
 * Returns a function that fetches a page by the rules for feeds: public web only, robots.txt respected
 * (docs/feeds.md).
 */
export function pageFetcher({ allowHosts, limit }: PageFetcherOptions): FetchPage {
  const fetcher = openFetcher({ allowHosts, limits: { bytes: limit } });
  return async (address) => {
    const fetched = await fetcher.fetch(typedAddress(address));
    if (fetched.status === 'refused') throw new DownloadError(fetched.refusal.message);
    if (fetched.status === 'not-modified') throw new DownloadError('the server sends no page');
    const { url, bytes, mediaType, charset } = fetched;
    return {
      url,
      bytes,
      contentType: charset === undefined ? mediaType : `${mediaType}; charset=${charset}`,
    };
  };
}
