import type { Origin } from '../../../model/article.ts';
import { daysWithin } from '../../metadata/stated-dates.ts';
import type { Element, HtmlPage } from './dom.ts';
import { isOutside, namesOf } from './outside.ts';
import type { Paragraph } from './text.ts';

/** A date that a page shows: as `publishedOf` reads it, or a day. */
export type ShownDate = readonly [origin: Origin, value: string];

/** A page whose dates are to be read, and what is known of it. */
export interface DatedPage {
  readonly page: HtmlPage;
  readonly heading: Element | undefined;
  /** The paragraphs between heading and prose, as `headOf` says. */
  readonly head: readonly Paragraph[];
  readonly language: string | undefined;
}

/**
 * The dates that a page shows of its article, best first: marked as that of publication, in the article's head, or alone in an
 * element that is named for it. Never one of a change, of a comment, of another story, nor of the page's clock.
 */
export function shownDates(shown: DatedPage): ShownDate[] {
  return [...markedDates(shown), ...headDates(shown), ...namedDates(shown)];
}

const MARKED =
  '[itemprop~="datePublished"]:not(meta), time[pubdate], time.entry-date, [property~="datePublished"]:not(meta)';

function markedDates({ page, heading }: DatedPage): ShownDate[] {
  const found = [...page.querySelectorAll(MARKED)].find((one) => isOwn(one, heading) && !isOfChange(one));
  return found ? [['time element', statedBy(found)]] : [];
}

function headDates({ head, language }: DatedPage): ShownDate[] {
  const marked = head.flatMap(({ block }) => {
    const times = [...block.querySelectorAll('time')].filter((one) => !isOfChange(one));
    return [...(block.tagName === 'TIME' ? [block] : []), ...times];
  });
  const worded = head.flatMap(({ text }) => wordedDates(text, language));
  const labelled = head.filter(({ text }) => OF_PUBLICATION.test(text));
  // Of several days none is sure, unless one says that it is the day of publication.
  const isOne = new Set(worded.map(([, day]) => day)).size <= 1;
  return [
    ...marked.map((one): ShownDate => ['time element', statedBy(one)]),
    ...(isOne ? worded : labelled.flatMap(({ text }) => wordedDates(text, language))),
  ];
}

const OF_PUBLICATION =
  /publi|posted|first aired|veröffentlicht|erschienen|publicad|pubblicat|опублик|yayın|yayin|gepubliceerd|publicerad|opublikowan|نشر|发布/iu;

/** Of a line that is about its date, rather than a sentence that has one. */
function wordedDates(text: string, language: string | undefined): ShownDate[] {
  if (text.length > MAX_LINE_LENGTH || CLOCK_TEXT.test(text)) return [];
  const days = daysWithin(text, language);
  const around = days.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  if ((around.match(/\p{L}+/gu)?.length ?? 0) > MAX_OTHER_WORDS || isSentence(text)) return [];
  return days.flatMap(({ start, stated }, i): ShownDate[] => {
    const label = text.slice(days[i - 1]?.end ?? 0, start);
    return 'day' in stated && !OF_CHANGE.test(label) ? [['byline', stated.day]] : [];
  });
}

/** In UTF-16 units. */
const MAX_LINE_LENGTH = 200;
/** "By Ann Author, Ben Writer and Carl Reporter of The Example | published on" are 13. */
const MAX_OTHER_WORDS = 16;
/** "Last updated", and so on, in the languages that Ibid speaks. */
const OF_CHANGE =
  /updat|modif|changed|edited|revis|reviewed|correct|aktualisiert|geändert|stand\b|mis[e]? à jour|actuali|atualiz|обновл|измен|оновл|змін|güncel|değiş|aggiorn|bijgewerkt|uppdater|oppdater|opdater|ändrad|aktualiz|تحديث|بروز|更新|修改/iu;
/** Today's date, as a page's head shows it beside the weather. */
const CLOCK_TEXT = /^\s*(?:today|heute|aujourd|hoy|hoje|сегодня|сьогодні|bugün)/iu;

/** Ends like a sentence, and is longer than a date with its label. */
function isSentence(text: string): boolean {
  return /[\p{L})”"][.!?]["”]?$/u.test(text) && text.split(/\s+/u).length > 8;
}

const NAMED = 'time, [class], [id]';
const DATE_NAMES =
  /(?:^| )(?:(?:art|post|entry|news|story|pub|publish|display|release)?date|pubdate|published|publishdate|postdate|posted|timestamp|dateline|datetime|postmetadata)(?: |$)/u;

/** Elsewhere: where all elements that are named for a date agree on one day. */
function namedDates({ page, heading, language }: DatedPage): ShownDate[] {
  if (heading === undefined) return [];
  const days = new Set<string>();
  const named = [...page.querySelectorAll(NAMED)].filter(
    (one) => one.tagName === 'TIME' || (DATE_NAMES.test(namesOf(one)) && !CLOCK_NAMES.test(namesOf(one))),
  );
  for (const element of named.slice(0, MAX_NAMED)) {
    const text = element.textContent.replace(/\s+/gu, ' ').trim();
    if (text.length > MAX_LINE_LENGTH / 2 || isOfChange(element) || !isOwn(element, heading)) continue;
    for (const [, day] of wordedDates(text, language)) days.add(day);
    const machine = element.getAttribute('datetime')?.match(/^\d{4}-\d\d-\d\d/u)?.[0];
    if (machine) days.add(machine);
  }
  return days.size === 1 ? [['byline', [...days][0]!]] : [];
}

/** Of today's date in the head of a site. */
const CLOCK_NAMES = /(?:^| )(?:today|current|header date)(?: |$)/u;

/** A page with more dates than this is a list. */
const MAX_NAMED = 100;

function statedBy(element: Element): string {
  const stated = element.getAttribute('datetime') || element.getAttribute('content');
  return stated || element.textContent.replace(/\s+/gu, ' ').trim();
}

/** Whether an element is of a change, by its name, what is marked about it, or the words before it. */
function isOfChange(element: Element): boolean {
  const marks = ['itemprop', 'property'].map((name) => element.getAttribute(name) ?? '').join(' ');
  if (/modified/iu.test(marks) || OF_CHANGE.test(namesOf(element))) return true;
  const parent = element.parentElement;
  if (parent === null || parent.textContent.length > MAX_LINE_LENGTH) return false;
  const own = element.textContent.trim();
  const at = own === '' ? -1 : parent.textContent.indexOf(own);
  return (
    OF_CHANGE.test(own) || (at > 0 && OF_CHANGE.test(parent.textContent.slice(Math.max(0, at - 30), at)))
  );
}

/** Whether an element is of the page's own article: neither marked as outside, nor in a teaser, whose heading is a link. */
function isOwn(element: Element, heading: Element | undefined): boolean {
  if (isOutside(element)) return false;
  for (let one: Element | null = element; one !== null && one.tagName !== 'BODY'; one = one.parentElement) {
    if (heading !== undefined && one.contains(heading)) return true;
    if (one.tagName === 'A' && one.textContent.trim().length > MAX_DATE_LINK) return false;
    if (one.tagName === 'HEADER' || (one.tagName === 'LI' && one.querySelector('a') !== null)) return false;
    if (one.querySelector('h2 a, h3 a, h4 a, a h2, a h3, a h4, h5 a, h6 a') !== null) return false;
  }
  return true;
}

/** In UTF-16 units: a date that is a link to its own article is no longer. */
const MAX_DATE_LINK = 40;
