import { kindByOpener, kindOfNoun } from '../text/names/kinds-of-nouns.js';
import { ARTICLES } from '../text/tokens/stop-words.js';
/**
 * Where words stand for the question's names: those that need a capital letter have it, words of one name stand together, and a name
 * isn't the end of a longer one (Hamra of "Kafr Hamra"). `positions`: indices of the words of each concept.
 */
export function positionsOfNames(positions, { concepts, idfs, terms }, { words }) {
    const kept = positions.map((places, i) => {
        const { capital, after, group } = concepts[i];
        if (capital)
            return places.filter((at) => words[at].capital);
        if (after !== undefined)
            return places.filter((at) => !isOfAnother(words, at, after));
        if (group === undefined || concepts[i - 1]?.group === group)
            return places;
        return places.filter((at) => !isBehindOpener(words, at, terms));
    });
    for (const members of groupsOf(concepts)) {
        const held = members.filter((i) => kept[i].length > 0);
        if (held.length < 2)
            continue;
        const anchor = held.reduce((a, b) => (idfs[b] > idfs[a] ? b : a));
        const near = (i, at) => kept[i].some((other) => Math.abs(other - at) <= members.length + 1);
        const countAt = (at) => held.filter((i) => near(i, at)).length;
        const best = kept[anchor].reduce((a, b) => (countAt(b) > countAt(a) ? b : a));
        for (const i of held)
            if (i !== anchor && !near(i, best))
                kept[i] = [];
    }
    return kept;
}
/** Indices of the concepts of each name that has several. */
function groupsOf(concepts) {
    const groups = new Map();
    concepts.forEach(({ group }, i) => {
        if (group !== undefined)
            groups.set(group, [...(groups.get(group) ?? []), i]);
    });
    return [...groups.values()].filter(({ length }) => length > 1);
}
/** "Lesley Gore" is not "Al Gore"; "Vice President Gore" may be. */
function isOfAnother(words, at, after) {
    const before = words[at - 1];
    if (!before?.capital || before.stop || before.folded === after)
        return false;
    return kindOfNoun(before.folded) !== 'person';
}
function isBehindOpener(words, at, terms) {
    let before = at - 1;
    while (ARTICLES.has(words[before]?.folded ?? ''))
        before -= 1;
    const word = words[before];
    return word?.capital === true && kindByOpener(word.folded) === 'place' && !terms.has(word.term);
}
