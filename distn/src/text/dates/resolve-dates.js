import { dayOn, daysBetween, monthOf, movedBy, partsOf, singleDay, statedDay, weekdayOf, yearsOf, } from './days.js';
/**
 * Resolves an expression of time, as `dateSpans` finds it, to days: an absolute one by itself, a relative or incomplete
 * one counted from the day its article was published, never from today. `undefined` where it can be read in two ways: no
 * date is better than a wrong one. The words around it are for `readDate`.
 */
export function resolveDate(expression, published) {
    const words = expression.toLowerCase().replace(/[.,]? +/g, ' ');
    const day = statedDay(published);
    return absolute(words) ?? (day === undefined ? undefined : relative(words, day));
}
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const NUMBERS = ' one two three four five six seven eight nine ten eleven twelve'.split(' ');
const MONTH = `(${MONTHS.join('|')})[a-z]*`;
const PART = '(?:early |late |mid-)?';
const ABSOLUTE = [
    [/^(\d{4})-(\d\d)-(\d\d)$/, ([, y, m, d]) => dayOn(Number(y), Number(m), Number(d))],
    // With dots the day comes first everywhere; with strokes only where one number can't be a month, or both are one.
    [/^(\d\d?)\.(\d\d?)\.(\d{4})$/, ([, d, m, y]) => dayOn(Number(y), Number(m), Number(d))],
    [/^(\d\d?)\/(\d\d?)\/(\d{4})$/, ([, a, b, y]) => withStrokes(Number(a), Number(b), Number(y))],
    [dated(`${MONTH} (\\d\\d?)[a-z]* (\\d{4})`), ([, m, d, y]) => dayOn(Number(y), month(m), Number(d))],
    [
        dated(`(\\d\\d?)[a-z]*(?: of)? ${MONTH} (\\d{4})`),
        ([, d, m, y]) => dayOn(Number(y), month(m), Number(d)),
    ],
    // "Early May 2020" is read as its month: where "early" ends, nobody says.
    [dated(`(?:in )?${PART}${MONTH} (\\d{4})`), ([, m, y]) => monthOf(Number(y), month(m))],
    [/^(\d{4})$/, ([, y]) => yearsOf(Number(y))],
    [dated(`${PART}(\\d{3}0)s`), ([, y]) => yearsOf(Number(y), Number(y) + 9)],
];
function absolute(words) {
    return firstOf(ABSOLUTE, words, (read, match) => read(match));
}
/**
 * Not here, as two readings are possible: times of day and nights ("last night" is two days), seasons and weekends
 * (Friday and Saturday where many of the articles come from), "earlier", "later", "after", "that day" (counted from
 * another event), "few" and "several", "tomorrow" (as often "some day"), weeks, months and years "ago" (round
 * numbers), "the past two years" (round, too), and plurals ("the last months").
 */
