import { siteOf } from '../../metadata/canonical-url.ts';
import { daysWithin } from '../../metadata/stated-dates.ts';
import { isProse } from './heading.ts';
import type { Paragraph } from './text.ts';

/** What is known of the page, and needs no saying in its text. */
export interface Known {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * The paragraphs of an article without what stands between and around them: its own title, byline and date, credits of photographs,
 * links to other stories, calls to subscribe. Whole paragraphs go or stay; all stay where most would go, as in a
 * list of links.
 */
export function pruned(paragraphs: readonly Paragraph[], known: Known): Paragraph[] {
  const rest = paragraphs.slice(headLength(paragraphs, known));
  const kept = rest.filter((one, i) => !isCredit(one.text) && !isLinkOut(rest, i, known));
  const length = (of: readonly Paragraph[]) => of.reduce((sum, { text }) => sum + text.length, 0);
  return length(kept) * 2 < length(paragraphs) ? [...paragraphs] : kept;
}

/** How many paragraphs before the first prose say nothing but what is known of the page. */
function headLength(paragraphs: readonly Paragraph[], known: Known): number {
  const prose = paragraphs.findIndex(({ text }) => isProse(text) && !isDateline(text, known));
  if (prose < 0) return 0;
  const last = paragraphs.slice(0, prose).findLastIndex(({ text }) => isKnown(text, known));
  const head = paragraphs.slice(0, last + 1);
  // What is longer than an entry of a menu is the article's own standfirst: then only what stands before it.
  const standfirst = head.findIndex(({ text }) => !isKnown(text, known) && !isEntry(text));
  return standfirst < 0 ? head.length : standfirst;
}

/** "Local Professional Services". */
const MAX_ENTRY_WORDS = 5;

function isEntry(text: string): boolean {
  return text.split(/\s+/u).length <= MAX_ENTRY_WORDS && !/[.!?]["”’]?$/u.test(text);
}

function isKnown(text: string, known: Known): boolean {
  const words = plain(text);
  if (words === plain(known.title ?? '') || /^https?:\/\/\S+$/u.test(text)) return true;
  return isCredit(text) || isByline(words, known) || isDateline(text, known);
}

function isByline(words: string, { author }: Known): boolean {
  if (author === undefined) return false;
  const names = plain(author);
  return names !== '' && words.length <= names.length + MAX_BESIDE_NAMES && words.includes(names);
}

/** "written by", "of The Example". */
const MAX_BESIDE_NAMES = 30;

/** A line that is no longer than a date needs to be. */
function isDateline(text: string, known: Known): boolean {
  if (text.length > MAX_DATELINE) return false;
  const words = daysWithin(text).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    text,
  );
  if (words === text) return false;
  const others =
    plain(words)
      .replace(plain(known.author ?? ''), '')
      .match(/\p{L}{2,}/gu) ?? [];
  return others.length <= MAX_DATE_WORDS && !(others.length > 4 && /\p{L}[.!?]$/u.test(words.trim()));
}

const MAX_DATELINE = 160;
/** "Published on Wednesday at 10 am EST by". */
const MAX_DATE_WORDS = 7;

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const CREDIT =
  /^(?:(?:photo|image|picture|foto|bild|crédit photo|credit|fotoğraf|фото)s?(?:\s(?:by|credit|von|par|de|di))?\s?[:/©]|©|\(c\) )(?:[^.!?]|(?<=\b\p{L})\.){0,80}$/iu;
/** "Image 1 of 13", "3 / 5". */
const COUNTER =
  /^(?:(?:image|photo|slide|picture|foto|bild)\s)?\d{1,3}\s?(?:of|\/|von|sur|de|di|из|of \/)\s?\d{1,3}$/iu;

function isCredit(text: string): boolean {
  return CREDIT.test(text) || COUNTER.test(text);
}

/** What links to other stories are announced with, in the languages that Ibid speaks. */
const ANNOUNCED =
  /^[\s[(»>•*-]*(?:read more|read (?:also|next|this|the full)|also read|more(?: on| from| stories| news| coverage)|related|see also|don['’]?t miss|must read|trending|recommended|you (?:may|might) also|watch|listen|click here|sign up|subscribe|lesen sie (?:auch|mehr)|mehr (?:zum thema|dazu)|auch interessant|das könnte|à lire|lire aussi|lire la suite|voir aussi|sur le même|lee también|leer más|leer también|te puede|ver también|más (?:información|noticias)|leia (?:também|mais)|veja (?:também|mais)|saiba mais|leggi anche|читайте (?:также|також)|смотрите также|дивіться також|по теме|ayrıca|ilginizi|lees ook|läs (?:också|mer|även)|les også|læs også|czytaj|zobacz (?:też|także)|اقرأ|شاهد)(?![\p{L}])/iu;

/** Whether a paragraph leads to another story and says nothing else: announced so, or in a run of such. */
function isLinkOut(paragraphs: readonly Paragraph[], i: number, known: Known): boolean {
  const isMere = (at: number) => isMerelyLink(paragraphs[at], known);
  const one = paragraphs[i]!;
  if (ANNOUNCED.test(one.text) && leads(one, LEAST_ANNOUNCED)) return true;
  if (isMere(i)) return isMere(i - 1) || isMere(i + 1) || isAnnouncement(paragraphs[i - 1]);
  return isAnnouncement(one) && isMere(i + 1);
}

function isAnnouncement(one: Paragraph | undefined): boolean {
  return (
    one !== undefined &&
    one.text.length <= MAX_ANNOUNCEMENT &&
    ANNOUNCED.test(one.text) &&
    !/[.!?]$/u.test(one.text)
  );
}

const MAX_ANNOUNCEMENT = 80;
const LEAST_ANNOUNCED = 0.4;
const LEAST_MERE = 0.9;

function leads({ text, linked }: Paragraph, least: number): boolean {
  return linked >= text.length * least && linked > 0;
}

/** A headline that is a link to a page of the same site, no sentence. */
function isMerelyLink(one: Paragraph | undefined, { url }: Known): boolean {
  if (one === undefined || !leads(one, LEAST_MERE) || /[.;]$/u.test(one.text)) return false;
  return [...one.block.querySelectorAll('a[href]')].every((link) =>
    isOnSite(link.getAttribute('href')!, url),
  );
}

/** Where the page's address is unknown, so is its site. */
function isOnSite(href: string, url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(href, url)) return true;
  return siteOf(new URL(href, url).hostname) === siteOf(new URL(url).hostname);
}
