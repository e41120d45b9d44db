import { parseFeed } from 'feedsmith';
import { decodePage } from '../decoding/decode-page.ts';
import { fieldsOf } from '../metadata/fields.ts';
import { articleOf } from '../metadata/new-article.ts';
import { extractHtml } from './html/extract.ts';
import { withoutMarkup } from './markup-in-text.ts';
import { readText } from './read-small.ts';
import type { CorpusFile, Flaw, Item } from './reader.ts';

/** Reads RSS (also 0.9x and 1.0), Atom and JSON Feed: one article for each item. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const { text, encoding, flaw } = await readText(file, (bytes) => decodePage(bytes));
  if (flaw) yield { flaw };
  if (flaw?.severity === 'error') return;
  const feed = feedOf(text) ?? cutOffFeed(text);
  if (feed === undefined) {
    yield { flaw: { severity: 'warning', reason: 'not a feed (RSS, Atom or JSON Feed): left out' } };
    return;
  }
  if (feed.isCutOff)
    yield {
      flaw: { severity: 'warning', reason: 'cut off: the file ends inside an item, which is left out' },
    };
  let summaries = 0;
  const ids = new Map<string, string>();
  for (const [index, entry] of feed.entries.entries()) {
    const { item, flaws, summary } = await itemOf(entry, feed, { file, encoding, ids, number: index + 1 });
    for (const one of flaws) yield { flaw: one };
    if (summary) summaries += 1;
    yield item;
  }
  if (summaries > 0) yield { flaw: summariesFlaw(summaries, feed.entries.length) };
}

/** The tag of an article whose feed item is only a teaser or summary of the page that it links to. */
export const SUMMARY_TAG = 'summary only';

function summariesFlaw(summaries: number, all: number): Flaw {
  const reason = `summaries: ${summaries} of ${all} items hold only a summary (tagged "${SUMMARY_TAG}")`;
  return { severity: 'warning', reason };
}

/** An item of a feed of any format; what it doesn't state is `undefined`. */
export interface FeedEntry {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
  /** As written; `fieldsOf` validates it. */
  readonly published: unknown;
  readonly author: string | undefined;
  readonly language?: string | undefined;
  /** Where the feed is collected from others. */
  readonly publisher?: string | undefined;
  readonly tags: readonly string[];
  /** HTML. */
  readonly content: string | undefined;
  /** HTML. */
  readonly summary: string | undefined;
}

/** A feed of any format. */
export interface Feed {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly entries: readonly FeedEntry[];
  /** Its last item is not whole. */
  readonly isCutOff?: true;
}

/**
 * In UTF-16 units: a longer description is taken for the whole text, which RSS sometimes puts there. Teasers are a few
 * sentences: the longest common limit is Drupal's, 600 characters.
 */
const MAX_TEASER_LENGTH = 1000;

interface Context {
  readonly file: CorpusFile;
  readonly encoding: string;
  /** The addresses of items by their ids so far. */
  readonly ids: Map<string, string>;
  /** Counted from 1. */
  readonly number: number;
}

async function itemOf(entry: FeedEntry, feed: Feed, { file, encoding, number, ids }: Context) {
  const { text: decoded, reason } = extractHtml(entry.content ?? entry.summary ?? '', { whole: true });
  // Some feeds encode their HTML twice.
  const text = await withoutMarkup(decoded);
  const where = `item ${number}`;
  const place = {
    id: `${file.path}#${idOf(entry, number, ids)}`,
    path: file.path,
    encoding,
  };
  if (reason !== undefined || text === '') {
    const flaw: Flaw = { severity: 'error', reason: `${reason ?? 'no text'}: ${where}` };
    return { item: { flaw }, flaws: [], summary: false };
  }
  const summary = entry.content === undefined && text.length <= MAX_TEASER_LENGTH;
  const tags = summary ? [...entry.tags, SUMMARY_TAG] : entry.tags;
  const title = plain(entry.title);
  const own = fieldsOf({ ...entry, title, ...(tags.length > 0 ? { tags } : { tags: undefined }) });
  const shared = fieldsOf({ publisher: feed.title, ...(entry.language ? {} : { language: feed.language }) });
  const origin = {
    ...Object.fromEntries(Object.keys(shared.fields).map((name) => [name, 'feed' as const])),
    ...Object.fromEntries(Object.keys(own.fields).map((name) => [name, 'feed item' as const])),
  };
  const flaws = own.invalid.map((one): Flaw => ({ severity: 'warning', reason: `${one.reason} (${where})` }));
  const fields = { ...shared.fields, ...own.fields };
  return { item: articleOf({ ...place, text, fields, fieldsFrom: origin }), flaws, summary };
}

