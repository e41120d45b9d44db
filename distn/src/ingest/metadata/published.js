/**
 * The date that an article states about itself. An instant keeps the offset that it was written with, for the day is
 * the publisher's day; without one it is taken as UTC. Fractions of a second are dropped.
 */
export function publishedOf(value) {
    if (typeof value === 'number')
        return numberOf(value);
    if (typeof value !== 'string')
        return { fault: `isn't a date: ${shown(value)}` };
    const typed = value.trim();
    if (typed.length > MAX_DATE_LENGTH)
        return { fault: `isn't a date: ${shown(value)}` };
    // Epoch seconds and milliseconds of 2001 to 2286.
    if (/^\d{10}$|^\d{13}$/u.test(typed))
        return numberOf(Number(typed));
    const { day, clock } = splitClock(typed.replace(WEEKDAY, ''));
    const date = dayOf(day);
    if (date === undefined)
        return { fault: `isn't a date: ${shown(value)}` };
    if ('fault' in date || clock === undefined)
        return date;
    const time = timeOf(clock);
    if (time === undefined)
        return { fault: `isn't a time of day: ${shown(value)}` };
    return { published: `${date.published}T${time}` };
}
/** "Wednesday, 20th of September 2019 at 10:30:00.123456 p.m. +02:00 (Central European Summer Time)" is under 100. */
const MAX_DATE_LENGTH = 200;
/** Seconds or milliseconds since 1970, or the eight digits of a day. */
function numberOf(value) {
    const day = Number.isInteger(value) ? String(value).match(COMPACT) : null;
    const compact = day && calendarDay(day[1], day[2], day[3]);
    if (compact)
        return { published: compact };
    // Before 1973 nobody counts in seconds: smaller numbers are years or something else.
    if (!Number.isFinite(value) || Math.abs(value) < 1e8)
        return { fault: `isn't a date: ${value}` };
    const instant = new Date(Math.abs(value) < 1e11 ? value * 1000 : value);
    if (Number.isNaN(instant.getTime()) || instant.getUTCFullYear() > 9999)
        return { fault: `isn't a date: ${value}` };
    return { published: instant.toISOString().replace(/\.\d+/u, '') };
}
const COMPACT = /^(1\d{3}|20\d{2})(\d{2})(\d{2})$/u;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/u;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u;
const DAY_MONTH_YEAR = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]+)\.?,?[\s-]+(\d{4})$/iu;
const MONTH_DAY_YEAR = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/iu;
function dayOf(text) {
    const yearFirst = text.match(YEAR_FIRST);
    if (yearFirst)
        return found(calendarDay(yearFirst[1], yearFirst[3], yearFirst[4]));
    const compact = text.match(COMPACT);
    if (compact)
        return found(calendarDay(compact[1], compact[2], compact[3]));
    const yearLast = text.match(YEAR_LAST);
    if (yearLast)
        return dayFromNumbers(Number(yearLast[1]), Number(yearLast[3]), yearLast[4], text);
    const dayFirst = text.match(DAY_MONTH_YEAR);
    if (dayFirst)
        return found(calendarDay(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]));
    const monthFirst = text.match(MONTH_DAY_YEAR);
    if (monthFirst)
        return found(calendarDay(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]));
    return undefined;
}
/** 27/01/2020 can only be one day; 01/02/2020 is another day in London than in New York. */
function dayFromNumbers(first, second, year, text) {
    const british = calendarDay(year, second, first);
    const american = calendarDay(year, first, second);
    if (british && american && british !== american) {
        return { fault: `is ambiguous: "${text}" is ${british} or ${american}` };
    }
    return found(british ?? american);
}
function found(published) {
    return published === undefined ? undefined : { published };
}
function calendarDay(year, month, day) {
    const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const date = new Date(`${iso}T00:00:00Z`);
    // `Date` reads the 30th of February as the 1st of March.
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** 1 to 12, or 0 for what is no month. Three letters are enough, and "Sept". */
function monthOf(name) {
    const start = name.toLowerCase();
    if (start.length < 3)
        return 0;
    return MONTHS.findIndex((month) => month === start || (start.length <= 4 && month.startsWith(start))) + 1;
}
const CLOCK = /(?:t|,?\s+(?:at\s+)?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|[a-z]{3}|(?:gmt|utc)?[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\s*\([^)]*\))?$/iu;
function splitClock(text) {
    const clock = text.match(CLOCK);
    return clock ? { day: text.slice(0, clock.index), clock } : { day: text };
}
/** The zones that RFC 2822 defines. */
const ZONES = {
    z: 'Z',
    utc: 'Z',
    gmt: 'Z',
    est: '-05:00',
    edt: '-04:00',
    cst: '-06:00',
    cdt: '-05:00',
    mst: '-07:00',
    mdt: '-06:00',
    pst: '-08:00',
    pdt: '-07:00',
};
function timeOf([, hour, minute, second = '00', half, zone = 'Z']) {
    const hours = half ? (Number(hour) % 12) + (/^p/iu.test(half) ? 12 : 0) : Number(hour);
    const offset = ZONES[zone.toLowerCase()] ?? offsetOf(zone);
    const isHour = half ? Number(hour) >= 1 && Number(hour) <= 12 : hours < 24;
    if (!isHour || Number(minute) > 59 || Number(second) > 59 || offset === undefined)
        return undefined;
    return `${String(hours).padStart(2, '0')}:${minute}:${second}${offset}`;
}
function offsetOf(zone) {
    const parts = zone.match(/^(?:gmt|utc)?([+-])(\d{2}):?(\d{2})?$/iu);
    if (!parts || Number(parts[2]) > 14 || Number(parts[3] ?? 0) > 59)
        return undefined;
    return `${parts[1]}${parts[2]}:${parts[3] ?? '00'}`;
}
function shown(value) {
    const json = JSON.stringify(value) ?? String(value);
    return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
