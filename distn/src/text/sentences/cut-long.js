import { isWhiteSpace, trimmedSpan } from '../tokens/white-space.js';
/**
 * In UTF-16 units. Discord shows 4,096 characters in an embed's description; GUM's longest sentence of news has 451. A
 * longer one is a table, a list without full stops or no prose at all.
 */
export const MAX_SENTENCE_LENGTH = 2000;
/** In UTF-16 units from the start: an earlier cut wastes more than a better place gains. */
const MIN_CUT = MAX_SENTENCE_LENGTH / 2;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Cuts a span that is longer than `MAX_SENTENCE_LENGTH` into parts, with nothing but white space between them. */
export function cutLong(text, span) {
    const parts = [];
    let rest = span;
    while (rest.end - rest.start > MAX_SENTENCE_LENGTH) {
        const cut = rest.start + bestCut(text.slice(rest.start, rest.start + MAX_SENTENCE_LENGTH + 2));
        parts.push(trimmedSpan(text, rest.start, cut));
        rest = trimmedSpan(text, cut, rest.end);
    }
    parts.push(rest);
    return parts;
}
/** `head` is two units longer than a part may be: the character after a full part is seen whole. */
function bestCut(head) {
    for (const places of [/[\n\r\u2028\u2029]/, /;/, /,/, /\s/]) {
        const cut = lastPlace(head, places);
        if (cut > 0)
            return cut;
    }
    return lastGrapheme(head);
}
/** The last place in reach: before a line break or a space, after a `;` or `,` that white space follows. */
function lastPlace(head, places) {
    for (let cut = MAX_SENTENCE_LENGTH; cut >= MIN_CUT; cut--) {
        if (!isWhiteSpace(head.charCodeAt(cut)) || /[\p{M}\u200d]/u.test(head.charAt(cut + 1)))
            continue;
        if (places.test(head.charAt(cut)) || places.test(head.charAt(cut - 1)))
            return cut;
    }
    return 0;
}
/** A cluster longer than a whole part (stacked accents) is cut all the same, but never a surrogate pair. */
function lastGrapheme(head) {
    const start = graphemes.segment(head).containing(MAX_SENTENCE_LENGTH)?.index ?? 0;
    if (start > 0)
        return start;
    return /^[\ud800-\udbff][\udc00-\udfff]$/.test(head.slice(MAX_SENTENCE_LENGTH - 1, MAX_SENTENCE_LENGTH + 1))
        ? MAX_SENTENCE_LENGTH - 1
        : MAX_SENTENCE_LENGTH;
}
