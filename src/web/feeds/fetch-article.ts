import { fileErrorReason } from '../../ingest/files/file-error.ts';
import type { Fetcher } from '../fetcher.ts';
import { articleOfPage, type FromFeed, isWebPage } from './article-of-page.ts';
import type { NewArticle } from './store-article.ts';

export interface FetchedArticle {
  readonly article: NewArticle;
  /** Its addresses: the one that was asked for, where it was in the end, and what it calls its own. */
  readonly urls: readonly string[];
}

export interface NoArticle {
  readonly reason: string;
  /** Where the server asks to wait: until then, in ms since 1970. */
  readonly retryAt?: number | undefined;
}

export interface FetchArticleOptions {
  /** What a feed says of it, where the page says nothing. */
  readonly fromFeed?: FromFeed;
  readonly signal?: AbortSignal | undefined;
}

/** Fetches a web page and returns its article, or why there is none. Parsing takes up to 3 s of CPU time. */
export async function fetchArticle(
  fetcher: Fetcher,
  address: string,
  { fromFeed, signal }: FetchArticleOptions = {},
): Promise<FetchedArticle | NoArticle> {
  const fetched = await fetcher.fetch(address, { accepts: isWebPage, ...(signal && { signal }) });
  if (fetched.status === 'refused') {
    const { message, retryAt } = fetched.refusal;
    return { reason: message, retryAt };
  }
  if (fetched.status !== 'fetched') return { reason: `${fetched.status}, and never asked for before` };
  try {
    const article = await articleOfPage(fetched, fromFeed);
    if ('reason' in article) return article;
    return { article, urls: [address, fetched.url, article.fields.url ?? fetched.url] };
  } catch (error) {
    // As for a file of the archive: what a page does to its parser keeps no other one out.
    return { reason: fileErrorReason(error) };
  }
}
