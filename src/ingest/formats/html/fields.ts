import { decodeHTML } from 'entities';
import type { Article, Origin } from '../../../model/article.ts';
import { type ArticleFields, fieldsOf } from '../../metadata/fields.ts';
import { publishedOf } from '../../metadata/published.ts';
import { namesIn, shownAuthors } from './authors.ts';
import { type ShownDate, shownDates } from './dates.ts';
import type { Element, HtmlPage } from './dom.ts';
import { headingOf, headOf } from './heading.ts';
import { type JsonLd, type JsonObject, jsonLdOf } from './json-ld.ts';
import { type Paragraph, paragraphsOf } from './text.ts';
import { agree, withoutSurroundings } from './titles.ts';

/** Fields, and where each of them was found. */
export interface FoundFields {
  readonly fields: ArticleFields;
  readonly origin: Article['origin'];
  /** Dates from less reliable sources of the page that can't be the same day. */
  readonly otherDates: NonNullable<Article['otherDates']>;
}

type Candidate = readonly [origin: Origin, value: unknown];

/** What a page shows and states, gathered once. */
interface Evidence {
  readonly page: HtmlPage;
  readonly meta: Meta;
  readonly ld: JsonLd;
  readonly titles: readonly string[];
  readonly heading: Element | undefined;
  readonly head: readonly Paragraph[];
}

function evidenceOf(page: HtmlPage, html: string, url: string | undefined): Evidence {
  const meta = metaOf(page);
  const words = (values: readonly unknown[]) =>
    values.filter((one): one is string => typeof one === 'string');
  const stated = words([
    ...meta('og:title', 'twitter:title').map(([, value]) => value),
    titleElementOf(page),
  ]);
  const heading = headingOf(page, stated, meta('og:site_name')[0]?.[1]);
  const titles = heading ? [...stated, heading.textContent] : stated;
  const addresses = addressesOf(page, {}, meta, html, url).map(([, value]) => value);
  const ld = jsonLdOf(page, { addresses: words(addresses), titles });
  return { page, meta, ld, titles, heading, head: heading ? headOf(paragraphsOf(page.body), heading) : [] };
}

/** Without that of an SVG drawing. */
function titleElementOf(page: HtmlPage): string | undefined {
  return [...page.querySelectorAll('title')].find((one) => one.closest('svg') === null)?.textContent;
}

/** The fields of a page, with what of it is said by its JSON-LD alone. */
export interface PageFields extends FoundFields {
  /** The text that its JSON-LD states; '' without one. */
  readonly body: string;
}

/** Finds the fields of a page: of each field's candidates, best source first, the first valid one. */
export function pageFieldsOf(page: HtmlPage, html: string, url: string | undefined): PageFields {
  const evidence = evidenceOf(page, html, url);
  const { ld, meta } = evidence;
  const fields: Record<string, unknown> = {};
  const origin: Partial<Record<keyof ArticleFields, Origin>> = {};
  const take = (
    field: 'url' | 'published' | 'publisher' | 'title' | 'author' | 'language',
    from: readonly Candidate[],
  ) => {
    const valid = field === 'published' ? byPublishersDay(validOf(field, from)) : validOf(field, from);
    const [first] = valid;
    if (first) [origin[field], fields[field]] = [first.origin, first.value];
    return valid;
  };
  take('url', addressesOf(page, ld.article, meta, html, url));
  const address = typeof fields.url === 'string' ? new URL(fields.url) : undefined;
  take('language', languagesOf(page, ld, meta));
  const language = typeof fields.language === 'string' ? fields.language : undefined;
  const dates = take(
    'published',
    isWiki(evidence) ? [] : datedBy(datesOf(evidence, address, language), language),
  );
  take('publisher', publishersOf(ld, meta, address));
  take('title', titlesOf(evidence, String(fields.publisher ?? '')));
  take('author', authorsOf(evidence));
  const body = typeof ld.article.articleBody === 'string' ? ld.article.articleBody : '';
  return { fields, origin, otherDates: otherDatesOf(dates), body };
}

/** A page of a wiki has no date, as in its dumps: when it was made or last changed is not the day of what it says. */
function isWiki({ page, meta, ld }: Evidence): boolean {
  return (
    /^MediaWiki\b/u.test(String(meta('generator')[0]?.[1])) ||
    /\b(?:Wikimedia|Wikipedia) (?:projects|contributors)\b|^Contributors to /iu.test(
      ld.nameOf(ld.article.author) ?? '',
    ) ||
    page.querySelector('body.mediawiki') !== null
  );
}

