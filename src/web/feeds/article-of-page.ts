import { decodePage } from '../../ingest/decoding/decode-page.ts';
import { pageArticle } from '../../ingest/formats/html/read-html.ts';
import { siteOf } from '../../ingest/metadata/canonical-url.ts';
import { fieldsOf } from '../../ingest/metadata/fields.ts';
import type { WrittenFields } from '../../ingest/metadata/write-markdown.ts';
import type { Origin } from '../../model/article.ts';
import type { FetchedPage } from '../fetcher.ts';
import type { NewArticle } from './store-article.ts';

/** What a feed says of an article that it links to. */
export type FromFeed = { readonly [name in (typeof FROM_FEED)[number]]?: string | undefined };

const FROM_FEED = ['title', 'published', 'publisher', 'author', 'language'] as const;

/** Whether the reader of web pages takes a media type; '' when the server named none. */
export function isWebPage(mediaType: string): boolean {
  return ['', 'text/html', 'application/xhtml+xml'].includes(mediaType);
}

/** Returns the article of a fetched page, by the reader of saved pages; or why there is none. */
export async function articleOfPage(
  page: FetchedPage,
  fromFeed: FromFeed = {},
): Promise<NewArticle | { readonly reason: string }> {
  const { text: html, encoding, flaw } = await decodePage(page.bytes, page.charset);
  if (flaw?.severity === 'error') return { reason: flaw.reason };
  const item = pageArticle(html, { id: page.url, path: page.url, encoding }, { url: page.url });
  if ('flaw' in item) return { reason: item.flaw.reason };
  const { article } = item;
  const fields = { ...article, url: ownAddress(article.url, page.url) };
  return { text: article.text, fields: withFeed(fields, article.origin, fromFeed) };
}

/** Guesses, and elements that may be of something else on the page: what the feed says is better. */
const WEAK: ReadonlySet<Origin> = new Set([
  'url',
  'page title',
  'heading',
  'byline',
  'time element',
  'author element',
  'opening words',
]);

function withFeed(
  own: WrittenFields,
  origin: Readonly<Partial<Record<string, Origin>>>,
  fromFeed: FromFeed,
): WrittenFields {
  const said = fieldsOf(fromFeed).fields;
  const fields: Record<string, string | undefined> = { url: own.url };
  for (const name of FROM_FEED) {
    const from = origin[name];
    const isWeak = own[name] === undefined || from === undefined || WEAK.has(from);
    fields[name] = isWeak ? (said[name] ?? own[name]) : own[name];
  }
  return fields as WrittenFields;
}

/**
 * The address that the page gives itself, where it is of the same site: anybody can write another one's into a page, and
 * it would stand under our quotations. Some sites write their front page's into all of their pages.
 */
function ownAddress(stated: string | undefined, fetched: string): string {
  if (stated === undefined) return fetched;
  const [own, real] = [new URL(stated), new URL(fetched)];
  const isFront = own.pathname === '/' && own.search === '' && real.pathname !== '/';
  return isFront || !isSameSite(own.hostname, real.hostname) ? fetched : own.href;
}

/** `example.org`, `www.example.org` and `m.example.org`. */
function isSameSite(a: string, b: string): boolean {
  const [one, other] = [siteOf(a), siteOf(b)];
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}
