import { monthOf, partsOf, yearsOf } from './days.js';
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', timeZone: 'UTC' });
/** Days in English: "27 January 2020", "January 2020", "2020", "20 January 2020 to 26 January 2020". */
export function spokenDays({ from, to }) {
    switch (lengthOf({ from, to })) {
        case 'day':
            return DAY.format(new Date(from));
        case 'month':
            return MONTH.format(new Date(from));
        case 'year':
            return from.slice(0, 4);
        case 'other':
            return `${DAY.format(new Date(from))} to ${DAY.format(new Date(to))}`;
    }
}
/** Days without words, for any language: "2020-01-27", "2020-01", "2020", "2020-01-20 – 2020-01-26". */
export function shortDays({ from, to }) {
    switch (lengthOf({ from, to })) {
        case 'day':
            return from;
        case 'month':
            return from.slice(0, 7);
        case 'year':
            return from.slice(0, 4);
        case 'other':
            return `${from} – ${to}`;
    }
}
function lengthOf({ from, to }) {
    const [year, month] = partsOf(from);
    const is = (days) => days.from === from && days.to === to;
    if (from === to)
        return 'day';
    if (is(monthOf(year, month)))
        return 'month';
    return is(yearsOf(year)) ? 'year' : 'other';
}
