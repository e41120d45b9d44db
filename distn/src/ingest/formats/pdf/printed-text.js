/** Parts of a line's height or of the font size, by eye on documents of LibreOffice and Chromium. */
const LINE_PITCH = 1.45;
const INDENT = 0.8;
const OTHER_SIZE = 0.12;
/**
 * Joins the lines of pages into paragraphs, without running heads and page numbers. A line break becomes a space; after
 * a hyphen it becomes nothing: `govern-ment` is shown as it is printed, and found as "government" like any hyphenated
 * word, whether or not the hyphen belongs to it.
 */
export function printedText(pages) {
    const starts = [];
    const parts = [];
    let length = 0;
    // Looking at the end of all of it copies all of it, at each line: 2,500 pages took minutes.
    let end = '';
    const add = (part) => {
        parts.push(part);
        length += part.length;
        end = (end + part).slice(-8);
    };
    let before;
    for (const lines of withoutFurniture(pages)) {
        let start;
        const pitch = pitchOf(lines);
        for (const [place, line] of lines.entries()) {
            const words = line.text.replace(/\s+/gu, ' ').trim();
            if (before)
                add(separator(end, before, line, words, place === 0 ? undefined : pitch));
            start ??= length;
            add(words);
            before = line;
        }
        starts.push(start ?? -1);
    }
    return { text: parts.join(''), pages: filled(starts, length) };
}
/** A page without text starts where the next one does. */
function filled(starts, end) {
    let next = end;
    return [...starts]
        .reverse()
        .map((start) => {
        if (start >= 0)
            next = start;
        return next;
    })
        .reverse();
}
function separator(end, before, line, words, pitch) {
    if (!continues(end, before, line, words, pitch))
        return '\n\n';
    if (/[\p{L}\p{N}][-‐\u00ad]$/u.test(end.slice(-4)) && /^[\p{L}\p{N}]/u.test(words))
        return '';
    return /\S[–—]$/u.test(end.slice(-4)) ? '' : ' ';
}
function continues(end, before, line, words, pitch) {
    if (Math.abs(line.size - before.size) > OTHER_SIZE * before.size)
        return false;
    if (/^[•▪◦‣■●–—*]\s/u.test(words))
        return false;
    const ended = /[.!?:…]["'”’»)\]]*$/u.test(end.slice(-5));
    const down = line.y - before.y;
    // From column to column and page to page, only a sentence that hasn't ended says that a paragraph hasn't.
    if (pitch === undefined || down <= 0)
        return !ended && !isShort(before, words);
    if (down > LINE_PITCH * Math.max(Math.min(pitch, 2 * line.size), 1.1 * line.size))
        return false;
    const indent = line.x - before.x;
    if (indent > INDENT * line.size && line.x - line.left < 6 * line.size)
        return false;
    return !(ended && isShort(before, words)) && !(isShort(before, words) && startsAnew(before, line, words));
}
/** The first word of the next line would have fitted on it. */
function isShort(line, next) {
    const letter = line.width / Math.max(1, line.text.length);
    const word = next.match(/^\S{0,40}/u)[0].length + 1;
    return line.right - (line.x + line.width) > word * letter + line.size;
}
/** After a line that ends far from the margin, as those of headings and tables do. */
function startsAnew(before, line, words) {
    return before.width < 0.6 * (line.right - line.left) && !/^\p{Ll}/u.test(words);
}
/** The distance of two lines that most lines have. */
function pitchOf(lines) {
    const downs = lines
        .slice(1)
        .map((line, place) => line.y - lines[place].y)
        .filter((down) => down > 0)
        .sort((a, b) => a - b);
    return downs[Math.floor(downs.length / 2)] ?? Number.POSITIVE_INFINITY;
}
/** Lines at the top and at the bottom that may be a running head: two deep, as a title over a date is. */
const EDGE = 2;
/** On how many pages they stand at least, besides a third of all. */
const REPEATED = 3;
/** Without running heads and page numbers: they would stand in the middle of sentences. */
function withoutFurniture(pages) {
    const counts = new Map();
    const edges = pages.map(edgesOf);
    for (const edge of edges) {
        for (const key of new Set([...edge].map(keyOf)))
            counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const enough = Math.max(REPEATED, pages.length / 3);
    return pages.map((lines, page) => lines.filter((line) => {
        if (!edges[page].has(line))
            return true;
        return (counts.get(keyOf(line)) ?? 0) < enough && !isPageNumber(line, lines);
    }));
}
function edgesOf(lines) {
    const byHeight = [...lines].sort((a, b) => a.y - b.y);
    return new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)]);
}
/** The same but for its numbers. */
function keyOf({ text }) {
    return text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim();
}
function isPageNumber(line, lines) {
    const alone = !lines.some((other) => other !== line && Math.abs(other.y - line.y) < 2 * line.size);
    return (alone &&
        /^[-–— ]{0,3}(?:page |p\. )?\d{1,4}(?: ?(?:\/|of) ?\d{1,4})?[-–— ]{0,3}$/iu.test(line.text.trim()));
}
