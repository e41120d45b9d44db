import transliterate from '@sindresorhus/transliterate';
import { fold } from '../tokens/fold.js';
const LATIN = /^[\p{ASCII}\p{sc=Latin}\p{M}]*$/u;
/** Scripts that leave short vowels out. */
const CONSONANTS = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}]/u;
export function isLatin(word) {
    return LATIN.test(word);
}
/** Whether a word's script leaves its short vowels out. */
export function isWithoutVowels(word) {
    return CONSONANTS.test(word);
}
/** A folded word in Latin letters, as it would be romanised; one of Latin letters as it is. */
export function latinOf(folded) {
    if (isLatin(folded))
        return folded;
    const prepared = GREEK.reduce((word, [pair, letter]) => word.replaceAll(pair, letter), folded);
    return fold(transliterate(prepared)).replace(/[^\p{L}\p{N}]/gu, '');
}
/** A folded word in Latin letters in the ways in which it may be romanised: Cyrillic г is g or h. */
export function romanisationsOf(folded) {
    const forms = folded.includes('г') ? [folded, folded.replaceAll('г', 'h')] : [folded];
    return [...new Set(forms.map(latinOf))];
}
/** Two letters for a sound that Greek has none for (ELOT 743). */
const GREEK = [
    ['μπ', 'b'],
    ['ντ', 'd'],
    ['γκ', 'g'],
    ['τζ', 'j'],
    ['ου', 'u'],
    ['χ', 'kh'],
];