/** Each with its date as `publishedOf` reads it in this language. */
function datedBy(candidates: readonly Candidate[], language: string | undefined): Candidate[] {
  return candidates.map(([origin, value]) => {
    const date = publishedOf(typeof value === 'string' ? value : undefined, language);
    return [origin, 'published' in date ? date.published : undefined];
  });
}

interface Valid {
  readonly origin: Origin;
  readonly value: string;
}

function validOf(field: keyof ArticleFields, candidates: readonly Candidate[]): Valid[] {
  return candidates.flatMap(([origin, value]) => {
    const parsed = typeof value === 'string' ? fieldsOf({ [field]: value }).fields[field] : undefined;
    return typeof parsed === 'string' ? [{ origin, value: parsed }] : [];
  });
}

/** What a reader sees of a page's date, in the publisher's time zone. */
const SHOWN: ReadonlySet<Origin> = new Set(['byline', 'time element', 'url']);
/** From west to east of Greenwich. */
const ZONES_MS = [-12, 14].map((hours) => hours * 60 * 60 * 1000);

/** An instant in UTC doesn't tell the publisher's day: where the page shows the one before or after, and a time zone explains it, that counts. */
function byPublishersDay(dates: Valid[]): Valid[] {
  const [best, ...rest] = dates;
  const isUtc = ({ value }: Valid) => /T.*(?:Z|\+00:00)$/u.test(value);
  const shown = rest.find((one) => SHOWN.has(one.origin) && !isUtc(one));
  if (best === undefined || shown === undefined || !isUtc(best)) return dates;
  const days = ZONES_MS.map((ms) => new Date(Date.parse(best.value) + ms).toISOString().slice(0, 10));
  const day = shown.value.slice(0, 10);
  if (day === best.value.slice(0, 10) || !days.includes(day)) return dates;
  return [shown, ...rest.filter((one) => !(isUtc(one) && isNear(one.value, best.value)))];
}

/** A forgotten time zone moves an instant by 14 hours at most, and a day written without its hour by 24. */
const SAME_MS = 24 * 60 * 60 * 1000;

function isNear(a: string, b: string): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= SAME_MS;
}

function otherDatesOf([best, ...rest]: readonly Valid[]): FoundFields['otherDates'] {
  const kept: Valid[] = best ? [best] : [];
  for (const one of rest) {
    const isNew = kept.every(({ value }) => !isNear(value, one.value));
    if (isNew) kept.push(one);
  }
  return kept.slice(1).map(({ origin, value }) => ({ published: value, origin }));
}

type Meta = (...names: readonly string[]) => Candidate[];

/** The values of meta elements by name, property or itemprop, in the order of the names that are asked for. */
function metaOf(page: HtmlPage): Meta {
  const values = new Map<string, string>();
  for (const element of page.querySelectorAll('meta')) {
    const value = element.getAttribute('content')?.trim();
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(key)?.trim().toLowerCase();
      if (name && value && !values.has(name)) values.set(name, value);
    }
  }
  return (...names) =>
    names.map((name) => [/^(?:og|article):/u.test(name) ? 'Open Graph' : 'meta', values.get(name)]);
}

function addressesOf(
  page: HtmlPage,
  { mainEntityOfPage: main, url: own }: JsonObject,
  meta: Meta,
  html: string,
  url: string | undefined,
): Candidate[] {
  const entity = typeof main === 'object' && main !== null && '@id' in main ? main['@id'] : main;
  const candidates: Candidate[] = [
    ['link', page.querySelector('link[rel~="canonical" i]')?.getAttribute('href')],
    ['JSON-LD', own],
    ['JSON-LD', entity],
    ...meta('og:url'),
    ['url', url ?? savedFrom(html)],
  ];
  return candidates.map(([origin, value]) => [origin, absolute(value, url)]);
}

