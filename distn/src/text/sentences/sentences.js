import { trimmedSpan } from '../tokens/white-space.js';
import { cutLong } from './cut-long.js';
import { findEnclosures } from './enclosures.js';
import { firstWord, isJoined, lastWord } from './join-rules.js';
import { sentenceWordsOf } from './sentence-words.js';
import { findPossibleEnds, SPLIT_RULES } from './split-rules.js';
// Built once: constructing one costs far more than a paragraph. UAX 29's rules, on which ours rest, are those of `en`.
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/**
 * UTF-16 units given to Intl.Segmenter at a time: in Node 20 each of its segments costs time in proportion to the whole
 * string (1 MiB of `A. `: 240 s at once, under 1 s in windows). Longer than any sentence may be.
 */
const WINDOW_LENGTH = 4096;
/** A text without any of these is one sentence: Unicode's sentence terminals, and what the split rules look for. */
const MAY_END = /[\p{Sentence_Terminal}….:;)•‣⁃▪●◦]/u;
/**
 * Splits a paragraph into sentences: spans into the whole `text`, with nothing but white space between them; empty for a
 * blank paragraph. Newlines inside `within` are soft: split paragraphs first. No sentence is longer than
 * `MAX_SENTENCE_LENGTH`. `language`: that of the text (BCP 47 without region); English where absent.
 */
export function splitSentences(text, within = { start: 0, end: text.length }, language) {
    const paragraph = text.slice(within.start, within.end);
    const sentences = [];
    for (const { start, end } of joinPieces(flatten(paragraph), sentenceWordsOf(language))) {
        for (const piece of cutLong(paragraph, { start, end })) {
            sentences.push({ start: within.start + piece.start, end: within.start + piece.end });
        }
    }
    return sentences;
}
/** The same length, so that offsets hold; Intl.Segmenter ends a sentence at every newline. */
function flatten(paragraph) {
    return paragraph.replace(/[\t\n\v\f\r\u2028\u2029]/g, ' ');
}
function joinPieces(text, words) {
    if (!MAY_END.test(text))
        return [trimmedSpan(text, 0, text.length)].filter(({ start, end }) => start < end);
    const pieces = piecesOf(text, words);
    const paragraph = { text, words };
    const isEnclosed = enclosuresAlong(findEnclosures(text));
    const sentences = [];
    let from = pieces[0]?.start ?? 0;
    for (const [index, piece] of pieces.entries()) {
        const next = pieces[index + 1];
        const goesOn = next &&
            !piece.ended &&
            isJoined(boundaryOf(paragraph, { start: from, end: piece.end }, next, isEnclosed(from, piece.end)));
        if (goesOn)
            continue;
        sentences.push({ start: from, end: piece.end });
        if (next)
            from = next.start;
    }
    return sentences;
}
/** The boundary between the sentence so far and the next piece of the paragraph. */
function boundaryOf({ text, words }, { start: from, end }, next, enclosed) {
    const before = lastWord(text, from, end);
    const after = firstWord(text, next.start);
    return { text, from, end, next: next.start, until: next.end, before, after, enclosed, words };
}
/** Where Intl.Segmenter or a split rule sees an end: trimmed, none empty. */
function piecesOf(text, words) {
    const forced = new Set(SPLIT_RULES.flatMap((rule) => rule(text, words)));
    const ends = unicodeEnds(text);
    const more = [...findPossibleEnds(text), ...forced];
    const all = more.length === 0 ? ends : [...new Set([...ends, ...more])].sort((a, b) => a - b);
    const pieces = [];
    let from = 0;
    for (const end of all) {
        const { start, end: to } = trimmedSpan(text, from, end);
        if (start < to)
            pieces.push({ start, end: to, ended: forced.has(end) || forced.has(to) });
        from = end;
    }
    return pieces;
}
/** Where Intl.Segmenter ends a sentence. What a window cuts off at its end is segmented again with the next. */
function unicodeEnds(text) {
    const ends = [];
    let from = 0;
    while (from + WINDOW_LENGTH < text.length) {
        let last = 0;
        for (const { index } of segmenter.segment(text.slice(from, from + WINDOW_LENGTH))) {
            if (index > 0)
                ends.push(from + index);
            last = index;
        }
        // No end in a whole window: this is cut as too long, wherever its end is seen.
        from += last > 0 ? last : WINDOW_LENGTH / 2;
    }
    for (const { index } of segmenter.segment(text.slice(from)))
        if (index > 0)
            ends.push(from + index);
    ends.push(text.length);
    return ends;
}
/** Asks, for offsets that only grow, whether an enclosure around the offset opened after the sentence's start. */
function enclosuresAlong(enclosures) {
    let next = 0;
    let around = [];
    return (from, at) => {
        while (next < enclosures.length && enclosures[next].open < at)
            around.push(enclosures[next++]);
        around = around.filter(({ close }) => close >= at);
        return around.some(({ open }) => open > from);
    };
}
