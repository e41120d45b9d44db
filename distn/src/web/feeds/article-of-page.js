import { decodePage } from '../../ingest/decoding/decode-page.js';
import { pageArticle } from '../../ingest/formats/html/read-html.js';
import { siteOf } from '../../ingest/metadata/canonical-url.js';
import { fieldsOf } from '../../ingest/metadata/fields.js';
const FROM_FEED = ['title', 'published', 'publisher', 'author', 'language'];
/** Whether the reader of web pages takes a media type; '' when the server named none. */
export function isWebPage(mediaType) {
    return ['', 'text/html', 'application/xhtml+xml'].includes(mediaType);
}
/** Returns the article of a fetched page, by the reader of saved pages; or why there is none. */
export async function articleOfPage(page, fromFeed = {}) {
    const { text: html, encoding, flaw } = await decodePage(page.bytes, page.charset);
    if (flaw?.severity === 'error')
        return { reason: flaw.reason };
    const item = pageArticle(html, { id: page.url, path: page.url, encoding }, { url: page.url });
    if ('flaw' in item)
        return { reason: item.flaw.reason };
    const { article } = item;
    const fields = { ...article, url: ownAddress(article.url, page.url) };
    return { text: article.text, fields: withFeed(fields, article.origin, fromFeed) };
}
/** Guesses, and elements that may be of something else on the page: what the feed says is better. */
const WEAK = new Set([
    'url',
    'page title',
    'heading',
    'time element',
    'author element',
    'opening words',
]);
function withFeed(own, origin, fromFeed) {
    const said = fieldsOf(fromFeed).fields;
    const fields = { url: own.url };
    for (const name of FROM_FEED) {
        const from = origin[name];
        const isWeak = own[name] === undefined || from === undefined || WEAK.has(from);
        fields[name] = isWeak ? (said[name] ?? own[name]) : own[name];
    }
    return fields;
}
/**
 * The address that the page gives itself, where it is of the same site: anybody can write another one's into a page, and
 * it would stand under our quotations. Some sites write their front page's into all of their pages.
 */
function ownAddress(stated, fetched) {
    if (stated === undefined)
        return fetched;
    const [own, real] = [new URL(stated), new URL(fetched)];
    const isFront = own.pathname === '/' && own.search === '' && real.pathname !== '/';
    return isFront || !isSameSite(own.hostname, real.hostname) ? fetched : own.href;
}
/** `example.org`, `www.example.org` and `m.example.org`. */
function isSameSite(a, b) {
    const [one, other] = [siteOf(a), siteOf(b)];
    return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}
