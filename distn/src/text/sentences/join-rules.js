import { kindOfNoun } from '../names/kinds-of-nouns.js';
import { DAYS, LETTERED, MONTHS, SPEECH_VERBS, TIME_ZONES } from './abbreviations.js';
import { ENGLISH_SENTENCES } from './sentence-words.js';
/** UTF-16 units that rules look at. Longer words are no abbreviations: the longest in the lists has 7 letters. */
export const WINDOW_LENGTH = 40;
/** One that holds is enough. */
export const JOIN_RULES = [
    insideWord,
    insideEnclosure,
    beforeLowerCase,
    afterListMarker,
    beforeMereMarks,
    beforeTrailingBracket,
    insideDateline,
    afterSpacedEllipsis,
    afterTitle,
    afterInitial,
    afterTimeOfDay,
    afterDottedAbbreviation,
    afterAbbreviation,
    beforeNumber,
    afterOrdinal,
    afterMonthOrDay,
    beforeAttribution,
];
/** Whether the sentence goes on over the boundary. */
export function isJoined(boundary) {
    return JOIN_RULES.some((rule) => rule(boundary));
}
/** `Y!J.`, `.[1]`: without white space only a wide full stop ends a sentence, or `!` and `?` before an opening word. */
function insideWord({ text, end, next, after, words }) {
    if (end !== next || /[。！？．｡؟۔।]/.test(text.charAt(end - 1)))
        return false;
    return !(/[!?]["”’)]?$/.test(text.slice(Math.max(0, end - 2), end)) && isStarter(after, words));
}
/** `said "Stop. Go." to them`, `(He left. So did she.) and` */
function insideEnclosure({ enclosed }) {
    return enclosed;
}
/** `Yahoo! in the`, `"Stop!" he said`; not `eBay`, which starts a sentence as it is. */
function beforeLowerCase({ after }) {
    return /^\p{Ll}/u.test(after) && !/^\p{Ll}\p{Lu}/u.test(after);
}
/** `1.`, `(a)`, `• 9.`, `Q.` or `"...` alone: a sentence says something. */
function afterListMarker({ text, from, end }) {
    if (end - from > 8)
        return false;
    const sentence = text.slice(from, end);
    return /^[^\p{L}\p{N}]*(?:\d{1,3}|\p{L}|[ivxIVX]{2,4})?[.)\]]*$/u.test(sentence);
}
/** `Great! 😀`, `. . .`: neither does the rest, where it holds no letter or digit. */
function beforeMereMarks({ text, next, until }) {
    return !/[\p{L}\p{N}]/u.test(text.slice(next, Math.min(until, next + WINDOW_LENGTH)));
}
/** `the stairways." (Smith 55).`: what comes before the full stop, that full stop ends. */
function beforeTrailingBracket({ text, next }) {
    return /^(?:\([^().!?]{1,60}\)|\[[^[\].!?]{1,60}\])[.,;:]/.test(text.slice(next, next + 64));
}
/** `SPRINGFIELD, Ill. (AP) —` */
function insideDateline({ text, from, end, next }) {
    if (end - from > WINDOW_LENGTH || !/^\p{Lu}{2}/u.test(text.slice(from, from + 4)))
        return false;
    return /^\([^()]{1,30}\) ?(?:[—–]|--?) ?/.test(text.slice(next, next + WINDOW_LENGTH));
}
/** `the thing is . . . I didn't`: three points leave something out, a fourth ends the sentence. */
function afterSpacedEllipsis({ text, end }) {
    return /[^.!?\s] \. \. \.$/.test(text.slice(Math.max(0, end - 7), end));
}
/** `Gen. Suleiman`, `Lt. Col. Oliver` */
function afterTitle({ before, after, words }) {
    return words.titles.has(before.toLowerCase()) && /^\p{Lu}/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
}
/** `J. K. Rowling`, `author L. Ron Hubbard`; not `you and I. Did`, nor `vitamin C. Doctors`. */
function afterInitial({ text, from, end, before, after, words }) {
    if (!/^(?:\p{Lu}\p{M}?|Yu|Ch|Th)\.$/u.test(before) || !/^\p{Lu}/u.test(after) || isOpening(after, words))
        return false;
    const previous = lastWord(text, from, end - before.length - 1);
    return !LETTERED.has(before === 'I.' ? `${previous} I` : previous.toLowerCase());
}
/** `at 5 p.m. Tuesday`, `9 a.m. EST` */
function afterTimeOfDay({ text, next, before, after }) {
    if (!isTimeOfDay(before))
        return false;
    if (/^\p{Lu}[\p{L}.’'-]{1,20}(?: \p{Lu}[\p{L}.’'-]{1,20})? (?:[Tt]ime|[Ss]tandard [Tt]ime|[Dd]aylight)\b/u.test(text.slice(next, next + 2 * WINDOW_LENGTH)))
        return true;
    const word = after.replace(/[^\p{L}\p{N}]+$/u, '');
    return /^\d/.test(word) || MONTHS.has(key(word)) || DAYS.has(key(word)) || TIME_ZONES.has(word);
}
/** `U.S. Senate`, `Ph.D. student`, `J.C. Penney`; not `in the U.S. The`. */
function afterDottedAbbreviation(boundary) {
    const { before, after, words } = boundary;
    if (words.pairs.has(before))
        return false;
    return (/^(?:\p{L}{1,2}\.){2,}$/u.test(before) &&
        !isTimeOfDay(before) &&
        !isStarter(after, words) &&
        !opensWithNoun(boundary));
}
/** `Haddad v. Assad`, `Corp. Chairman`; not `Ltd. She`, nor `в 1799 г. Отец`. */
function afterAbbreviation(boundary) {
    const { before, after, words } = boundary;
    const word = lastPart(before);
    return ((words.always.has(word) ||
        (words.often.has(word) && !isStarter(after, words) && !opensWithNoun(boundary))) &&
        !endsList(boundary, word) &&
        !endsAsUnit(boundary, word));
}
/**
 * `Acme Inc. Terms were`, `to the U.S. Troops followed`: a plural noun with a capital letter before a word without one is no
 * part of a name.
 */
