import { calendarWordBeside, calendarWordOf } from '../text/forms/calendar.js';
import { fold } from '../text/tokens/fold.js';
import { baseFormOf } from '../text/tokens/stem.js';
/** Whether a term is ever spelled so, marks, capital letters and British spelling aside, abbreviated or in full, in digits or words. */
export function isSpelled(entry, folded) {
    const same = fullFormOf(folded);
    return formsOf(entry).some((form) => fullFormOf(form) === same);
}
function fullFormOf(folded) {
    return calendarWordOf(folded) ?? calendarWordBeside(folded) ?? baseFormOf(folded);
}
/** Whether a term is ever spelled as another form of the same English word: bombed for bombing, no general for generation. */
export function isInflected(entry, folded, asName) {
    const bases = new Set(basesOf(folded, asName));
    return formsOf(entry).some((form) => basesOf(form, asName).some((base) => bases.has(base)));
}
function formsOf({ spellings }) {
    return Array.from(spellings.keys(), (spelling) => fold(spelling).replace(/[^\p{L}\p{N}]/gu, ''));
}
/** What a word may be a form of. A name has a plural only. */
function basesOf(folded, asName) {
    const endings = asName ? [ENDINGS[0]] : ENDINGS;
    return [
        folded,
        ...endings.flatMap(([form, base]) => (form.test(folded) ? [folded.replace(form, base)] : [])),
    ];
}
const ENDINGS = [
    [/(?<=[^s])s$/, ''],
    [/es$/, ''],
    [/ies$/, 'y'],
    [/ied$/, 'y'],
    [/ed$/, ''],
    [/d$/, ''],
    [/ing$/, ''],
    [/ing$/, 'e'],
    [/(.)\1(?:ed|ing)$/, '$1'],
];
