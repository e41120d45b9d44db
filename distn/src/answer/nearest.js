import { distance } from 'fastest-levenshtein';
import { headOf, letterOf, requireEntry, requireName, } from '../index/lexicon/lexicon.js';
import { isWithoutCase, wordsWithoutCase } from '../query/words-without-case.js';
import { unmarked } from '../text/languages/stemmers.js';
import { nameDistance, typos } from '../text/names/name-distance.js';
const SHOWN = 5;
/** Further apart than this share of their letters, or of their sounds, two names have nothing to do with each other. */
const FARTHEST = 0.25;
/** What has more words is a headline or a menu. */
const MOST_WORDS = 5;
/** Shorter words are near too many others. */
const SHORTEST = 4;
/**
 * Names that the archive does hold and that are like what was asked for, nearest first; none where there are none. Of scripts
 * without capital letters any word that is like it.
 */
export function nearestNames({ concepts }, lexicon) {
    const apart = new Map();
    const words = [];
    for (const { alternatives, name, qualifier, typed } of concepts) {
        if (qualifier)
            continue;
        const term = alternatives[0]?.[0] ?? '';
        // A common word that the archive knows is near no name that was meant.
        if (!name && lexicon.term(term))
            continue;
        if (isWithoutCase(unmarked(term)))
            words.push(...wordsNear(unmarked(term), lexicon));
        else
            for (const [key, far] of namesNear(typed, lexicon))
                lower(apart, key, far);
    }
    const byDistance = [...apart].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
    const farthest = byDistance[SHOWN - 1]?.[1] ?? FARTHEST;
    // Of those that are as far as the last that may be shown, the most mentioned.
    const near = byDistance
        .filter(([, far]) => far <= farthest)
        .slice(0, LOOKED_AT)
        .map(([key, far]) => ({ far, ...nameOf(requireName(lexicon, key)) }))
        .sort((a, b) => a.far - b.far || b.sentences - a.sentences);
    const byName = new Map();
    for (const { name, sentences } of [...words, ...near]) {
        if (!byName.has(name) && name.split(' ').length <= MOST_WORDS)
            byName.set(name, { name, sentences });
    }
    return [...byName.values()].slice(0, SHOWN);
}
/** Names that are looked at, nearest first. */
const LOOKED_AT = 100;
function namesNear(typed, lexicon) {
    return lexicon.wordsFrom(letterOf(typed)).flatMap((word) => {
        const far = apartOf(typed, word);
        return far > FARTHEST ? [] : lexicon.namesBy('word', word).map((key) => [key, far]);
    });
}
function wordsNear(typed, lexicon) {
    const near = wordsWithoutCase(typed, lexicon).flatMap(({ term }) => {
        const far = apartOf(typed, unmarked(term));
        return far > FARTHEST ? [] : [{ far, ...nameOf(requireEntry(lexicon, term)) }];
    });
    return near.sort((a, b) => a.far - b.far || b.sentences - a.sentences);
}
function nameOf({ spellings, sentences }) {
    return { name: headOf(spellings), sentences };
}
function lower(values, key, value) {
    values.set(key, Math.min(value, values.get(key) ?? value));
}
/** Edits to letters of the longer one: 0 for the same word, 1 for nothing in common. */
function apartOf(a, b) {
    if (a === b)
        return 0;
    const longer = Math.max(a.length, b.length);
    if (Math.abs(a.length - b.length) > longer * FARTHEST || longer < SHORTEST)
        return 1;
    // Cheaper than letters that changed places, of which each is two of its edits.
    if (distance(a, b) / longer > 2 * FARTHEST)
        return 1;
    return Math.min(typos(a, b) / longer, nameDistance(a, b) / longer);
}
