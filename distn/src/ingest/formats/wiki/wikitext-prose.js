/** Around the words of a link: a list item that is nothing else leads somewhere, and says nothing. */
export const LINK = { start: '\u0001', end: '\u0002' };
/** Turns the lines of a page, from which other markup has been removed, into paragraphs with a blank line between them. */
export function proseOf(page) {
    const paragraphs = [];
    /** Of the paragraph, or of the list, that isn't over yet. */
    let lines = [];
    let items = [];
    const take = (text, level) => {
        const words = cleaned(text);
        if (words !== '')
            paragraphs.push(level === undefined ? { text: words } : { text: words, level });
    };
    const end = () => {
        take(lines.join(' '));
        if (!items.every(isLinksOnly))
            for (const item of items)
                take(item);
        [lines, items] = [[], []];
    };
    for (const line of page.split('\n')) {
        if (line === '') {
            if (lines.length + items.length > 0)
                end();
            continue;
        }
        const isItem = /^[*#:;]/u.test(line);
        if (!isItem && items.length > 0)
            end();
        const level = levelOf(line);
        if (isItem) {
            if (lines.length > 0)
                end();
            items.push(line.replace(/^[*#:;]+/u, ''));
        }
        else if (level > 0) {
            end();
            take(line.trimEnd().slice(level, -level), level);
        }
        else if (line.trim() === '' || NO_PROSE.test(line))
            end();
        else
            lines.push(line);
    }
    end();
    return withoutEmptySections(paragraphs)
        .map(({ text }) => text)
        .join('\n\n');
}
/** A rule, a word of command (`__NOTOC__`), or a row of a table that is never closed. */
const NO_PROSE = /^(?:-{4}|__[A-Z]{1,30}__\s*$|\s{0,20}(?:\||\{\|))/u;
/** Of a heading (`== History ==`): its equals signs on each side, up to six; 0 of any other line. */
function levelOf(line) {
    if (!line.startsWith('='))
        return 0;
    const whole = line.trimEnd();
    let level = 0;
    while (level < 6 && whole[level] === '=' && whole[whole.length - 1 - level] === '=')
        level += 1;
    return whole.length > 2 * level ? level : 0;
}
/** Nothing but links and what stands between them: an entry of "See also" or of a list of names. */
function isLinksOnly(item) {
    let depth = 0;
    for (const character of item) {
        if (character === LINK.start)
            depth += 1;
        else if (character === LINK.end)
            depth -= 1;
        else if (depth === 0 && /[\p{L}\p{N}]/u.test(character))
            return false;
    }
    return true;
}
function cleaned(text) {
    return (text
        .replace(/[\u0001\u0002]/gu, '')
        .replace(/'{2,}/gu, apostrophesOf)
        .replace(/\s+/gu, ' ')
        // What a template or a reference has left.
        .replace(/\( ?[,;:]? ?\)/gu, '')
        .replace(/([(]) ?[,;] /gu, '$1')
        .replace(/ (?=[,)])/gu, '')
        .trim());
}
/** Two for italics, three for bold, five for both; what is over stands for itself. */
function apostrophesOf(run) {
    if (run.length === 4)
        return "'";
    return run.length > 5 ? "'".repeat(run.length - 5) : '';
}
/** A heading over nothing but other headings, or over nothing. */
function withoutEmptySections(paragraphs) {
    const kept = [];
    // The highest heading below, where there is only nothing between: levels of what follows.
    let follows = 0;
    for (const paragraph of paragraphs.toReversed()) {
        const { level } = paragraph;
        if (level === undefined)
            follows = undefined;
        else if (follows !== undefined && follows <= level)
            continue;
        else
            follows = level;
        kept.push(paragraph);
    }
    return kept.reverse();
}
