import { distance } from 'fastest-levenshtein';
import { present } from '../index/database/errors.js';
import { headOf, letterOf, requireEntry } from '../index/lexicon/lexicon.js';
import { foldedName } from '../index/lexicon/name-keys.js';
import { wordsWithoutCase } from './words-without-case.js';
/** What a kind of question is asked about: of names that fit as well these come first. */
const ASKED_ABOUT = {
    who: ['person', 'organisation'],
    where: ['place'],
};
/** Names that are looked at, most mentioned first: what is mentioned less comes when more of it is typed. */
const LOOKED_AT = 500;
/**
 * Names of the archive for what was typed so far: those that begin so, those with a word that begins so, those within
 * a typo of it, its first letter aside, or a blank too few. Within each those of the type that is asked about, then the others; most mentioned first. With nothing
 * typed, all of them in that order. Of scripts without capital letters, where no word is known as a name, all words are
 * suggested, after the names.
 */
export function suggest(typed, limit, kind, { lexicon, nameTypes }) {
    const start = foldedName(typed);
    const preferred = ASKED_ABOUT[kind];
    const seen = new Set();
    const tiers = Array.from({ length: 2 * TIERS }, () => []);
    const look = (keys) => {
        const entries = keys.map((key) => present(nameTypes.entryOf(key), `the name “${key}”`));
        for (const entry of entries.sort((a, b) => b.sentences - a.sentences || (a.name < b.name ? -1 : 1))) {
            const fits = seen.has(entry.name) ? undefined : tierOf(foldedName(entry.name), start);
            seen.add(entry.name);
            if (fits !== undefined)
                tiers[2 * fits + (preferred?.includes(entry.type) ? 0 : 1)].push(entry);
        }
    };
    const first = start.split(' ', 1)[0];
    look(lexicon.namesFrom(first, LOOKED_AT));
    if (tiers.flat().length < limit && slipsIn(start) > 0) {
        look(misspelt(start, lexicon));
        look(writtenAsOne(start, lexicon));
    }
    const names = tiers.flat().map(({ name, sentences }) => ({ name, sentences }));
    return [...names, ...(names.length < limit ? wordsLike(start, lexicon) : [])].slice(0, limit);
}
const TIERS = 3;
/** Words of scripts without capital letters, those that begin so before those within a typo, most mentioned first. */
function wordsLike(start, lexicon) {
    const found = wordsWithoutCase(start, lexicon).flatMap(({ term }) => {
        const { sentences, spellings } = requireEntry(lexicon, term);
        const name = headOf(spellings);
        const tier = Math.min(...[foldedName(name), term].map((form) => tierOf(form, start) ?? TIERS));
        return tier < TIERS ? [{ tier, name, sentences }] : [];
    });
    found.sort((a, b) => a.tier - b.tier || b.sentences - a.sentences || (a.name < b.name ? -1 : 1));
    return found.map(({ name, sentences }) => ({ name, sentences }));
}
/** How well a name fits: 0 begins so, 1 a word of it begins so, 2 within a typo; `undefined` not at all. */
function tierOf(name, start) {
    if (name.startsWith(start))
        return 0;
    if (name.includes(` ${start}`))
        return 1;
    return beginsNear(name, start, slipsIn(start)) ? 2 : undefined;
}
/** Keys of names with a word that begins within a typo of what was typed, or of the first word of it. */
function misspelt(start, lexicon) {
    const [first = ''] = start.split(' ', 1);
    const words = lexicon.wordsFrom(letterOf(start)).filter((word) => beginsNear(word, first, slipsIn(start)));
    return words.flatMap((word) => lexicon.namesBy('word', word)).slice(0, LOOKED_AT);
}
/** Keys of names with a word that what was typed begins with: "tellham" for Tell Hamis. */
function writtenAsOne(start, lexicon) {
    const beginnings = Array.from({ length: Math.min(start.length, LONGEST_WORD) }, (_, i) => start.slice(0, i + 1));
    return beginnings.flatMap((word) => lexicon.namesBy('word', word)).slice(0, LOOKED_AT);
}
/** What is typed comes from strangers: each of its beginnings is looked up. */
const LONGEST_WORD = 20;
function slipsIn(start) {
    return start.length >= 8 ? 2 : start.length >= 4 ? 1 : 0;
}
/** What is typed is a beginning: it is compared with beginnings of about its length. */
function beginsNear(name, start, slips) {
    for (let length = start.length - slips; slips > 0 && length <= start.length + slips; length++) {
        if (name.length >= length && distance(name.slice(0, length), start) <= slips)
            return true;
    }
    return false;
}
