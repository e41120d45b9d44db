import { decodeHTML } from 'entities';
import { fieldsOf } from '../../metadata/fields.js';
import { jsonLdOf } from './json-ld.js';
/** Finds the fields of a page: of each field's candidates, best source first, the first valid one. */
export function pageFieldsOf(page, html, url) {
    const ld = jsonLdOf(page);
    const meta = metaOf(page);
    const fields = {};
    const origin = {};
    const take = (field, from) => {
        const valid = validOf(field, from);
        const [first] = valid;
        if (first)
            [origin[field], fields[field]] = [first.origin, first.value];
        return valid;
    };
    take('url', addressesOf(page, ld, meta, html, url));
    const address = typeof fields.url === 'string' ? new URL(fields.url) : undefined;
    const dates = take('published', datesOf(page, ld, meta, address));
    take('publisher', publishersOf(ld, meta, address));
    take('title', titlesOf(page, ld, meta, String(fields.publisher ?? '')));
    take('author', authorsOf(page, ld, meta));
    take('language', languagesOf(page, ld, meta));
    return { fields, origin, otherDates: otherDatesOf(dates) };
}
function validOf(field, candidates) {
    return candidates.flatMap(([origin, value]) => {
        const parsed = typeof value === 'string' ? fieldsOf({ [field]: value }).fields[field] : undefined;
        if (typeof parsed !== 'string' || (field === 'published' && !isPlausible(parsed)))
            return [];
        return [{ origin, value: parsed }];
    });
}
/** 0001-01-01 is how some systems write that there is no date; the first newspaper is of 1605. */
function isPlausible(date) {
    return date >= '1605';
}
/** A forgotten time zone moves an instant by 14 hours at most, and a day written without its hour by 24. */
const SAME_MS = 24 * 60 * 60 * 1000;
function otherDatesOf([best, ...rest]) {
    const kept = best ? [best] : [];
    for (const one of rest) {
        const isNew = kept.every(({ value }) => Math.abs(Date.parse(value) - Date.parse(one.value)) > SAME_MS);
        if (isNew)
            kept.push(one);
    }
    return kept.slice(1).map(({ origin, value }) => ({ published: value, origin }));
}
/** The values of meta elements by name, property or itemprop, in the order of the names that are asked for. */
function metaOf(page) {
    const values = new Map();
    for (const element of page.querySelectorAll('meta')) {
        const value = element.getAttribute('content')?.trim();
        for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
            const name = element.getAttribute(key)?.trim().toLowerCase();
            if (name && value && !values.has(name))
                values.set(name, value);
        }
    }
    return (...names) => names.map((name) => [/^(?:og|article):/u.test(name) ? 'Open Graph' : 'meta', values.get(name)]);
}
function addressesOf(page, ld, meta, html, url) {
    const { mainEntityOfPage: main, url: own } = ld.article;
    const entity = typeof main === 'object' && main !== null && '@id' in main ? main['@id'] : main;
    const candidates = [
        ['link', page.querySelector('link[rel~="canonical" i]')?.getAttribute('href')],
        ['JSON-LD', own],
        ['JSON-LD', entity],
        ...meta('og:url'),
        ['url', url ?? savedFrom(html)],
    ];
    return candidates.map(([origin, value]) => [origin, absolute(value, url)]);
}
function absolute(address, base) {
    if (typeof address !== 'string' || address.trim() === '')
        return undefined;
    return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}
