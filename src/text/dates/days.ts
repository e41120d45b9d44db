/** Days, both inclusive, as ISO 8601 (`2020-01-27`); a single one has `from === to`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A day of the calendar, or `undefined` where there is none such (31 June). */
export function dayOn(year: number, month: number, day: number): Days | undefined {
  const from = isoOf(year, month, day);
  return from.endsWith(`-${two(month)}-${two(day)}`) ? { from, to: from } : undefined;
}

/** A month, counted from 1: months before the first and after the twelfth are those of the years around. */
export function monthOf(year: number, month: number): Days {
  return { from: isoOf(year, month, 1), to: isoOf(year, month + 1, 0) };
}

export function yearsOf(first: number, last = first): Days {
  return { from: isoOf(first, 1, 1), to: isoOf(last, 12, 31) };
}

export function singleDay(day: string): Days {
  return { from: day, to: day };
}

/** The day so many days after another one, or before it. */
export function movedBy(day: string, days: number): string {
  const [year, month, date] = partsOf(day);
  return isoOf(year, month, date + days);
}

/** How many days lie between two days; above 0 where `later` is later. */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}

export function partsOf(day: string): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** The day that an article states, in its publisher's calendar; `undefined` where that is no day. */
export function statedDay(published: string | undefined): string | undefined {
  const day = published?.slice(0, 10) ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  return dayOn(...partsOf(day))?.from;
}

function isoOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
