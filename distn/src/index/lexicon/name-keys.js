import { unmarked } from '../../text/languages/stemmers.js';
import { isLatin, isWithoutVowels, latinOf } from '../../text/names/latin.js';
import { shapeOf } from '../../text/names/name-shapes.js';
import { fold } from '../../text/tokens/fold.js';
import { ARTICLES } from '../../text/tokens/stop-words.js';
import { wordsOf } from '../../text/tokens/words.js';
import { headOf, isName, keyOf } from './lexicon.js';
import { romanisedOf, skeletonOf, soundOf } from './sounds.js';
/** The commonest spelling, folded, hyphens gone; no longer than a term. */
export function formOf({ spellings }) {
    return fold(headOf(spellings).slice(0, 64)).replace(/[^\p{L}\p{N}]/gu, '');
}
/** What is compared with a romanised name: the commonest spelling; of other scripts the stem, in Latin letters. */
export function latinFormOf(entry) {
    const form = formOf(entry);
    return isLatin(form) ? form : latinOf(unmarked(entry.term));
}
/** What a term is looked up by: nothing, unless it stands for a name, or may: not all scripts have capital letters. */
export function keysOfTerm(entry) {
    const caseless = isWithoutVowels(entry.term);
    if (!caseless && !isName(entry))
        return [];
    const skeleton = ['skeleton', skeletonOf(latinFormOf(entry))];
    return caseless ? [skeleton] : [skeleton, ['romanised', romanisedOf(formOf(entry))]];
}
/** What a confirmed name is looked up by. */
export function keysOfName(name) {
    const { key } = name;
    const { core } = properOf(name);
    const family = core.slice(core.lastIndexOf(' ') + 1);
    return [
        ['sound', soundOfName(name)],
        ...(core !== key && core !== '' ? [['core', core]] : []),
        ...(family !== core ? [['family', family]] : []),
        ...(key.includes(' ') ? [['squeezed', romanisedOf(key.replaceAll(' ', ''))]] : []),
        ...[...new Set(foldedName(headOf(name.spellings)).split(' '))].map((word) => [
            'word',
            word,
        ]),
    ];
}
/** What a name says of itself, and the key of the name proper: "assad" of "President Assad". */
export function properOf({ spellings, }) {
    const head = headOf(spellings);
    const { votes, core } = shapeOf(wordsOf(head), head, true);
    return { votes, core: keyOf(core) };
}
/** A name as it is compared with what is typed: folded, words parted by one blank, hyphens and the Arabic article gone. */
export function foldedName(name) {
    const words = name.split(/[\s\-‐‑]+/).map(fold);
    return words.filter((word, i) => word !== '' && !(i < words.length - 1 && ARTICLES.has(word))).join(' ');
}
/** Shorter names that sound alike are others: Mali and Male. */
const SHORTEST_ALIKE = 6;
/** George II is not George III. */
const NUMERAL = /^[ivxlc]+$/;
/**
 * What spellings of one name have in common: Latakia and Latakiya, Hussein and Husein, al-Nusra and Alnusra. Vowels and
 * doubled letters only: with the consonants as well that a misspelt question may change, Luther is Luder.
 */
export function soundOfName({ key, spellings }) {
    const words = headOf(spellings)
        .split(/[\s\-‐‑]+/)
        .map((word) => fold(word).replace(/[^\p{L}\p{N}]/gu, ''));
    const written = words.join('').replace(/^al(?=.{5})/, '');
    const alone = written.length < SHORTEST_ALIKE || /[^a-z]/.test(written) || words.some((word) => NUMERAL.test(word));
    return alone ? `= ${key}` : soundOf(written);
}
