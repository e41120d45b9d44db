import { wordsOf } from '../tokens/words.js';
import { datelinesIn } from './datelines.js';
import { LABELS, LINES } from './labels.js';
/**
 * The prose of a sentence of a web page: what is left of it without menus, tags, lists of related headlines, and lines on
 * sharing, printing and commenting, whose ends get lost where a page is made text. `words`: those of `text`.
 */
export function proseOf(words, text) {
    if (text.length <= LONGEST_LINE && LINES.has(text.toLowerCase().replace(/[.:!]$/, '')))
        return NO_PROSE;
    const labels = labelsIn(text);
    if (labels.length === 0)
        return isVerblessRun(words, text) ? NO_PROSE : { first: 0, last: words.length };
    const behind = wordBehind(words, labels.at(-1));
    if (isProse(words.slice(behind)))
        return { first: behind, last: words.length };
    // "… said on Monday Print Tweet": what stands before the first label.
    const at = words.findIndex(({ start }) => start >= labels[0].start);
    return isProse(words.slice(0, Math.max(0, at))) ? { first: 0, last: at } : NO_PROSE;
}
export function furnitureIn(words, { first, last }) {
    if (first === 0 && last === words.length)
        return 'none';
    return first === last ? 'whole' : 'beside';
}
/** Names are counted where they stand in prose: a menu is one long run of capitals. */
export function isInProse(run, { first, last }) {
    return first <= run.first && run.last <= last;
}
const NO_PROSE = { first: 0, last: 0 };
/** In UTF-16 units. */
const LONGEST_LINE = 40;
/** Most sentences hold none: one pattern looks at them once. */
const ANY_LABEL = new RegExp(LABELS.map(({ pattern }) => pattern.source).join('|'), 'u');
/** The labels and datelines of a page in a text, in order. */
export function labelsIn(text) {
    const datelines = datelinesIn(text).map((span) => ({ ...span, heads: 'nothing' }));
    if (!ANY_LABEL.test(text))
        return datelines;
    const labels = LABELS.flatMap(({ pattern, heads }) => Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({
        start: index,
        end: index + length,
        heads,
    })));
    return [...labels, ...datelines].sort((a, b) => a.start - b.start);
}
/** Where the list of names that starts at `from` ends, if with a function word that opens a sentence: "The", "At". */
export function endOfList(text, from) {
    const words = wordsOf(text.slice(from, from + LONGEST_LIST), from);
    const first = words.find(({ stop, start, end }) => stop && text[start - 1] !== '-' && text[end] !== '-');
    return first?.capital && first !== words[0] ? first.start : undefined;
}
/** In UTF-16 units. */
const LONGEST_LIST = 400;
/** Where prose may go on behind a label: at once, or behind the list that it heads. */
function wordBehind(words, { end, heads }) {
    const first = words.findIndex((word) => word.start >= end);
    if (first < 0 || heads === 'more')
        return words.length;
    if (heads === 'nothing')
        return first;
    // Tags have hardly a function word; what leads to the first one is the subject of the prose behind them.
    let at = first + 1;
    while (at < words.length && (!words[at].stop || words[at + 1]?.bound))
        at += 1;
    while (at > first + 1 && !words[at]?.capital && !words[at - 1].capital)
        at -= 1;
    return at;
}
/** Fewer words say nothing that a question could be about. */
const SHORTEST_PROSE = 4;
/** Of the words of prose at least these are function words: in 95 of 100 sentences of Reuters. */
const FUNCTION_WORDS = 0.15;
/** Of the other words of prose at most these have a capital letter: headlines of others have more. */
const CAPITALS = 0.7;
function isProse(words) {
    const { content, capitals, functions } = countsOf(words);
    return (words.length >= SHORTEST_PROSE &&
        functions >= FUNCTION_WORDS * words.length &&
        capitals <= CAPITALS * content);
}
/** Words in a row, nearly all of them capitalised, nothing between them: a menu. Shorter ones may be a title. */
const SHORTEST_RUN = 9;
const MENU_CAPITALS = 0.85;
const MENU_FUNCTION_WORDS = 0.12;
function isVerblessRun(words, text) {
    if (words.length < SHORTEST_RUN || PUNCTUATION.test(text))
        return false;
    const { content, capitals, functions } = countsOf(words);
    if (content + functions < SHORTEST_RUN)
        return false;
    return (LOWER.test(text) && capitals >= MENU_CAPITALS * content && functions <= MENU_FUNCTION_WORDS * words.length);
}
/** What parts the names of a list in a sentence, ends one, or quotes. */
const PUNCTUATION = /[.,;:!?()<>"“”„«»،؛。、]/u;
const LOWER = /\p{Ll}{3}/u;
function countsOf(words) {
    let [content, capitals, functions] = [0, 0, 0];
    for (const { stop, capital, folded } of words) {
        if (stop)
            functions += 1;
        else if (!/^\d/.test(folded)) {
            content += 1;
            if (capital)
                capitals += 1;
        }
    }
    return { content, capitals, functions };
}