function opensWithNoun({ text, next, after, words }) {
    if (words !== ENGLISH_SENTENCES || !/^\p{Lu}\p{Ll}+s$/u.test(after))
        return false;
    const behind = text.slice(next + after.length, next + after.length + WINDOW_LENGTH);
    const noun = after.toLowerCase();
    const isOfPeople = kindOfNoun(noun) === 'person' || noun === 'troops' || noun === 'forces';
    return /^ (?:were|are|have|had|will)\b/.test(behind) || (isOfPeople && /^ \p{Ll}/u.test(behind));
}
function endsList({ text, from, end, before, words }, word) {
    if (words.pairs.size === 0)
        return false;
    return words.pairs.has(`${lastWord(text, from, end - before.length - 1)} ${word}`);
}
/** `родился в 1799 г. Отец`; not `В 1996 г. ЮНЕСКО`: so few words say nothing yet. */
function endsAsUnit({ text, from, end, before, words }, word) {
    const start = end - before.length;
    if (!words.units.has(word) || !AMOUNT.test(text.slice(Math.max(from, start - WINDOW_LENGTH), start)))
        return false;
    return /(?:\S+\s+){3}/.test(text.slice(from, Math.min(end, from + WINDOW_LENGTH)));
}
/** A number, and what multiplies it: `5 тыс. `, `9 млн `. */
const AMOUNT = /\p{Nd} (?:(?:тыс|тис|млн|млрд)\.? )?$/u;
/** In lower case; of `Linden-Str.` what stands behind the hyphen. */
function lastPart(word) {
    return word.slice(word.lastIndexOf('-') + 1).toLowerCase();
}
/** `No. 5`, `p. 55`, `Vol. IV` */
function beforeNumber({ before, after, words }) {
    return words.beforeNumber.has(lastPart(before)) && /^(?:[#$£€]?\d|[IVXLC]+\b)/.test(after);
}
/** `am 3. Oktober`, `31. 12. 2024`, `im 19. Jahrhundert`; not `auf Platz 3. Der Sieger`. */
function afterOrdinal({ before, after, words }) {
    return (words.ordinals &&
        /^\d{1,2}\.$/.test(before) &&
        /^(?:\p{L}|\d{1,2}\.|\d{4}\b)/u.test(after) &&
        !isStarter(after, words));
}
/** `Jan. 5`, `Mon. Jan. 5` */
function afterMonthOrDay({ before, after }) {
    if (!/^\p{Lu}\p{L}{2,4}\.$/u.test(before))
        return false;
    const dated = /^['’]?\d/.test(after);
    return (dated && MONTHS.has(key(before))) || (DAYS.has(key(before)) && (dated || MONTHS.has(key(after))));
}
/** `"Stop!" Colonel Ali said.`; a full stop inside the marks is the sentence's own. */
function beforeAttribution({ text, end, next }) {
    if (!/[!?…]["”’']{1,2}$/.test(text.slice(Math.max(0, end - 3), end)))
        return false;
    const words = text.slice(next, next + 2 * WINDOW_LENGTH).split(/\s+/, 5);
    const named = words.findIndex((word) => !/^\p{Lu}/u.test(word));
    return named > 0 && SPEECH_VERBS.has(words[named].replace(/[.,:]$/, ''));
}
/** Opens a sentence rather than going on with a name: a word of the list, or the label before a colon. */
export function isStarter(word, words) {
    return isOpening(word, words) || /^\p{Lu}[\p{L}-]*:$/u.test(word);
}
function isOpening(word, words) {
    return words.isOpening(word.replace(/[,;:’'].*$/u, ''));
}
/** The word that ends at `end`, without opening marks; '' where there is none. */
export function lastWord(text, from, end) {
    const window = text.slice(Math.max(from, end - WINDOW_LENGTH), end);
    return window.slice(window.lastIndexOf(' ') + 1).replace(/^["'`“‘„«»「([{¿¡—–-]+/, '');
}
/** The word that starts at `start`, without opening marks; '' where there is none. */
export function firstWord(text, start) {
    const word = text.slice(start, start + WINDOW_LENGTH).replace(/^["'`“‘„«»「([{¿¡]+\s?/, '');
    const end = word.search(/\s/);
    return end < 0 ? word : word.slice(0, end);
}
function isTimeOfDay(word) {
    return /^[ap]\.m\.$/i.test(word);
}
/** Months and days by their first three letters. */
function key(word) {
    return word.slice(0, 3).toLowerCase();
}
