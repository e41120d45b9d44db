import { jsonrepair } from 'jsonrepair';
import { isSamePage } from '../../metadata/canonical-url.ts';
import type { HtmlPage } from './dom.ts';
import { agree } from './titles.ts';

/** A JSON object of unknown properties. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The JSON-LD of a page. */
export interface JsonLd {
  /** The object of its article; empty where there is none, or where it can't be told which of several is meant. */
  readonly article: JsonObject;
  /** The name of a person or organisation, or of several with commas, by reference too; `undefined` without one. */
  nameOf(value: unknown): string | undefined;
}

/** Subtypes of schema.org's Article, and of what else is a page with a text. */
const ARTICLE = /^(?:\w*Article|Report|\w*BlogPosting|SocialMediaPosting|ClaimReview|\w*Review)$/u;
const PAGE = /^(?:WebPage|ItemPage|AboutPage|FAQPage)$/u;

/** What else a page says of itself: its addresses and the wordings of its title. */
export interface PageIdentity {
  readonly addresses: readonly string[];
  readonly titles: readonly string[];
}

/** Reads the JSON-LD of a page. Never throws: what is no JSON, and can't be mended, is ignored. */
export function jsonLdOf(page: HtmlPage, identity: PageIdentity): JsonLd {
  const objects = [...page.querySelectorAll('script[type="application/ld+json"]')]
    .flatMap(({ textContent }) => listOf(parsed(textContent)))
    .flatMap((one) => (isObject(one) && '@graph' in one ? [one, ...listOf(one['@graph'])] : [one]))
    .filter(isObject);
  const byId = new Map(objects.map((one) => [one['@id'], one]));
  const nameOf = (value: unknown): string | undefined => {
    const names = listOf(value).flatMap((one) => {
      if (typeof one === 'string') return one;
      if (!isObject(one)) return [];
      const name = one.name ?? byId.get(one['@id'])?.name;
      return typeof name === 'string' ? name : [];
    });
    return (
      names
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .join(', ') || undefined
    );
  };
  return { article: articleOf(objects, identity), nameOf };
}

/** The article that the objects say the page is, else the page itself. */
function articleOf(objects: readonly JsonObject[], identity: PageIdentity): JsonObject {
  const ofType = (type: RegExp) =>
    objects.filter((one) => listOf(one['@type']).some((name) => type.test(String(name))));
  const articles = ofType(ARTICLE);
  const own = ownOf(articles, identity);
  if (own || articles.length > 0) return own ?? {};
  const [web] = ofType(PAGE);
  return (isObject(web?.mainEntity) ? web.mainEntity : web) ?? {};
}

/** By its address, else by its headline; an only one, unless both are those of another page. */
function ownOf(articles: readonly JsonObject[], { addresses, titles }: PageIdentity): JsonObject | undefined {
  const isHere = (one: JsonObject) =>
    addressesOf(one).some((it) => addresses.some((at) => isSamePage(it, at)));
  const isNamed = (one: JsonObject) =>
    [one.headline, one.name].some((it) => typeof it === 'string' && titles.some((title) => agree(it, title)));
  const [first, ...others] = articles;
  const own =
    articles.find((one) => isHere(one) && isNamed(one)) ?? articles.find(isNamed) ?? articles.find(isHere);
  if (own || first === undefined) return own;
  const isOthers =
    others.length > 0 ||
    (addresses.length > 0 && addressesOf(first).some(isDeep) && titles.length > 0 && first.headline);
  return isOthers ? undefined : first;
}

function addressesOf({ url, mainEntityOfPage: main, '@id': id }: JsonObject): string[] {
  const entity = isObject(main) ? main['@id'] : main;
  return [url, entity, id].filter((one): one is string => typeof one === 'string' && /^https?:/iu.test(one));
}

/** Whether an address leads deeper than to a site's start page, which many objects give for their own. */
function isDeep(address: string): boolean {
  return URL.canParse(address) && new URL(address).pathname.length > 1;
}

/** Comments in which pages of XHTML's time hide what is in a script. */
const WRAPPED_BEFORE = /^(?:\s|\/\*|\*\/|\/\/|<!\[CDATA\[|<!--){1,40}/u;
const WRAPPED_AFTER = /(?:\s|\/\*|\*\/|\/\/|\]\]>|-->|;){1,40}$/u;

/** Not JSON, and not to be mended: nothing. Comments, raw newlines and commas too many are common. */
function parsed(text: string): unknown {
  const json = text.trim().replace(WRAPPED_BEFORE, '').replace(WRAPPED_AFTER, '');
  for (const parse of [JSON.parse, (broken: string): unknown => JSON.parse(jsonrepair(broken))]) {
    try {
      return parse(json);
    } catch {
      // The other way is next. A RangeError is of thousands of brackets.
    }
  }
  return undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
