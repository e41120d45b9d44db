import { weekdayOf } from './days.js';
import { hasPast, tenseAround } from './tense.js';
/** Whether the words around a relative expression make its reading doubtful: no reading is better than a false one. */
export function isDoubtful(around) {
    return DOUBTS.some((doubts) => doubts(around));
}
const MONTH_NAME = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const MONTH = new RegExp(`\\b(?:${MONTH_NAME})`, 'i');
const WEEKDAY = /\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day/;
const WEEKDAYS = ['Sun', 'Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur'];
const isWeekday = ({ expression }) => WEEKDAY.test(expression);
const isMonth = ({ expression }) => MONTH.test(expression) && !WEEKDAY.test(expression);
/** A weekday, or a day or a month without its year: the one before or the one to come. */
const isBare = (around) => isWeekday(around) || (isMonth(around) && !/ year$/.test(around.expression));
const DOUBTS = [
    isToCome,
    isCountedFrom,
    isRecurrent,
    isOfAnotherDate,
    isName,
    isRoughly,
    isPresent,
    isOfAnotherTime,
    isCountedFromSpeech,
];
const REPORTED = /\b(?:said|says|told [\w ]{1,30}|announced|reported|declared|wrote|stated|added|confirmed)(?: late| early)?(?: on| in)? $/;
/** "Until 9 a.m. Tuesday", "by August", "effective Feb. 1", "ahead of Sunday". */
const LIMIT = /\b(?:by|until|till|through|before|effective|starting|beginning|as of|no later than|pending|ahead of|due)(?: (?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|o['’]clock)|midnight|noon|the end of|the start of|the beginning of|late|early|next))?(?: on)?,? $/i;
/** One to come, or not known to be past: read only where the clause tells of the past. */
function isToCome(around) {
    const { before, after } = around;
    if (!isBare(around))
        return false;
    if (LIMIT.test(before))
        return true;
    return !REPORTED.test(before) && tenseAround(before, after) !== 'past';
}
/** "Next Monday", "last February", "a week on Monday", "two weeks from Thursday", "the Monday before", "Monday last week". */
function isCountedFrom(around) {
    const { before, after, expression } = around;
    if (/^(?:this|last|next) (?:week|month|year)$/i.test(expression)) {
        // "This month last year"; "the last week" is no week of the calendar.
        return (/^ (?:last|next) (?:week|month|year)\b/.test(after) ||
            /(?:\b(?:the|our|its|this|same) |\bth(?:is|e same) (?:time|day|week|month) (?:of )?)$/i.test(before));
    }
    if (!isBare(around))
        return false;
    return (/\b(?:next|last|this|that|any|one|same|following|previous|coming|other|first|second|third|final|ago|(?:week|day|month|fortnight)s? (?:on|from|after|before|since|following|later)|ago on) $/i.test(before) ||
        (isWeekday(around) && /\b(?:an?|the) $/i.test(before)) ||
        /^(?:,? (?:of )?(?:last|next|the (?:previous|following|week|year|month)) |,? (?:a week|week|fortnight|next|last|before last|after next)\b)/.test(after));
}
/** "Every Friday", "each July", "Monday to Friday", "the annual march in July". */
function isRecurrent(around) {
    const { before, after } = around;
    if (!isBare(around))
        return false;
    return (/\b(?:every|each|most|all|alternate|some)(?: other| second)?(?: early| late)? $/i.test(before) ||
        /\b(?:every (?:year|week|month)|each (?:year|week|month)|annual(?:ly)?|yearly|weekly|usually|typically|traditionally|normally)\b/i.test(`${before} ${after}`) ||
        (isWeekday(around) &&
            (/^(?: (?:to|through|till|until)|[-–—]) ?(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)/.test(after) ||
                /day(?: (?:to|through|till|until) |[-–—])$/.test(before))));
}
/** Beside another date that says the day or the year: "Tuesday 5 Jul 2016", "in 2013 … on August 21", "January '97". */
function isOfAnotherDate(around) {
    const { before, after } = around;
    if (isWeekday(around)) {
        const next = `^,? \\(?(?:\\d{1,2}(?:st|nd|rd|th)?(?!\\d| ?[a-z])|the \\d|(?:${MONTH_NAME})[a-z]*\\.? \\d)`;
        const last = `(?:\\d|(?:${MONTH_NAME})[a-z]*)(?:st|nd|rd|th)?,? \\(?$`;
        return new RegExp(next).test(after) || new RegExp(last).test(before);
    }
    return (isBare(around) &&
        (/\b(?:1[5-9]|20)\d\d\b/.test(`${before} ${after}`) ||
            /^,? (?:of )?(?:the year )?(?:['’]\d\d\b|(?:eighteen|nineteen|twenty|two thousand)\b)/i.test(after)));
}
const PREPOSITION = /(?:^|[\s(,])(?:in|on|since|from|to|into|of|during|for|between|and|or|late|early|mid|through|throughout|this|around|about|against|last|overnight|[(,–—-]) ?$/i;
/** "A deadly April attack". */
const DETERMINER = /\b(?:an?|the|its|their|his|her)(?: \p{Ll}[\p{L}-]*)? $/iu;
/** Weekdays with a name of their own, and a football club. */
const NAMED_DAY = /\b(?:Ash|Black|Bloody|Blue|Cyber|Easter|Good|Holy|Maundy|Palm|Ruby|Sheffield|Shrove|Spy|Super|Whit) $/;
const PARTS_OF_NAMES = /^ (?:Street|Square|Bridge|Brigades?|Movement|University|Hospital|Revolution|[Aa]lliance|[Cc]oalition|[Gg]roup|[Mm]ovement|Agreement|Club|FM|Times|prayers|sermon)\b/;
/** "Sheffield Wednesday", "Black Friday", "April Jones", "the 14 February Coalition", "Friday prayers", "Today FM". */
function isName(around) {
    const { expression, before, after } = around;
    if (/^today$/i.test(expression)) {
        return ((expression === 'Today' && (/\p{Lu}[\p{L}.]* $/u.test(before) || /^ \p{Lu}/u.test(after))) ||
            /^['’]?s\b/.test(after));
    }
    if (!isBare(around))
        return false;
    if (PARTS_OF_NAMES.test(after) || NAMED_DAY.test(before))
        return true;
    if (isWeekday(around) && /^['’]?s\b/.test(after))
        return true;
    if (PREPOSITION.test(before) || /^(?:in|early|late|mid-?) ?/i.test(expression))
        return false;
    if (isWeekday(around))
        return /\p{Lu}[\p{L}’'-]*\p{Ll} $/u.test(before) && !hasPast(before);
    // A month alone stands behind a preposition, or before what it dates.
    return /^ \p{Lu}/u.test(after) || !(/\d/.test(expression) || DETERMINER.test(before));
}
/** "More than ten days ago", "three to four days ago", "the last 12 days of September". */
function isRoughly({ expression, before, after }) {
    if (/^(?:past|last) /i.test(expression) && /^ of\b/.test(after))
        return true;
    return (/ ago$/.test(expression) &&
        /(?:more than|over|nearly|almost|about|around|less than|at least|roughly|some|to|or|[-–]) ?$/i.test(before));
}
/** "The mill is today a museum": these years. */
function isPresent({ expression, before, after }) {
    return /^today$/i.test(expression) && tenseAround(before, after) === 'unclear';
}
/** "In his diary of 3 May 1915 he wrote: On Monday we marched." */
function isOfAnotherTime({ before, day }) {
    if (/\b(?:diary|diaries|journal|memoirs?|logbook|notebook)\b/i.test(before))
        return true;
    const quoted = before.match(/[:“«](?=[^:“”«»]*$)/) ?? before.match(/"(?=[^"]*$)(?<=^[^"]*(?:"[^"]*"[^"]*){0,9}")/);
    if (!quoted)
        return false;
    const years = before.slice(0, quoted.index).match(/\b(?:1[5-9]|20)\d\d\b/g) ?? [];
    return years.some((year) => Number(year) < Number(day.slice(0, 4)) - 1);
}
/** "In the last 48 hours, they said on Friday", in an article of Saturday: counted from Friday. */
function isCountedFromSpeech({ expression, before, after, day }) {
    return (/(?:hours?|days?|ago|yesterday|today)$/i.test(expression) &&
        !WEEKDAY.test(expression) &&
        WEEKDAY.test(`${before} ${after}`) &&
        !new RegExp(`\\b${WEEKDAYS[weekdayOf(day)]}day`).test(`${before} ${after}`));
}