/** What browsers ("saved from url=(0042)https://…") and SingleFile ("url: https://…") note at the top of a saved page. */
function savedFrom(html) {
    return html
        .slice(0, 2000)
        .match(/<!--[^<>]{0,200}?(?:saved from url=\(\d{1,5}\)|\burl:\s{0,9})(https?:\/\/[^\s<>]+)/iu)?.[1];
}
function datesOf(page, ld, meta, address) {
    const { article } = ld;
    return [
        ['JSON-LD', article.datePublished],
        ...meta('article:published_time', 'og:published_time', 'datepublished', 'article:published'),
        ...meta('parsely-pub-date', 'sailthru.date', 'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date'),
        ...meta('pubdate', 'publishdate', 'publish-date', 'publication_date', 'citation_publication_date', 'date'),
        ...timesOf(page),
        ['JSON-LD', article.dateCreated],
        ['url', dateIn(address)],
    ];
}
/** Elements that are marked as the date of the page, else the first `<time>` that holds one. */
function timesOf(page) {
    const marked = page.querySelectorAll('[itemprop~="datePublished"]:not(meta), time[pubdate], time.entry-date');
    const inArticle = page.querySelectorAll('article time[datetime], main time[datetime]');
    // One of each: further ones are of comments and of other articles.
    return [marked, inArticle, page.querySelectorAll('time')].map((times) => {
        const [first] = times;
        return ['time element', first && (first.getAttribute('datetime') || first.textContent.trim())];
    });
}
/** `/2019/11/20/` or `2019-11-20` in the path. */
function dateIn(address) {
    const day = address?.pathname.match(/(?<!\d)((?:19|20)\d\d)([/-])(\d\d?)\2(\d\d?)(?!\d)/u);
    return day ? `${day[1]}-${day[3]}-${day[4]}` : undefined;
}
function publishersOf(ld, meta, address) {
    return [
        ['JSON-LD', ld.nameOf(ld.article.publisher)],
        ...meta('og:site_name', 'publisher', 'dc.publisher', 'citation_journal_title', 'application-name'),
        ['url', address?.hostname.replace(/^www\./u, '')],
    ];
}
function titlesOf(page, ld, meta, publisher) {
    const text = (selector) => page.querySelector(selector)?.textContent;
    const candidates = [
        ['JSON-LD', decoded(ld.article.headline)],
        ...meta('og:title', 'parsely-title', 'sailthru.title', 'dc.title', 'title'),
        ['page title', text('title')],
        ['heading', text('h1')],
    ];
    return candidates.map(([origin, title]) => [origin, withoutSite(title, publisher)]);
}
/** "Headline - The Paper" without the paper, where it is the one that is known. */
function withoutSite(title, site) {
    if (typeof title !== 'string' || site === '')
        return title;
    const words = title.trim();
    if (!words.toLowerCase().endsWith(site.toLowerCase()))
        return words;
    const rest = words.slice(0, -site.length).trimEnd();
    return /[-–—|·»:]$/u.test(rest) ? rest.slice(0, -1).trimEnd() : words;
}
/** Headlines in JSON-LD are often written with HTML's entities, which are none there. */
function decoded(value) {
    return typeof value === 'string' ? decodeHTML(value) : value;
}
function authorsOf(page, ld, meta) {
    const candidates = [
        ['JSON-LD', ld.nameOf(ld.article.author)],
        ...meta('author', 'article:author', 'parsely-author', 'sailthru.author', 'byl', 'dc.creator', 'citation_author'),
        ['author element', nameIn(page.querySelector('[rel~="author"], [itemprop~="author"]'))],
    ];
    return candidates.map(([origin, author]) => [origin, byline(author)]);
}
function nameIn(element) {
    return (element?.querySelector('[itemprop~="name"]') ?? element)?.textContent;
}
/** Without "By"; an address of a profile is no name. */
function byline(author) {
    if (typeof author !== 'string' || /^\s*https?:/iu.test(author) || author.length > 200)
        return undefined;
    return author.trim().replace(/^by\s/iu, '');
}
function languagesOf(page, ld, meta) {
    const candidates = [
        ['html element', page.documentElement?.getAttribute('lang')],
        ['html element', page.documentElement?.getAttribute('xml:lang')],
        ...meta('content-language', 'og:locale', 'dc.language'),
        ['JSON-LD', ld.article.inLanguage],
    ];
    return candidates.map(([origin, tag]) => [origin, languageTag(tag)]);
}
/** BCP 47, which Open Graph writes with `_`. */
function languageTag(tag) {
    if (typeof tag !== 'string')
        return undefined;
    try {
        return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
    }
    catch {
        return undefined;
    }
}