const RELATIVE = [
    // The last such day, the article's own counts: papers that write "on Monday" of today don't write "today".
    [
        dated(`(?:early |late )?(${WEEKDAYS.join('|')})(?: (?:morning|afternoon|evening))?`),
        ([, name = ''], day) => singleDay(movedBy(day, -((weekdayOf(day) - WEEKDAYS.indexOf(name) + 7) % 7))),
    ],
    [/^today$/, (_, day) => singleDay(day)],
    [/^(?:the )?day before yesterday$/, (_, day) => singleDay(movedBy(day, -2))],
    [/^yesterday$/, (_, day) => singleDay(movedBy(day, -1))],
    [/^(last|this|next) year$/, ([, which], day) => yearsOf(partsOf(day)[0] + step(which))],
    [/^(last|this|next) month$/, ([, which], day) => monthOf(partsOf(day)[0], partsOf(day)[1] + step(which))],
    [/^(last|this|next) week$/, ([, which], day) => weekOf(day, step(which))],
    [
        dated(`${MONTH} (\\d\\d?)[a-z]* (last|this) year`),
        ([, m, d, which], day) => dayOn(partsOf(day)[0] + step(which), month(m), Number(d)),
    ],
    [
        dated(`(?:in )?${PART}${MONTH} (last|this) year`),
        ([, m, which], day) => monthOf(partsOf(day)[0] + step(which), month(m)),
    ],
    [dated(`${MONTH} (\\d\\d?)(?:st|nd|rd|th)?`), ([, m, d], day) => lastDay(month(m), Number(d), day)],
    [dated(`(\\d\\d?)(?:st|nd|rd|th)?(?: of)? ${MONTH}`), ([, d, m], day) => lastDay(month(m), Number(d), day)],
    [dated(`(?:in )?${PART}${MONTH}`), ([, m], day) => lastMonth(month(m), day)],
    [/^(\w+) days? ago$/, ([, count], day) => before(count, day)],
    // To the article's day, from as many days before it: 24 hours reach back into the day before.
    [/^(?:past|last) (\w+) (hour|day|week)s?$/, ([, count, unit], day) => upTo(count, unit, day)],
    [/^past week$/, (_, day) => upTo('1', 'week', day)],
];
function relative(words, day) {
    return firstOf(RELATIVE, words, (read, match) => read(match, day));
}
function firstOf(rules, words, apply) {
    for (const [form, read] of rules) {
        const match = words.match(form);
        if (match)
            return apply(read, match);
    }
    return undefined;
}
/** In days. "April 4" is the last one before the article; further back than this, the next one is as likely meant. */
const MAX_DAYS_BACK = 270;
function lastDay(month, date, day) {
    // Most often that of 2001, whenever it is written.
    if (month === 9 && date === 11)
        return undefined;
    const [year] = partsOf(day);
    const past = [year, year - 1]
        .map((one) => dayOn(one, month, date))
        .find((one) => one !== undefined && one.from <= day);
    return past && daysBetween(past.from, day) <= MAX_DAYS_BACK ? past : undefined;
}
/** "In July": the nearest past one, as above. The article's own month is none: it may be this one, or last year's. */
function lastMonth(month, day) {
    const [year, now] = partsOf(day);
    const past = monthOf(month < now ? year : year - 1, month);
    return month !== now && daysBetween(past.from, day) <= MAX_DAYS_BACK ? past : undefined;
}
/**
 * Monday to Sunday. An article of a Sunday may stand at the end of its week or open the next one, and one of a Monday
 * that says "this week" most often means the days before it: none.
 */
function weekOf(day, weeks) {
    const weekday = weekdayOf(day);
    if (weekday === 0 || (weekday === 1 && weeks === 0))
        return undefined;
    const monday = movedBy(day, 1 - weekday + 7 * weeks);
    return { from: monday, to: movedBy(monday, 6) };
}
function before(count, day) {
    const days = numberOf(count);
    return days === undefined ? undefined : singleDay(movedBy(day, -days));
}
function upTo(count, unit, day) {
    const number = numberOf(count);
    if (number === undefined)
        return undefined;
    const days = unit === 'hour' ? Math.ceil(number / 24) : unit === 'week' ? number * 7 : number;
    return { from: movedBy(day, -days), to: day };
}
function numberOf(word = '') {
    if (/^\d{1,3}$/.test(word))
        return Number(word);
    const number = NUMBERS.indexOf(/^an?$/.test(word) ? 'one' : word);
    return number > 0 ? number : undefined;
}
function withStrokes(a, b, year) {
    if (a > 12 || a === b)
        return dayOn(year, b, a);
    return b > 12 ? dayOn(year, a, b) : undefined;
}
function month(name = '') {
    return MONTHS.indexOf(name) + 1;
}
function step(which) {
    return which === 'last' ? -1 : which === 'next' ? 1 : 0;
}
function dated(form) {
    return new RegExp(`^${form}$`);
}
