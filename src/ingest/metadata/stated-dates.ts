import { namedDay } from '../../text/dates/calendars.ts';
import { dayOn } from '../../text/dates/days.ts';

/** A day as ISO 8601, or the two that a form like 01/02/2020 may mean. */
export type StatedDay = { readonly day: string } | { readonly either: readonly [string, string] };

/** How days are written. `month` is a name; letters and blanks of all scripts, each repeat bounded. */
const WORD = "\\p{L}[\\p{L}\\p{M}'’]{2,19}";
const AFTER_DAY = '(?:st|nd|rd|th|er|[ºª°.])?';
const DAY_MONTH = `(?<day>\\d{1,2})${AFTER_DAY}[\\s-]{0,3}(?:(?:de|of|d['’])\\s?)?(?<month>${WORD}(?: ${WORD})?)\\.?,?[\\s-]{1,3}(?:(?:de|del|พ\\.ศ\\.)\\s)?`;
const FORMS = [
  '(?<year>\\d{4})(?<mark>[-/.])(?<number>\\d{1,2})\\k<mark>(?<day>\\d{1,2})',
  '(?<first>\\d{1,2})(?<mark>[-/.])(?<second>\\d{1,2})\\k<mark>(?<year>\\d{4})',
  `${DAY_MONTH}(?<year>\\d{4})`,
  `(?<month>${WORD})\\.?\\s{1,3}(?<day>\\d{1,2})${AFTER_DAY},?\\s{1,3}(?<year>\\d{4})`,
  `(?<year>\\d{4})\\.?\\s{1,3}(?<month>${WORD})\\s{1,3}(?<day>\\d{1,2})\\.?`,
  '(?<year>\\d{4})\\s?[年년]\\s?(?<number>\\d{1,2})\\s?[月월]\\s?(?<day>\\d{1,2})\\s?[日일]',
];
/** RFC 822's years, beside a month in words only. */
const SHORT_YEAR = `${DAY_MONTH}(?<year>\\d{2})`;
const COMPACT = '(?<year>1\\d{3}|20\\d{2})(?<number>\\d{2})(?<day>\\d{2})';

const WHOLE = [...FORMS, SHORT_YEAR, COMPACT].map((form) => new RegExp(`^${form}$`, 'iu'));
const WITHIN = FORMS.map((form) => new RegExp(`(?<![\\p{L}\\d/.-])${form}(?![\\d/-])`, 'giu'));

/**
 * The day that a whole text is, whose language (BCP 47) says which comes first of 01/02/2020: the order is CLDR's. English without
 * a country, and in the USA, is written both ways. `undefined` where it is none.
 */
export function dayOfText(text: string, language?: string): StatedDay | undefined {
  for (const form of WHOLE) {
    const found = text.match(form);
    const day = found && dayFrom(found.groups!, language);
    if (day) return day;
  }
  return undefined;
}

/** The days that stand in a short text, in order, each with where it starts and ends. */
export function daysWithin(
  text: string,
  language?: string,
): { readonly start: number; readonly end: number; readonly stated: StatedDay }[] {
  const found = WITHIN.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match) => {
      const stated = dayFrom(match.groups!, language);
      return stated ? [{ start: match.index, end: match.index + match[0].length, stated }] : [];
    }),
  );
  return found.sort((a, b) => a.start - b.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

function dayFrom(groups: Groups, language: string | undefined): StatedDay | undefined {
  const { number, month, day, first, second } = groups;
  const year = fullYear(groups.year!);
  if (first !== undefined) return dayFromNumbers(year, Number(first), Number(second), language);
  // `Date` takes a year under 100 for one of the last century.
  if (year < 100) return undefined;
  const found =
    month === undefined ? dayOn(year, Number(number), Number(day)) : namedDay(year, month, Number(day));
  return found && { day: found.from };
}

/** RFC 2822, 4.3: 00 to 49 are of this century, 50 to 99 of the last one. */
function fullYear(year: string): number {
  return Number(year) + (year.length > 2 ? 0 : Number(year) < 50 ? 2000 : 1900);
}

/** 27/01/2020 can only be one day; 01/02/2020 is another day in London than in New York. */
function dayFromNumbers(year: number, first: number, second: number, language?: string) {
  const [british, american] = [dayOn(year, second, first)?.from, dayOn(year, first, second)?.from];
  if (british && american && british !== american)
    return isDayFirst(language) ? { day: british } : { either: [british, american] as const };
  const day = british ?? american;
  return day === undefined ? undefined : { day };
}

function isDayFirst(language: string | undefined): boolean {
  if (language === undefined || /^(?:en(?:-US)?|und)$/iu.test(language)) return false;
  const parts = new Intl.DateTimeFormat(language, { dateStyle: 'short' }).formatToParts();
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'day';
}
