import { distance } from 'fastest-levenshtein';
import { isName, letterOf, requireEntry, requireName, } from '../index/lexicon/lexicon.js';
import { formOf, latinFormOf } from '../index/lexicon/name-keys.js';
import { romanisedOf, skeletonsOf } from '../index/lexicon/sounds.js';
import { isEnglishWord } from '../text/languages/english-words.js';
import { gazetteerKinds } from '../text/names/gazetteer.js';
import { isLatin, isWithoutVowels, romanisationsOf } from '../text/names/latin.js';
import { nameDistance, soundsIn, typos } from '../text/names/name-distance.js';
/** Terms of the archive that may be what a word was meant to be, nearest first, at most `limit`. */
export function closeTerms(lexicon, typed, asName, limit = 3) {
    if (typed.folded.length > LONGEST_MISSPELT || /\d/.test(typed.folded))
        return [];
    const near = asName ? closeNames(lexicon, typed) : closeWords(lexicon, typed);
    const least = Math.min(...near.map(({ edits }) => edits));
    const sentencesOf = (term) => lexicon.term(term)?.sentences ?? 0;
    return near
        .filter(({ edits }) => edits <= least + AS_NEAR)
        .sort((a, b) => a.edits - b.edits || sentencesOf(b.term) - sentencesOf(a.term) || (a.term < b.term ? -1 : 1))
        .slice(0, limit)
        .map(({ term }) => term);
}
/** Terms that romanise the same name otherwise. */
export function variantsOf(lexicon, { folded, term }) {
    if (folded.length < 5)
        return [];
    return lexicon.termsBy('romanised', romanisedOf(folded)).filter((variant) => variant !== term);
}
/** The key of a name of several words, from its words written as one ("maarshurin"); of several the most mentioned. */
export function squeezedName(lexicon, term) {
    if (term.length < 6)
        return undefined;
    const mentions = (key) => requireName(lexicon, key).sentences;
    const keys = lexicon.namesBy('squeezed', romanisedOf(term));
    return keys.toSorted((a, b) => mentions(b) - mentions(a))[0];
}
/** What is longer is no misspelt word, and would cost the square of its length to compare. */
const LONGEST_MISSPELT = 40;
/** What is farther than the nearest by less is meant as well, in edits: Latakia and Latakiyah for Latakiya. */
const AS_NEAR = 0.05;
/** Names that sound alike, or are within a typo; each with how far it is. */
function closeNames(lexicon, { folded, term }) {
    const found = new Map();
    const note = (candidate, edits) => {
        if (edits !== undefined)
            found.set(candidate, Math.min(edits, found.get(candidate) ?? edits));
    };
    for (const form of romanisationsOf(folded)) {
        for (const skeleton of skeletonsOf(form)) {
            for (const known of lexicon.termsBy('skeleton', skeleton)) {
                note(known, distanceOf(form, folded, requireEntry(lexicon, known)));
            }
        }
    }
    if (folded.length >= SHORTEST_MISSPELT_NAME && !isOwnWord(folded)) {
        for (const known of lexicon.formsFrom(letterOf(term))) {
            if (!isTypo(folded, known.form) || !isName(lexicon.term(known.term)))
                continue;
            note(known.term, Math.min(1, distanceOf(folded, folded, requireEntry(lexicon, known.term)) ?? 1));
        }
    }
    return [...found].flatMap(([known, edits]) => known === term && formOf(requireEntry(lexicon, known)) === folded ? [] : [{ term: known, edits }]);
}
/** In shorter ones another letter makes another name. */
const SHORTEST_MISSPELT_NAME = 5;
function isTypo(typed, form) {
    // Two letters that changed places are two edits to Levenshtein.
    if (Math.abs(typed.length - form.length) > 1 || distance(typed, form) > 2)
        return false;
    return typos(typed, form) === 1;
}
/** How far a name sounds from a romanised form of what was typed, `undefined` where it is another name. */
function distanceOf(form, typed, entry) {
    const known = latinFormOf(entry);
    const unwritten = isWithoutVowels(typed) || isWithoutVowels(entry.term);
    const edits = nameDistance(form, known, unwritten ? UNWRITTEN : 1);
    const sounds = Math.max(soundsIn(form).length, soundsIn(known).length);
    const latin = isLatin(typed) && isLatin(entry.term);
    const own = latin && (isOwnWord(typed) || isEnglishWord(known));
    const allowed = sounds < 4 ? FARTHEST_OF_SHORT : sounds * (own ? FARTHEST_OF_KNOWN : FARTHEST);
    if (own && sounds < SHORTEST_KNOWN)
        return undefined;
    return edits <= allowed + 1e-9 ? edits : undefined;
}
/** Whether what was typed is a name or a word that people know, and so hardly a misspelt other one. */
function isOwnWord(folded) {
    return gazetteerKinds(folded).length > 0 || isEnglishWord(folded);
}
/**
 * How far apart, for each of their sounds, two spellings of one name may be: Hims and Homs, Brahim and Ibrahim are; Pickett
 * and Puget are not. Of names that people know as their own less: Khalid and Khaled, not Paris and Peres.
 */
const FARTHEST = 0.125;
const FARTHEST_OF_KNOWN = 0.07;
const FARTHEST_OF_SHORT = 0.15;
/** Mari and Mary are two. */
const SHORTEST_KNOWN = 5;
/** What a vowel more, fewer or another one counts for where a script leaves them out. */
const UNWRITTEN = 0.35;
/** Words within a typo or two, compared as they are written and as stems; misspellings seldom touch the first letter. */
function closeWords(lexicon, { folded, term }) {
    const bounds = { form: editsAllowed(folded), term: editsAllowed(term) };
    if ((bounds.form === 0 && bounds.term === 0) || isEnglishWord(folded))
        return [];
    return lexicon.formsFrom(letterOf(term)).flatMap((known) => {
        const edits = Math.min(editsWithin(folded, known.form, bounds.form), editsWithin(term, known.term, bounds.term));
        return edits === Number.POSITIVE_INFINITY || known.term === term ? [] : [{ term: known.term, edits }];
    });
}
function editsWithin(a, b, bound) {
    // Letters that changed places are one edit, two to Levenshtein.
    if (bound === 0 || Math.abs(a.length - b.length) > bound || distance(a, b) > bound + 1) {
        return Number.POSITIVE_INFINITY;
    }
    const edits = typos(a, b);
    return edits <= bound ? edits : Number.POSITIVE_INFINITY;
}
/** Edits that still make it the same word: Damerau's finding that most misspellings are one edit away, two in long words. */
function editsAllowed(term) {
    if (term.length >= 10)
        return 2;
    return term.length >= 6 ? 1 : 0;
}
