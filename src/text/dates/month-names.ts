import { fold } from '../tokens/fold.ts';

/**
 * What a month is called, folded and without its full stop, in a language (BCP 47): alone, and beside a day, where some languages
 * decline it; long and short. `month` counts from 1. The names are those of Unicode's CLDR (`Intl`).
 */
export function namesOfMonth(locale: string, month: number): string[] {
  return (['long', 'short'] as const).flatMap((style) => [
    partOfDate(locale, { month: style }, 1, month),
    partOfDate(locale, { month: style, day: 'numeric' }, 1, month),
  ]);
}

/** What the weekday of 1 January 2017 is called, which was a Sunday, or of `day` days later: folded, without its full stop. */
export function namesOfWeekday(locale: string, day: number): string[] {
  return (['long', 'short'] as const).map((weekday) => partOfDate(locale, { weekday }, 1 + day));
}

/** The month or the weekday of a day in 2017. */
function partOfDate(locale: string, options: Intl.DateTimeFormatOptions, day: number, month = 1): string {
  const date = new Date(Date.UTC(2017, month - 1, day));
  const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(date);
  const value = parts.find(({ type }) => type === 'month' || type === 'weekday')?.value ?? '';
  return value.replace(/\.$/u, '').split(' ').map(fold).join(' ');
}

/**
 * The languages that Ibid speaks, and others that news is archived in; Arabic has two sets of names, by country. No two of
 * them give one name to two months (Croatian would: its "listopad" is October, Polish and Czech November).
 */
const LOCALES =
  'en de fr es pt it nl ru uk be bg pl cs sk sl sv da nb fi et lv lt hu ro el tr id ca ar ar-LB he fa-u-ca-gregory th-u-ca-gregory'.split(
    ' ',
  );

/** What is printed beside CLDR's names. */
const ALSO: readonly (readonly [string, number])[] = [
  ['febr', 2],
  ['mrz', 3],
  ['maerz', 3],
];

let months: ReadonlyMap<string, number> | undefined;

/** The month that a name of one word or two stands for in any of the languages above, from 1; `undefined` for other words. */
export function monthNamed(name: string): number | undefined {
  months ??= new Map([
    ...ALSO,
    ...LOCALES.flatMap((locale) =>
      Array.from({ length: 12 }, (_, i) => namesOfMonth(locale, i + 1).map((one) => [one, i + 1] as const)),
    )
      .flat()
      // Some have numbers for short names.
      .filter(([one]) => /^\p{L}{3}/u.test(one)),
  ]);
  return months.get(name.split(' ').map(fold).join(' '));
}

let weekdays: ReadonlySet<string> | undefined;

/** Whether a word names a weekday in one of the languages above, in full or as CLDR abbreviates it. */
export function isWeekday(name: string): boolean {
  weekdays ??= new Set(
    LOCALES.flatMap((locale) => Array.from({ length: 7 }, (_, day) => namesOfWeekday(locale, day)).flat()),
  );
  return weekdays.has(fold(name).replace(/\.$/u, ''));
}
