import { isWeekday } from '../../text/dates/month-names.ts';
import { splitClock } from './clock.ts';
import { dayOfText } from './stated-dates.ts';

/** An ISO 8601 day or instant; or why the value isn't one, to follow the name of the field. */
export type Published = { readonly published: string } | { readonly fault: string };

/**
 * The date that an article states about itself, as `dateOf` reads it, where it can be that: not before the first newspaper (a
 * Persian or Hijri year), not in the future (a Thai year, a typing error), and not second 0 of computers' clocks.
 */
export function publishedOf(value: unknown, language?: string): Published {
  const date = dateOf(value, language);
  if ('fault' in date) return date;
  const doubt = doubtOf(date.published);
  return doubt === undefined ? date : { fault: `${doubt}: ${shown(value)}` };
}

/** The first newspaper is of 1605. 0001-01-01 is how some systems write that there is no date. */
const FIRST_YEAR = '1605';
/** Magazines bear the date of the month to come. */
const AHEAD_MS = 31 * 24 * 60 * 60 * 1000;
/** Second 0 by the clock of any time zone. */
const ZERO_MS = 14 * 60 * 60 * 1000;

function doubtOf(published: string): string | undefined {
  if (published < FIRST_YEAR) return 'is of another calendar, or no date';
  const instant = Date.parse(published);
  if (Math.abs(instant) <= ZERO_MS) return 'is what computers write for no date';
  return instant > Date.now() + AHEAD_MS ? 'lies in the future' : undefined;
}

/**
 * Reads a day or an instant, in figures or with a month in the words of any language of `monthNamed`. An instant keeps the offset that
 * it was written with, for the day is the publisher's day; without one it is taken as UTC. Fractions of a second are
 * dropped. Where the zone is unknown, the day alone comes back. `language` (BCP 47) says which comes first of 01/02/2020.
 */
export function dateOf(value: unknown, language?: string): Published {
  if (typeof value === 'number') return numberOf(value);
  if (typeof value !== 'string') return { fault: `isn't a date: ${shown(value)}` };
  const typed = asciiDigits(value.trim());
  if (typed.length > MAX_DATE_LENGTH) return { fault: `isn't a date: ${shown(value)}` };
  // Epoch seconds and milliseconds of 2001 to 2286.
  if (/^\d{10}$|^\d{13}$/u.test(typed)) return numberOf(Number(typed));
  const { day, time } = splitClock(withoutWeekday(typed).replace(YEAR_AT_END, '$1 $3 $2'));
  const date = dayOfText(day.replace(YEAR_WORD, ''), language);
  if (date === undefined) return { fault: `isn't a date: ${shown(value)}` };
  if ('either' in date) return { fault: `is ambiguous: "${day}" is ${date.either.join(' or ')}` };
  if (time === undefined) return { fault: `isn't a time of day: ${shown(value)}` };
  return { published: `${date.day}${time}` };
}

/** "Wednesday, 20th of September 2019 at 10:30:00.123456 p.m. +02:00 (Central European Summer Time)" is under 100. */
const MAX_DATE_LENGTH = 200;
/** "Sat Feb 03 10:00:00 +0000 2024" of Twitter, and of C's `ctime`. */
const YEAR_AT_END = /^(\p{L}{3}\s+\d{1,2})\s+(\d\d:\d\d:\d\d(?:\s+(?:[+-]\d{4}|[a-z]{1,5}))?)\s+(\d{4})$/iu;
/** "of the year" in Russian, Ukrainian and Turkish. */
const YEAR_WORD = /(?<=\d)\s?(?:г|р|года|року|yılı)\.?,?$/iu;
/** English has abbreviations that CLDR has not ("Tues."). */
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/iu;
const FIRST_WORD = /^(\p{L}[\p{L}\p{M}'’-]{1,19})\.?,?\s*/u;

function withoutWeekday(text: string): string {
  const word = text.match(FIRST_WORD);
  return word && isWeekday(word[1]!) ? text.slice(word[0].length) : text.replace(WEEKDAY, '');
}

/** Arabic and Persian digits as ours, without marks of direction. */
function asciiDigits(text: string): string {
  return text
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Seconds or milliseconds since 1970, or the eight digits of a day. */
function numberOf(value: number): Published {
  const compact = Number.isInteger(value) ? dayOfText(String(value)) : undefined;
  if (compact && 'day' in compact) return { published: compact.day };
  // Before 1973 nobody counts in seconds: smaller numbers are years or something else.
  if (!Number.isFinite(value) || Math.abs(value) < 1e8) return { fault: `isn't a date: ${value}` };
  const instant = new Date(Math.abs(value) < 1e11 ? value * 1000 : value);
  if (Number.isNaN(instant.getTime()) || instant.getUTCFullYear() > 9999)
    return { fault: `isn't a date: ${value}` };
  return { published: instant.toISOString().replace(/\.\d+/u, '') };
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
