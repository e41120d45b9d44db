import { numberValue } from './number-values.js';
import { numberSpans } from './numbers.js';
/**
 * Reads the count at a span of `numberSpans`, or the range that it opens or ends ("ten to fifteen"); `undefined` for
 * shares, money, ordinals, "dozens", "several hundred".
 */
export function readFigure(text, span) {
    const pair = pairAt(text, span);
    const { start, end } = pair?.rises
        ? pair.last
        : pair
            ? { start: pair.first.start, end: pair.last.end }
            : span;
    const before = text.slice(Math.max(0, start - CONTEXT_LENGTH), start);
    const after = text.slice(end, end + CONTEXT_LENGTH);
    if (NO_COUNT_BEFORE.test(before) || NO_COUNT_AFTER.test(after))
        return undefined;
    if (pair && !pair.rises)
        return rangeOf(text, pair);
    const words = text.slice(start, end);
    const value = numberValue(words);
    if (value === undefined || (/^[a-z]/i.test(words) && VAGUE.test(before)))
        return undefined;
    for (const [form, bounds] of BOUNDS) {
        const match = before.match(form);
        if (match)
            return { start: start - match[0].length, end, ...bounds(value) };
    }
    const more = after.match(OR_MORE);
    if (more)
        return { start, end: end + more[0].length, low: value, high: Infinity };
    if (OR_SO.test(after) || /dozen$/i.test(words))
        return { start, end, ...near(value) };
    return { start, end, ...exactly(value) };
}
/**
 * Whether two counts exclude each other: no value fits both. "12" and "twelve", "12" and "at least 12", "more than 100" and
 * "120" don't. Two "at least" counts are compared by the number counted so far (58, 72): logic allows both, but a reader of
 * only one of them has the wrong toll.
 */
export function areDifferent(a, b) {
    if (a.counted !== undefined && b.counted !== undefined) {
        return areApart(exactly(a.counted), exactly(b.counted));
    }
    return areApart(a, b);
}
function areApart(a, b) {
    return a.high < b.low || b.high < a.low;
}
/** UTF-16 units before and after a number that may qualify it: "between twenty-one and ". */
const CONTEXT_LENGTH = 32;
const BOUNDS = [
    [/\bat least $/i, (value) => ({ low: value, high: Infinity, counted: value })],
    [/\bno (?:fewer|less) than $/i, (value) => ({ low: value, high: Infinity })],
    [/\b(?:no more than|at most|up to|as many as) $/i, (value) => ({ low: 0, high: value })],
    [/\b(?:more than|over|above|upwards of|exceeding) $/i, (value) => ({ low: value, high: Infinity })],
    [/\b(?:fewer than|less than|under|below) $/i, (value) => ({ low: 0, high: value })],
    [
        /\b(?:about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to) $/i,
        (value) => near(value),
    ],
];
const OR_MORE = /^(?: or more\b|\+|-plus\b)/;
const OR_SO = /^ or so\b/;
/** "12 out of 20", "a 12-year-old". */
const NO_COUNT_BEFORE = /\bout of $/i;
const NO_COUNT_AFTER = /^(?: out of |-(?!plus\b)| percent\b| per cent\b| ?%)/i;
/** "Several hundred", "a few dozen": how many, nobody says. */
const VAGUE = /\b(?:several|few|many|couple|couple of) $/i;
/** "10 to 15", "ten-fifteen", "12 or 13"; "between ten and fifteen". */
const JOINT = /^(?: (?:to|or) | ?[-–—] ?)$/;
const BETWEEN = /\bbetween $/i;
const RISE = /\b(?:rose|risen|rises|rising|climbed|climbing|increased|increasing|jumped|soared|grew|grown|went up|revised|raised|updated|up) (?:[a-z]+ ){0,2}from $/i;
/** The numbers of which the span is one; `undefined` where it stands alone. */
function pairAt(text, span) {
    const from = Math.max(0, span.start - CONTEXT_LENGTH);
    const spans = numberSpans(text.slice(from, span.end + CONTEXT_LENGTH), from);
    const at = spans.findIndex(({ start, end }) => start <= span.start && span.end <= end);
    for (const [first, last] of [spans.slice(at, at + 2), spans.slice(Math.max(0, at - 1), at + 1)]) {
        if (at < 0 || !first || !last)
            continue;
        const before = text.slice(Math.max(0, first.start - CONTEXT_LENGTH), first.start);
        const joint = text.slice(first.end, last.start);
        if (JOINT.test(joint) || (joint === ' and ' && BETWEEN.test(before))) {
            return { first, last, rises: RISE.test(before) };
        }
    }
    return undefined;
}
/** `undefined` for scores ("5-2"), stretches ("from 5 to 12 May") and what is no number. */
function rangeOf(text, { first, last }) {
    const [words, lastWords] = [text.slice(first.start, first.end), text.slice(last.start, last.end)];
    const high = numberValue(lastWords);
    // "Ten to fifteen thousand" are thousands both.
    const [scale = ''] = lastWords.match(/ (?:hundred|thousand|million|billion)$/i) ?? [];
    const low = numberValue(/ (?:hundred|thousand|million|billion)$/i.test(words) ? words : words + scale);
    if (low === undefined || high === undefined || low >= high)
        return undefined;
    const before = text.slice(Math.max(0, first.start - CONTEXT_LENGTH), first.start);
    if (/\bfrom $/i.test(before))
        return undefined;
    return { start: first.start, end: last.end, low, high };
}
/** Round numbers of three digits and more, and what is "about", are exact to this share of themselves. */
const ROUNDED = 0.1;
/** A round number is exact to nearly half its last place that is no zero: 120 to 5, 12,000 to 500. */
const HALF_PLACE = 0.49;
function exactly(value) {
    if (value < 100 || value % 10 !== 0)
        return { low: value, high: value };
    let place = 10;
    while (value % (place * 10) === 0)
        place *= 10;
    const slack = Math.min(value * ROUNDED, place * HALF_PLACE);
    return { low: value - slack, high: value + slack };
}
function near(value) {
    return { low: value * (1 - ROUNDED), high: value * (1 + ROUNDED) };
}
