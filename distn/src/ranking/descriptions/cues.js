import { stem } from '../../text/tokens/words.js';
const WORDS = {
    place: 'northern southern eastern western central city town village province district suburb largest border near located lies',
    person: 'president minister secretary leader head chief director commander spokesman envoy governor founder group movement agency',
};
/**
 * Terms that stand where a name is described: of one that more sentences hold than are ranked, they find those that say who or
 * where it is. Empty for other questions.
 */
export function cuesOf({ isKeywordQuery, expects }) {
    return isKeywordQuery ? (WORDS[expects]?.split(' ').map(stem) ?? []) : [];
}
