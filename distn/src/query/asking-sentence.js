import { TITLES } from '../text/sentences/abbreviations.js';
import { isAuxiliary, isImperative, isQuestionWord } from './question-words.js';
/** Of several sentences the last that asks, or all of what was typed where none does. */
export function askingSentence(words, text, language) {
    const starts = [0, ...words.flatMap((_, i) => (i > 0 && endsBefore(words, i, text) ? [i] : []))];
    for (let s = starts.length - 1; s >= 0; s--) {
        const first = starts[s];
        const last = starts[s + 1] ?? words.length;
        const behind = text.slice(words[last - 1]?.end ?? 0, words[last]?.start ?? text.length);
        if (/[?؟]/.test(behind) || opensQuestion(words, first, language))
            return { first, last };
    }
    return { first: 0, last: words.length };
}
const PREPOSITIONS = new Set('in on at by to from for of with since until about and so but or approximately roughly exactly'.split(' '));
function opensQuestion(words, i, language) {
    const [word, next] = [words[i], words[i + 1]];
    if (!word || !next)
        return false;
    if (language)
        return [word, next].some(({ folded }) => language.questionWords.has(folded));
    if (isQuestionWord(word.folded) || isAuxiliary(word.folded) || isImperative(word.folded))
        return true;
    return PREPOSITIONS.has(word.folded) && isQuestionWord(next.folded);
}
const END = /[.!?…؟]["'”’)\]]*\s|\n/;
function endsBefore(words, i, text) {
    const before = words[i - 1];
    const gap = text.slice(before.end, words[i].start);
    if (!END.test(gap))
        return false;
    // "Col. Will Smith": a title or an initial ends no sentence.
    return !/^\.\s/.test(gap) || !(TITLES.has(`${before.folded}.`) || /^\p{L}$/u.test(before.folded));
}