function absolute(address: unknown, base: string | undefined): string | undefined {
  if (typeof address !== 'string' || address.trim() === '') return undefined;
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/** What browsers ("saved from url=(0042)https://…") and SingleFile ("url: https://…") note at the top of a saved page. */
function savedFrom(html: string): string | undefined {
  return html
    .slice(0, 2000)
    .match(/<!--[^<>]{0,200}?(?:saved from url=\(\d{1,5}\)|\burl:\s{0,9})(https?:\/\/[^\s<>]+)/iu)?.[1];
}

/** Names of meta elements that content systems give the day of publication, best first (Dublin Core, PRISM, Highwire, Parse.ly, Sailthru …). */
const DATE_NAMES = [
  ...[
    'article:published_time',
    'og:published_time',
    'datepublished',
    'article:published',
    'article:published_date',
  ],
  ...[
    'og:article:published_time',
    'og:pubdate',
    'article.published',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
  ],
  ...[
    'dcterms.issued',
    'dcterms.date',
    'dcterms.created',
    'dc.date.created',
    'dc.date',
    'dc.date.publication',
    'pubdate',
  ],
  ...[
    'publishdate',
    'publish-date',
    'publish_date',
    'publishtime',
    'publication_date',
    'publication-date',
    'published_date',
  ],
  ...[
    'published',
    'pub_date',
    'citation_publication_date',
    'citation_online_date',
    'citation_date',
    'prism.publicationdate',
  ],
  ...[
    'rnews:datepublished',
    'article_date_original',
    'originalpublicationdate',
    'article:post_date',
    'displaydate',
  ],
  ...['cxenseparse:recs:publishtime', 'bt:pubdate', 'date.published', 'release_date', 'date'],
];

function datesOf(evidence: Evidence, address: URL | undefined, language: string | undefined): Candidate[] {
  const { article } = evidence.ld;
  const shown: readonly ShownDate[] = shownDates({ ...evidence, language });
  return [
    ['JSON-LD', article.datePublished],
    ...evidence.meta(...DATE_NAMES),
    ...shown,
    ['JSON-LD', article.dateCreated],
    ['url', dateIn(address)],
  ];
}

/** `/2019/11/20/` or `2019-11-20` in the path. */
function dateIn(address: URL | undefined): string | undefined {
  const day = address?.pathname.match(/(?<!\d)((?:19|20)\d\d)([/-])(\d\d?)\2(\d\d?)(?!\d)/u);
  return day ? `${day[1]}-${day[3]}-${day[4]}` : undefined;
}

function publishersOf(ld: JsonLd, meta: Meta, address: URL | undefined): Candidate[] {
  return [
    ['JSON-LD', ld.nameOf(ld.article.publisher)],
    ...meta('og:site_name', 'publisher', 'dc.publisher', 'citation_journal_title', 'application-name'),
    ['url', address?.hostname.replace(/^www\./u, '')],
  ];
}

function titlesOf({ page, ld, meta, titles, heading }: Evidence, publisher: string): Candidate[] {
  const own = heading?.textContent;
  const isOfPage = (title: unknown) => titles.length === 0 || titles.some((one) => agree(one, String(title)));
  const headline = decoded(ld.article.headline);
  const candidates: Candidate[] = [
    ['JSON-LD', isOfPage(headline) ? headline : undefined],
    ...meta('og:title', 'parsely-title', 'sailthru.title', 'dc.title', 'title'),
    ['page title', titleElementOf(page)],
    ['heading', own ?? page.querySelector('h1')?.textContent],
  ];
  const site = String(meta('og:site_name')[0]?.[1] ?? publisher);
  const named = candidates.map(([origin, title]): Candidate => {
    const words = typeof title === 'string' ? withoutSurroundings(title, own, publisher) : undefined;
    return [origin, words === own?.replace(/\s+/gu, ' ').trim() || !isSame(words, site) ? words : undefined];
  });
  // Where all there is is the site's name, that is the title.
  return [...named, ...candidates];
}

function isSame(a: string | undefined, b: string): boolean {
  return a?.toLowerCase().trim() === b.toLowerCase().trim();
}

/** Headlines in JSON-LD are often written with HTML's entities, which are none there. */
function decoded(value: unknown): unknown {
  return typeof value === 'string' ? decodeHTML(value) : value;
}

function authorsOf({ page, ld, meta, heading, head }: Evidence): Candidate[] {
  const candidates: Candidate[] = [
    ['JSON-LD', ld.nameOf(ld.article.author)],
    ...meta(
      'author',
      'article:author',
      'parsely-author',
      'sailthru.author',
      'byl',
      'dc.creator',
      'citation_author',
    ),
    ...shownAuthors(page, heading, head).map((names): Candidate => ['author element', names]),
  ];
  return candidates.map(([origin, author]) => [origin, namesIn(author)]);
}

function languagesOf(page: HtmlPage, ld: JsonLd, meta: Meta): Candidate[] {
  const candidates: Candidate[] = [
    ['html element', page.documentElement?.getAttribute('lang')],
    ['html element', page.documentElement?.getAttribute('xml:lang')],
    ...meta('content-language', 'og:locale', 'dc.language'),
    ['JSON-LD', ld.article.inLanguage],
  ];
  return candidates.map(([origin, tag]) => [origin, languageTag(tag)]);
}

/** BCP 47, which Open Graph writes with `_`. */
function languageTag(tag: unknown): string | undefined {
  if (typeof tag !== 'string') return undefined;
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
