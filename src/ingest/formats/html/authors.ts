import { daysWithin } from '../../metadata/stated-dates.ts';
import type { Element, HtmlPage } from './dom.ts';
import { isOutside, namesOf } from './outside.ts';
import { type Paragraph, paragraphsOf } from './text.ts';

/** "By", and what bylines begin with in the languages that Ibid speaks. */
const BY =
  /^(?:(?:written|reported|submitted|posted|story|text|words)\s+)?(?:by|von|par|por|di|da|автор|текст|yazan|door|av|af|przez|بقلم)(?:\s*:\s*|\s+)/iu;
/** What follows the names in a byline. */
const AFTER_NAMES =
  /\s*(?:[|·•/\n\t]|\s[-–—]\s|,?\s(?:updated|published|posted|on)\s|,\s*\d|\d{1,2}[:.]\d\d|@|\().*$/isu;
/** In UTF-16 units, as names of several people in a row have. */
const MAX_NAMES = 120;

/** Names out of a byline: without "By", and what follows; `undefined` where it is none. An address of a profile is no name. */
export function namesIn(byline: unknown): string | undefined {
  if (typeof byline !== 'string' || /^\s*https?:/iu.test(byline) || byline.length > 200) return undefined;
  return byline.trim().replace(/^by:?\s/iu, '');
}

/** What marks a name, of elements and classes. */
const MARKED =
  '[rel~="author"], [itemprop~="author"], address, [class*="author" i], [class*="byline" i], [class*="writer" i]';

/** The authors that a page's own article shows: marked as such near its heading, or "By …" under it. */
export function shownAuthors(
  page: HtmlPage,
  heading: Element | undefined,
  head: readonly Paragraph[],
): (string | undefined)[] {
  const marked = [...page.querySelectorAll(MARKED)].filter((one) => isAuthorMark(one) && !isOutside(one));
  const story = heading?.closest('article, main') ?? undefined;
  const own = marked.filter((one) => story?.contains(one) ?? true);
  const inHead = own.find((one) =>
    head.some(({ block }) => block === one || block.contains(one) || one.contains(block)),
  );
  return [
    inHead && plainNames(nameIn(inHead)),
    ...head.filter(({ text }) => BY.test(text)).map(({ text }) => plainNames(text)),
    own[0] && plainNames(nameIn(own[0])),
  ];
}

function isAuthorMark(element: Element): boolean {
  if (/author/iu.test(`${element.getAttribute('rel')} ${element.getAttribute('itemprop')}`)) return true;
  const names = ` ${namesOf(element)} `;
  if (/ (?:bio|image|photo|avatar|link|links|social|desc|description|title|role|job|follow) /u.test(names))
    return false;
  return / (?:author|authors|byline|writer) /u.test(names);
}

function nameIn(element: Element): string {
  const named = element.querySelector('[itemprop~="name"], [rel~="author"]') ?? element;
  return paragraphsOf(named)[0]?.text ?? '';
}

/** A name of at most eight words a person, without figures and the marks of sentences; else `undefined`. */
function plainNames(byline: string): string | undefined {
  const [date] = daysWithin(byline);
  const text = (date ? byline.slice(0, date.start) : byline).trim();
  const names = text
    .replace(BY, '')
    .replace(AFTER_NAMES, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s,;:|–—-]+$/u, '')
    .trim();
  // One word is a department or a label more often than a name, in scripts that part their words.
  const isWord = /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(names) && !BY.test(text);
  const isName =
    !isWord && /^\p{L}/u.test(names) && !/[\d!?:]|[.]$/u.test(names) && names.length <= MAX_NAMES;
  return isName &&
    names.split(/,| and | und | et | y | e | и /u).every((one) => one.trim().split(' ').length <= 6)
    ? names
    : undefined;
}
