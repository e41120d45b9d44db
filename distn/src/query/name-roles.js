import { isPlural, kindOfNoun } from '../text/names/kinds-of-nouns.js';
import { HONORIFICS } from '../text/names/name-contexts.js';
import { SETTLEMENTS, TITLES } from '../text/names/name-shapes.js';
import { PARTICLES } from '../text/names/names.js';
/** The roles of the words of one name. Where nothing would be left of it, all of them are the name. */
export function rolesIn(words, text) {
    const comma = words.findIndex((word, i) => i > 0 && text.slice(words[i - 1].end, word.start).includes(','));
    const end = comma < 0 ? words.length : comma;
    const titled = endOfTitles(words.slice(0, end));
    const placed = endOfKind(words.slice(0, end));
    const roles = words.map((word, i) => {
        if (isDropped(word, words))
            return 'dropped';
        if (i >= end || i < titled || i < placed)
            return 'qualifier';
        if (i > Math.max(titled, placed) && i < end - 1 && PARTICLES.has(word.folded))
            return 'qualifier';
        return i > 0 && i === end - 1 && isKindOfPlace(word) ? 'qualifier' : 'name';
    });
    return roles.some((role, i) => role === 'name' && !words[i].stop) ? roles : words.map(() => 'name');
}
/** Mr and Jr, and initials: "Julien M. Bussy". */
function isDropped({ folded, stop }, words) {
    if (stop)
        return false;
    return HONORIFICS.has(folded) || SUFFIXES.has(folded) || (/^\p{L}$/u.test(folded) && words.length > 1);
}
const SUFFIXES = new Set('jr sr esq phd'.split(' '));
/** Behind the last title that a name follows: "Syrian President | Assad"; of "President of Syria" none. */
function endOfTitles(words) {
    for (let i = words.length - 2; i >= 0; i--) {
        const next = words[i + 1];
        if (isTitle(words[i]) && !isTitle(next) && !next.stop && !isKindOfPlace(next))
            return i + 1;
    }
    return 0;
}
/** A title or a rank; a saint is a part of the name. */
export function isTitle({ folded }) {
    if (folded === 'saint' || folded === 'st')
        return false;
    return (kindOfNoun(folded) === 'person' && !isPlural(folded)) || TITLES.has(folded);
}
/** Behind "the city of". */
function endOfKind(words) {
    const of = words.findIndex(({ folded }) => folded === 'of');
    return of > 0 && isKindOfPlace(words[of - 1]) && of < words.length - 1 ? of + 1 : 0;
}
/** Nouns that stand beside the name of a place without changing it. */
export function isKindOfPlace({ folded }) {
    return SETTLEMENTS.has(folded);
}
