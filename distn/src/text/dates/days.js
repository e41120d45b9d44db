/** A day of the calendar; `undefined` where there is no such day (31 June). `month` counts from 1. */
export function dayOn(year, month, day) {
    const from = isoOf(year, month, day);
    return from.endsWith(`-${two(month)}-${two(day)}`) ? { from, to: from } : undefined;
}
/** The days of a month, counted from 1; 0 is December of the year before, 13 January of the year after. */
export function monthOf(year, month) {
    return { from: isoOf(year, month, 1), to: isoOf(year, month + 1, 0) };
}
/** The days of one year, or of several, both inclusive. */
export function yearsOf(first, last = first) {
    return { from: isoOf(first, 1, 1), to: isoOf(last, 12, 31) };
}
/** One day as `Days`. */
export function singleDay(day) {
    return { from: day, to: day };
}
/** The day `days` days after another one; before it where negative. */
export function movedBy(day, days) {
    const [year, month, date] = partsOf(day);
    return isoOf(year, month, date + days);
}
/** How many days `later` is after `earlier`; negative where it is before. */
export function daysBetween(earlier, later) {
    return (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
}
/** Whether no day is in both. */
export function areDisjoint(a, b) {
    return a.to < b.from || b.to < a.from;
}
/** The day of the week, 0 for Sunday. */
export function weekdayOf(day) {
    return new Date(day).getUTCDay();
}
/** Year, month (from 1) and day of an ISO 8601 day. */
export function partsOf(day) {
    return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
/** The day of an article's date, in its publisher's time zone; `undefined` where it is absent or no day. */
export function statedDay(published) {
    const day = published?.slice(0, 10) ?? '';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
        return undefined;
    return dayOn(...partsOf(day))?.from;
}
function isoOf(year, month, day) {
    return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
function two(number) {
    return String(number).padStart(2, '0');
}
