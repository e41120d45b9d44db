import { FUNCTION_WORDS } from '../languages/function-words.ts';
import { codeOf, languageOf } from '../languages/language.ts';
import { fold } from '../tokens/fold.ts';
import { termsOf } from '../tokens/words.ts';
import { type Days, dayOn, monthOf, movedBy, partsOf, singleDay, weekdayOf, yearsOf } from './days.ts';
import { namesOfMonth, namesOfWeekday } from './month-names.ts';

/**
 * Reads a day, a week, a month or a year that somebody types in their own language or in English: "14. März 2017", "mars 2017",
 * "14.3.2017", "yesterday", "last week", "vor 3 Tagen". `locale` is BCP 47, `today` ISO 8601; a weekday is the latest one.
 * What months and times are called is what Unicode's CLDR says (`Intl`). `undefined` for everything else.
 */
export function typedDays(typed: string, locale: string, today: string): Days | undefined {
  const text = typed.trim().replace(/\s+/gu, ' ');
  if (text === '' || text.length > MAX_LENGTH) return undefined;
  return inNumbers(text, locale) ?? withMonth(text, locale) ?? relative(text, locale, today);
}

/** In UTF-16 units: nobody writes a date as long as that. */
const MAX_LENGTH = 80;

/** `14.3.2017`, and `3.2017`; in English the month may come first, so that only one of them can be a month. */
function inNumbers(text: string, locale: string): Days | undefined {
  const month = /^(\d{1,2})[./](\d{4})$/u.exec(text);
  if (month) return monthOn(Number(month[2]), Number(month[1]));
  const whole = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/u.exec(text);
  if (!whole || codeOf(locale) === 'en') return undefined;
  return dayOf(Number(whole[4]), Number(whole[3]), Number(whole[1]));
}