/** Its own, or its address where an item at another address has had the same. */
function idOf(entry: FeedEntry, number: number, ids: Map<string, string>): string {
  const id = entry.id?.trim() || entry.url || `item-${number}`;
  const url = entry.url ?? '';
  const before = ids.get(id);
  if (before === undefined) ids.set(id, url);
  return before === undefined || before === url || url === '' ? id : url;
}

type Parsed = ReturnType<typeof parseFeed>;

/** Parses a feed; `undefined` where the text is none. */
export function feedOf(text: string): Feed | undefined {
  let parsed: Parsed;
  try {
    parsed = parseFeed(text);
  } catch {
    // The library's words are "Unrecognized feed format" or "Invalid feed format", whatever is wrong.
    return undefined;
  }
  const { format, feed } = parsed;
  if (format === 'atom') return atomOf(feed);
  if (format === 'json') return jsonFeedOf(feed);
  const language = feed.dc?.languages?.[0];
  if (format === 'rdf') {
    const entries = (feed.items ?? []).map((item): FeedEntry => ({ ...shared(item), id: item.rdf?.about }));
    return { title: feed.title, language, entries };
  }
  const entries = (feed.items ?? []).map((item): FeedEntry => {
    const common = shared(item);
    return {
      ...common,
      id: item.guid?.value,
      url: item.link ?? permalinkOf(item.guid),
      publisher: item.source?.title,
      published: item.pubDate ?? common.published,
      author: common.author ?? (item.authors?.flatMap(nameOf).join(', ') || undefined),
      tags: (item.categories ?? []).flatMap(({ name }) => name ?? []),
    };
  });
  return { title: feed.title, language: feed.language ?? language, entries };
}

/** In UTF-16 units, of the item that is not whole. */
const MAX_REST_LENGTH = 64 * 1024;

/** What is whole of a feed whose file ends too early; `undefined` where nothing is. */
function cutOffFeed(text: string): Feed | undefined {
  if (/<\/[\w:]{3,8}>\s{0,99}$/u.test(text.slice(-120))) return undefined;
  for (const [item, ends] of [
    ['</item>', ['</channel></rss>', '</rdf:RDF>']],
    ['</entry>', ['</feed>']],
  ] as const) {
    const end = text.lastIndexOf(item);
    if (end === -1 || text.length - end > MAX_REST_LENGTH) continue;
    const whole = text.slice(0, end + item.length);
    for (const closing of ends) {
      const feed = feedOf(whole + closing);
      if (feed && feed.entries.length > 0) return { ...feed, isCutOff: true };
    }
  }
  return undefined;
}

type RssItem = NonNullable<Extract<Parsed, { format: 'rss' }>['feed']['items']>[number];
type RdfItem = NonNullable<Extract<Parsed, { format: 'rdf' }>['feed']['items']>[number];

/** What RSS 1.0 and 2.0 have in common. */
function shared(item: RssItem | RdfItem): FeedEntry {
  return {
    id: undefined,
    title: item.title,
    url: item.link,
    published: item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.dcterms?.created?.[0],
    author: item.dc?.creators?.join(', '),
    tags: [],
    content: item.content?.encoded,
    summary: item.description,
  };
}

/** RSS 2.0: a guid is an address unless it says that it isn't. */
function permalinkOf(guid: RssItem['guid']): string | undefined {
  const value = guid?.value?.trim() ?? '';
  return guid?.isPermaLink !== false && /^https?:\/\//iu.test(value) ? value : undefined;
}

function nameOf({ name, email }: { readonly name?: string; readonly email?: string }): string[] {
  return [name ?? email ?? []].flat();
}

function atomOf(feed: Extract<Parsed, { format: 'atom' }>['feed']): Feed {
  const namesOf = (people: readonly { name?: string }[] | undefined) =>
    people?.flatMap(({ name }) => name ?? []).join(', ') || undefined;
  const entries = (feed.entries ?? []).map((entry): FeedEntry => {
    const links = entry.links ?? [];
    return {
      id: entry.id,
      title: htmlOf(entry.title),
      url: (links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0])?.href,
      publisher: plain(htmlOf(entry.source?.title)),
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
function htmlOf(text: { value?: string; type?: string } | undefined): string | undefined {
  if (text?.value === undefined) return undefined;
  return /html/u.test(text.type ?? '') ? text.value : escaped(text.value);
}

/** The plain text of an HTML title; `undefined` for `undefined`. */
export function plain(html: string | undefined): string | undefined {
  return html === undefined ? undefined : extractHtml(html, { whole: true }).text;
}

function escaped(text: string): string {
  return `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
}

function jsonFeedOf(feed: Extract<Parsed, { format: 'json' }>['feed']): Feed {
  const entries = (feed.items ?? []).map((item): FeedEntry => {
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
