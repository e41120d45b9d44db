import { isWhiteSpace, trimmedSpan } from '../tokens/white-space.js';
/**
 * In UTF-16 units: widths of wrapped text. Reuters' wire of 1987 is 60-69 wide in 16,675 of its 19,043 articles
 * (counted), mail up to 78 (RFC 3676), plain-text books a little over 70. Narrower lines are lists, wider ones
 * paragraphs.
 */
const MIN_WRAP_WIDTH = 50;
const MAX_WRAP_WIDTH = 100;
/**
 * A newline is a wrap where the next word did not fit or is in lower case. An article is wrapped where this share of the
 * newlines that end neither a sentence nor a table row are wraps. Counted on Reuters: 17,136 of the 17,186 articles with a
 * newline before an unindented line are seen as wrapped, and no article of the other archives at hand, which have none.
 */
const MIN_WRAPPED_SHARE = 0.6;
/** In UTF-16 units: how much shorter than the longest line a full one may be (a long word, another typist's margin). */
const MAX_RAG = 12;
/**
 * Splits a text into paragraphs, in order, with nothing but white space between them. A blank line ends a paragraph, and
 * so does a newline, except a soft one (`isSoft`).
 */
export function splitParagraphs(text) {
    const lines = linesOf(text);
    const width = wrapWidthOf(text, lines);
    const paragraphs = [];
    let start = -1;
    for (const [index, line] of lines.entries()) {
        if (line.start === line.end)
            continue;
        if (start < 0)
            start = line.start;
        const next = lines[index + 1];
        if (next && isSoft(text, line, next, width, index === 0))
            continue;
        paragraphs.push({ start, end: line.end });
        start = -1;
    }
    return paragraphs;
}
/** Breaks at \n, \r\n, \r, form feed, U+2028 and U+2029. */
function linesOf(text) {
    const lines = [];
    let from = 0;
    let blank = false;
    for (const { index, 0: mark } of text.matchAll(/\r\n|[\n\r\f\u2028\u2029]/g)) {
        const line = { from, to: index, ...trimmedSpan(text, from, index) };
        // Of many blank lines one says it all.
        if (!blank || line.start < line.end)
            lines.push(line);
        blank = line.start === line.end;
        from = index + mark.length;
    }
    lines.push({ from, to: text.length, ...trimmedSpan(text, from, text.length) });
    return lines;
}
/** The width that the article is wrapped at, or 0 where its newlines are its author's. */
function wrapWidthOf(text, lines) {
    const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.from), 0);
    if (width < MIN_WRAP_WIDTH || width > MAX_WRAP_WIDTH)
        return 0;
    let full = 0;
    let newlines = 0;
    for (const [index, line] of lines.entries()) {
        const next = lines[index + 1];
        // The first line says nothing: Reuters' archive cut the dateline off it. Nor does one that may end its paragraph.
        if (index === 0 || !next || !isContinued(line, next) || endsSentence(text, line))
            continue;
        if (isTableRow(text, line) || isTableRow(text, next))
            continue;
        newlines++;
        if (startsLowerCase(text, next) || isFull(text, line, next, width - MAX_RAG))
            full++;
    }
    if (newlines > 0)
        return full >= newlines * MIN_WRAPPED_SHARE ? width : 0;
    return lines.length > 1 && startsLowerCase(text, lines[1]) ? width : 0;
}
function isSoft(text, line, next, width, first) {
    if (!isContinued(line, next))
        return false;
    if (isFlowed(text, line, next))
        return true;
    if (width === 0 || isTableRow(text, line) || isTableRow(text, next))
        return false;
    return ((first && !endsSentence(text, line)) ||
        startsLowerCase(text, next) ||
        isFull(text, line, next, width - MAX_RAG));
}
/** Neither is blank, and the next line is not indented, as the first line of a paragraph is. */
function isContinued(line, next) {
    return line.start < line.end && next.start < next.end && next.start === next.from;
}
/** The first word of the next line would not have fitted on this one: that is why it was broken. */
function isFull(text, line, next, width) {
    let word = next.start;
    while (word < next.end && !isWhiteSpace(text.charCodeAt(word)))
        word++;
    return line.end - line.from + 1 + (word - next.start) > width;
}
/** One space before the newline asks for the line to flow on (RFC 3676), as text copied out of a PDF has it too. */
function isFlowed(text, line, next) {
    if (line.to - line.end !== 1 || text[line.end] !== ' ' || endsSentence(text, line))
        return false;
    return text.startsWith('(', next.start) || startsLowerCase(text, next);
}
/** Columns stand three or more spaces apart. */
function isTableRow(text, line) {
    return /\S(?: {3,}|\t)\S/.test(text.slice(line.start, line.end));
}
function startsLowerCase(text, line) {
    return /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
}
/** A capital letter before the full stop is an abbreviation's: `said the U.S.` ends no sentence. */
function endsSentence(text, line) {
    return /(?<!\p{Lu})[.!?:…؟۔]["'”’»)\]]*$/u.test(text.slice(Math.max(line.start, line.end - 5), line.end));
}
