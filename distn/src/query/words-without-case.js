import { letterOf } from '../index/lexicon/lexicon.js';
/** Arabic, Hebrew, Syriac, Devanagari … : what has letters with words between blanks, but no capitals. */
const WITHOUT_CASE = /^[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gujarati}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Ethiopic}\p{M}]+$/u;
export function isWithoutCase(word) {
    return WITHOUT_CASE.test(word);
}
/** The article, which is written as one with a word and isn't part of its term. */
const ARTICLE = 'ال';
/**
 * Words of such scripts whose term begins as what was typed does, or as it does behind an article: nothing says which of
 * them are names.
 */
export function wordsWithoutCase(typed, lexicon) {
    const beginnings = [typed, ...(typed.startsWith(ARTICLE) ? [typed.slice(ARTICLE.length)] : [])];
    const letters = new Set(beginnings.map(letterOf).filter(isWithoutCase));
    return [...letters].flatMap((letter) => lexicon.formsFrom(letter).filter(({ term }) => isWithoutCase(term)));
}
