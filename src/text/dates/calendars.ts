import { fold } from '../tokens/fold.ts';
import { type Days, dayOn, movedBy } from './days.ts';
import { monthNamed } from './month-names.ts';

/**
 * The day of a month named in words, in any language of `monthNamed`, of the calendar that its name is of: the Persian one of Iran and
 * Afghanistan ("14 بهمن 1402" is 3 February 2024), Thai years of the Buddhist era (2567 is 2024). `undefined` where the month is
 * unknown, as those of the Hijri year are, whose days depend on who saw the moon, or where there is no such day.
 */
export function namedDay(year: number, month: string, day: number): Days | undefined {
  const number = monthNamed(month);
  if (number !== undefined) return dayOn(isBuddhist(year, month) ? year - BUDDHIST_ERA : year, number, day);
  const persian = persianMonths().get(fold(month));
  return persian === undefined ? undefined : persianDay(year, persian, day);
}

const BUDDHIST_ERA = 543;

function isBuddhist(year: number, month: string): boolean {
  return year > 2400 && /\p{Script=Thai}/u.test(month);
}

let persian: ReadonlyMap<string, number> | undefined;

/** Folded names of the Persian months, in Iran's form and Afghanistan's, as CLDR has them. */
function persianMonths(): ReadonlyMap<string, number> {
  persian ??= new Map(
    ['fa', 'fa-AF'].flatMap((locale) => {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-persian`, { month: 'long', timeZone: 'UTC' });
      // The 10th of April is in the first month, and so on.
      return Array.from(
        { length: 12 },
        (_, i) => [fold(format.format(Date.UTC(2017, 3 + i, 10))), i + 1] as const,
      );
    }),
  );
  return persian;
}

function persianDay(year: number, month: number, day: number): Days | undefined {
  if (year < 1200 || year > 1500) return undefined;
  const first = [19, 20, 21, 22]
    .map((date) => dayOn(year + 621, 3, date)!.from)
    .find((date) => persianOf(date) === `${year}-1-1`);
  if (first === undefined) return undefined;
  // Six months of 31 days, then of 30.
  const date = movedBy(first, (month - 1) * 30 + Math.min(month - 1, 6) + day - 1);
  return persianOf(date) === `${year}-${month}-${day}` ? { from: date, to: date } : undefined;
}

function persianOf(date: string): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-persian', {
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' },
  }).formatToParts(Date.parse(date));
  return ['year', 'month', 'day'].map((name) => parts.find(({ type }) => type === name)?.value).join('-');
}
