import { isEnglishWord } from '../../text/languages/english-words.js';
import { unmarked } from '../../text/languages/stemmers.js';
import { fold } from '../../text/tokens/fold.js';
import { wordsOf } from '../../text/tokens/words.js';
import { present } from '../database/errors.js';
/** The name of a key that the lexicon itself has given. Throws `CorruptIndexError` where there is none. */
export function requireName(lexicon, key) {
    return present(lexicon.name(key), `the name “${key}”`);
}
/** The entry of a term that the lexicon itself has given. Throws `CorruptIndexError` where there is none. */
export function requireEntry(lexicon, term) {
    return present(lexicon.term(term), `the term “${term}”`);
}
/** The key of a name: its terms without function words, so that "al-Dana" and "Dana" are one. */
export function keyOf(words) {
    return words
        .filter((word) => !word.stop)
        .map((word) => word.term)
        .join(' ');
}
/** The key of an abbreviation's long form, of which texts give several spellings. */
export function keyOfLong(longForms) {
    return keyOf(wordsOf(headOf(longForms)));
}
/** What lists of terms and words are kept by: the first character. */
export function letterOf(word) {
    const [letter = ''] = word;
    return letter;
}
/** The commonest of several spellings; of equals the last by code units: "Dana" before "DANA". */
export function headOf(spellings) {
    let head = '';
    let most = 0;
    for (const [spelling, count] of spellings) {
        if (count > most || (count === most && spelling > head))
            [head, most] = [spelling, count];
    }
    return head;
}
/** Whether a term stands for a name rather than for a common word: the whole archive votes. */
export function isName(entry) {
    return entry !== undefined && (entry.capitals > entry.lowers || onlyOpens(entry));
}
/** Whether a word that is no common one of English only ever opens sentences: "Saraqib was shelled." */
function onlyOpens({ term, capitals, lowers, spellings }) {
    // Of another language, of which there is no list.
    if (capitals + lowers > 0 || spellings.size === 0 || unmarked(term) !== term)
        return false;
    for (const spelling of spellings.keys()) {
        if (!OPENS_AS_NAME.test(spelling) || isEnglishWord(fold(spelling)))
            return false;
    }
    return true;
}
/** Latin letters, of which English has a list of common words, and three at least. */
const OPENS_AS_NAME = /^(?=.{3})\p{Lu}[\p{sc=Latin}\p{M}'’ʼ`´-]+$/u;
