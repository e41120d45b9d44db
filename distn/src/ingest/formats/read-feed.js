import { parseFeed } from 'feedsmith';
import { decodePage } from '../decoding/decode-page.js';
import { fieldsOf } from '../metadata/fields.js';
import { articleOf } from '../metadata/new-article.js';
import { extractHtml } from './html/extract.js';
import { readText } from './read-small.js';
/** Reads RSS (also 0.9x and 1.0), Atom and JSON Feed: one article for each item. */
export async function* read(file) {
    const { text, encoding, flaw } = await readText(file, (bytes) => decodePage(bytes));
    if (flaw)
        yield { flaw };
    if (flaw?.severity === 'error')
        return;
    const feed = feedOf(text);
    if (feed === undefined) {
        yield { flaw: { severity: 'warning', reason: 'not a feed (RSS, Atom or JSON Feed): left out' } };
        return;
    }
    let summaries = 0;
    for (const [index, entry] of feed.entries.entries()) {
        const { item, flaws, summary } = itemOf(entry, feed, { file, encoding, number: index + 1 });
        for (const one of flaws)
            yield { flaw: one };
        if (summary)
            summaries += 1;
        yield item;
    }
    if (summaries > 0)
        yield { flaw: summariesFlaw(summaries, feed.entries.length) };
}
/** The tag of an article whose feed item is only a teaser or summary of the page that it links to. */
export const SUMMARY_TAG = 'summary only';
function summariesFlaw(summaries, all) {
    const reason = `summaries: ${summaries} of ${all} items hold only a summary (tagged "${SUMMARY_TAG}")`;
    return { severity: 'warning', reason };
}
/**
 * In UTF-16 units: a longer description is taken for the whole text, which RSS sometimes puts there. Teasers are a few
 * sentences: the longest common limit is Drupal's, 600 characters.
 */
const MAX_TEASER_LENGTH = 1000;
function itemOf(entry, feed, { file, encoding, number }) {
    const { text, reason } = extractHtml(entry.content ?? entry.summary ?? '', { whole: true });
    const where = `item ${number}`;
    const place = {
        id: `${file.path}#${entry.id?.trim() || entry.url || `item-${number}`}`,
        path: file.path,
        encoding,
    };
    if (reason !== undefined || text === '') {
        const flaw = { severity: 'error', reason: `${reason ?? 'no text'}: ${where}` };
        return { item: { flaw }, flaws: [], summary: false };
    }
    const summary = entry.content === undefined && text.length <= MAX_TEASER_LENGTH;
    const tags = summary ? [...entry.tags, SUMMARY_TAG] : entry.tags;
    const title = plain(entry.title);
    const own = fieldsOf({ ...entry, title, ...(tags.length > 0 ? { tags } : { tags: undefined }) });
    const shared = fieldsOf({ publisher: feed.title, ...(entry.language ? {} : { language: feed.language }) });
    const origin = {
        ...Object.fromEntries(Object.keys(shared.fields).map((name) => [name, 'feed'])),
        ...Object.fromEntries(Object.keys(own.fields).map((name) => [name, 'feed item'])),
    };
    const flaws = own.invalid.map((one) => ({ severity: 'warning', reason: `${one.reason} (${where})` }));
    const fields = { ...shared.fields, ...own.fields };
    return { item: articleOf({ ...place, text, fields, fieldsFrom: origin }), flaws, summary };
}
/** Parses a feed; `undefined` where the text is none. */
export function feedOf(text) {
    let parsed;
    try {
        parsed = parseFeed(text);
    }
    catch {
        // The library's words are "Unrecognized feed format" or "Invalid feed format", whatever is wrong.
        return undefined;
    }
    const { format, feed } = parsed;
    if (format === 'atom')
        return atomOf(feed);
    if (format === 'json')
        return jsonFeedOf(feed);
    const language = feed.dc?.languages?.[0];
    if (format === 'rdf') {
        const entries = (feed.items ?? []).map((item) => ({ ...shared(item), id: item.rdf?.about }));
        return { title: feed.title, language, entries };
    }
    const entries = (feed.items ?? []).map((item) => {
        const common = shared(item);
        return {
            ...common,
            id: item.guid?.value,
            published: item.pubDate ?? common.published,
            author: common.author ?? (item.authors?.flatMap(nameOf).join(', ') || undefined),
            tags: (item.categories ?? []).flatMap(({ name }) => name ?? []),
        };
    });
    return { title: feed.title, language: feed.language ?? language, entries };
}
/** What RSS 1.0 and 2.0 have in common. */
function shared(item) {
    return {
        id: undefined,
        title: item.title,
        url: item.link,
        published: item.dc?.dates?.[0],
        author: item.dc?.creators?.join(', '),
        tags: [],
        content: item.content?.encoded,
        summary: item.description,
    };
}
function nameOf({ name, email }) {
    return [name ?? email ?? []].flat();
}
function atomOf(feed) {
    const namesOf = (people) => people?.flatMap(({ name }) => name ?? []).join(', ') || undefined;
    const entries = (feed.entries ?? []).map((entry) => {
        const links = entry.links ?? [];
        return {
            id: entry.id,
            title: htmlOf(entry.title),
            url: (links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0])?.href,
            published: entry.published ?? entry.updated,
            author: namesOf(entry.authors) ?? namesOf(feed.authors),
            tags: (entry.categories ?? []).flatMap(({ term, label }) => label ?? term ?? []),
            content: htmlOf(entry.content),
            summary: htmlOf(entry.summary),
        };
    });
    return { title: plain(htmlOf(feed.title)), language: feed.xml?.lang, entries };
}
/** Atom's text is plain unless it says that it isn't. */
function htmlOf(text) {
    if (text?.value === undefined)
        return undefined;
    return /html/u.test(text.type ?? '') ? text.value : escaped(text.value);
}
/** The plain text of an HTML title; `undefined` for `undefined`. */
export function plain(html) {
    return html === undefined ? undefined : extractHtml(html, { whole: true }).text;
}
function escaped(text) {
    return `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
}
function jsonFeedOf(feed) {
    const entries = (feed.items ?? []).map((item) => {
        const text = item.content_text === undefined ? undefined : escaped(item.content_text);
        return {
            id: item.id,
            title: item.title === undefined ? undefined : escaped(item.title),
            url: item.url ?? item.external_url,
            published: item.date_published,
            author: (item.authors ?? feed.authors)?.flatMap(({ name }) => name ?? []).join(', ') || undefined,
            language: item.language,
            tags: item.tags ?? [],
            content: item.content_html ?? text,
            summary: item.summary === undefined ? undefined : escaped(item.summary),
        };
    });
    return { title: feed.title, language: feed.language, entries };
}
