import { decodePage } from '../../ingest/decoding/decode-page.js';
import { feedOf, plain } from '../../ingest/formats/read-feed.js';
import { addressKey } from '../../ingest/metadata/canonical-url.js';
import { withoutFragment } from './feed-list.js';
/** Feeds are sent as XML, JSON, text and even HTML; what they are shows when they are read. */
export function mayBeFeed(mediaType) {
    return mediaType === '' || /xml|json|^text\/|octet-stream/u.test(mediaType);
}
/** Feeds hold some 10 to 100 items; one of a whole archive is taken in parts, newest first as feeds are. */
const MOST_ENTRIES = 500;
/** The articles that a fetched feed links to; or why it is none. */
export async function entriesOf(page) {
    const { text, flaw } = await decodePage(page.bytes, page.charset);
    if (flaw?.severity === 'error')
        return { reason: flaw.reason };
    const feed = feedOf(text);
    if (feed === undefined)
        return { reason: 'not a feed (RSS, Atom or JSON Feed)' };
    const byKey = new Map();
    for (const entry of feed.entries) {
        const pending = pendingOf(entry, feed, page.url);
        const key = pending && addressKey(pending.url);
        if (pending && key && !byKey.has(key))
            byKey.set(key, pending);
        if (byKey.size === MOST_ENTRIES)
            break;
    }
    return [...byKey.values()];
}
/** Nothing where the item links to nothing. */
function pendingOf(entry, feed, base) {
    const link = entry.url?.trim() ?? '';
    if (link === '' || !URL.canParse(link, base))
        return undefined;
    const published = entry.published;
    const said = {
        title: plain(entry.title),
        published: typeof published === 'string' ? published : undefined,
        publisher: plain(feed.title),
        author: entry.author,
        language: entry.language ?? feed.language,
    };
    const fields = Object.entries(said).filter(([, value]) => value !== undefined && value.length <= LONGEST_FIELD);
    return {
        url: withoutFragment(new URL(link, base).href),
        failures: 0,
        nextAt: 0,
        ...Object.fromEntries(fields),
    };
}
/** They are kept until the article is fetched: longer ones are no fields. */
const LONGEST_FIELD = 1_000;