/** A month in words, with a year of four digits, and perhaps a day; beside them only words that are in every date. */
function withMonth(text: string, locale: string): Days | undefined {
  if (/[^\p{L}\p{M}\d\s.,’'-]/u.test(text)) return undefined;
  const words = text.match(/[\p{L}\p{M}’']+|[0-9]+/gu) ?? [];
  const numbers = words.filter((word) => /^[0-9]+$/u.test(word));
  const [year, ...years] = numbers.filter((number) => number.length === 4);
  const [day, ...days] = numbers.filter((number) => number.length <= 2);
  const names = words.filter((word) => !/^[0-9]/u.test(word)).map(fold);
  const { months, fillers } = calendarOf(locale);
  const isKnown = names.every((name) => fillers.has(name) || monthIn(name, months) !== undefined);
  const isDate = isKnown && numbers.length <= 2 && years.length + days.length === 0;
  const month =
    onlyOf(names, months) ??
    onlyOf(
      names.filter((name) => !fillers.has(name)),
      months,
    );
  if (!isDate || year === undefined || month === undefined) return undefined;
  if (numbers.length === 2 && day === undefined) return undefined;
  return day === undefined ? monthOf(Number(year), month) : dayOf(Number(year), month, Number(day));
}

/** The month that these names are of, where they are of one: French "mar." is a Tuesday as well. */
function onlyOf(names: readonly string[], months: ReadonlyMap<string, number>): number | undefined {
  const found = new Set(names.flatMap((name) => monthIn(name, months) ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

/** A whole name, or three letters at least with which one month alone begins. */
function monthIn(name: string, months: ReadonlyMap<string, number>): number | undefined {
  const whole = months.get(name);
  if (whole !== undefined || name.length < SHORTEST) return whole;
  const found = new Set([...months].filter(([known]) => known.startsWith(name)).map(([, month]) => month));
  return found.size === 1 ? [...found][0] : undefined;
}

const SHORTEST = 3;

interface Calendar {
  /** Folded names of months, to their number from 1. */
  readonly months: ReadonlyMap<string, number>;
  /** Folded words that may stand in a date beside day, month and year. */
  readonly fillers: ReadonlySet<string>;
}

const calendars = new Map<string, Calendar>();

function calendarOf(locale: string): Calendar {
  const known = calendars.get(locale);
  if (known) return known;
  const months = new Map<string, number>();
  const weekdays: string[] = [];
  for (const one of new Set([locale, 'en'])) {
    for (let month = 1; month <= 12; month++)
      for (const name of namesOfMonth(one, month)) months.set(name, month);
    for (let day = 0; day < 7; day++) weekdays.push(...namesOfWeekday(one, day));
  }
  const grammar = FUNCTION_WORDS[codeOf(locale) ?? '']?.split(/\s+/u).map(fold) ?? [];
  const calendar = { months, fillers: new Set([...grammar, ...weekdays, ...OF_DATES]) };
  calendars.set(locale, calendar);
  return calendar;
}

/** Endings of numbers, English words ("may" is a function word, too), and words for "year" as dates have them, folded. */
const OF_DATES =
  'of the on in st nd rd th er o a г год года году гг р рік року рр yılı yili yılında yilinda'.split(' ');

const UNITS = { day: 31, week: 8, month: 24, year: 20 } as const;
type Unit = keyof typeof UNITS;

interface Relatives {
  readonly today: string;
  readonly days: ReadonlyMap<string, Days>;
}

/** By locale, as of the day on which they were last asked for. */
const relatives = new Map<string, Relatives>();

/** "yesterday", "last week", "3 days ago", "Monday". */
function relative(text: string, locale: string, today: string): Days | undefined {
  const known = relatives.get(locale);
  const days = known?.today === today ? known.days : relativesOf(locale, today);
  relatives.set(locale, { today, days });
  return days.get(exactKey(text)) ?? days.get(termsKey(text, locale)) ?? days.get(termsKey(text, 'en'));
}

function relativesOf(locale: string, today: string): ReadonlyMap<string, Days> {
  const days = new Map<string, Days>();
  for (const one of new Set(['en', locale])) {
    for (const unit of Object.keys(UNITS) as Unit[]) {
      for (const numeric of ['always', 'auto'] as const) {
        const format = new Intl.RelativeTimeFormat(one, { numeric });
        for (let back = numeric === 'auto' ? 0 : 1; back <= UNITS[unit]; back++) {
          const words = format.format(-back, unit);
          const span = ago(today, back, unit);
          days.set(exactKey(words), span);
          // In other forms and order; with a number "in 3 days" would be "3 days ago".
          if (!/\d/u.test(words)) days.set(termsKey(words, one), span);
        }
      }
    }
    for (let back = 0; back < 7; back++) {
      const day = movedBy(today, -back);
      days.set(exactKey(namesOfWeekday(one, weekdayOf(day))[0]!), singleDay(day));
    }
  }
  days.delete('');
  return days;
}

function exactKey(text: string): string {
  return text.split(' ').map(fold).join(' ');
}

/** Of words alone; nothing where there is a number. */
function termsKey(text: string, locale: string): string {
  return /\d/u.test(text) ? '' : termsOf(text, languageOf(locale)).join(' ');
}

/** Weeks begin on Monday (ISO 8601). */
function ago(today: string, back: number, unit: Unit): Days {
  const [year, month] = partsOf(today);
  if (unit === 'year') return yearsOf(year - back);
  if (unit === 'month') return monthOf(year, month - back);
  if (unit === 'day') return singleDay(movedBy(today, -back));
  const monday = movedBy(today, -7 * back - ((weekdayOf(today) + 6) % 7));
  return { from: monday, to: movedBy(monday, 6) };
}

function monthOn(year: number, month: number): Days | undefined {
  return month >= 1 && month <= 12 ? monthOf(year, month) : undefined;
}

function dayOf(year: number, month: number, day: number): Days | undefined {
  return month >= 1 && month <= 12 && day >= 1 ? dayOn(year, month, day) : undefined;
}
