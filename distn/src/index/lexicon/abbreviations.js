import { fold } from '../../text/tokens/fold.js';
/**
 * Abbreviations that a sentence introduces itself, "Hayat Tahrir al-Sham (HTS)": the letters of the short form are
 * found backwards in the words before the bracket (or, in "HTS (Hayat …)", in all words inside it), its first letter at the start of a word, within
 * min(n + 5, 2n) words (Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions").
 */
export function abbreviationsIn(text, words) {
    const found = [];
    words.forEach((word, i) => {
        const opened = i > 0 && text[word.start - 1] === '(' && text[word.end] === ')';
        if (!opened && !text.startsWith(' (', word.end))
            return;
        const short = text.slice(word.start, word.end);
        if (!SHORT.test(short))
            return;
        const letters = fold(short.replaceAll('.', ''));
        if (!opened) {
            const long = bracketed(text.slice(word.end + 2, word.end + 2 + LONGEST_LONG));
            if (long !== undefined && longFormOf(letters, long) === long)
                found.push({ short: word.term, long });
            return;
        }
        const first = Math.max(0, i - Math.min(letters.length + 5, letters.length * 2));
        const before = text.slice(words[first].start, word.start - 1).trimEnd();
        const long = longFormOf(letters, before);
        if (long)
            found.push({ short: word.term, long });
    });
    return found;
}
/** UTF-16 units of a long form in brackets. */
const LONGEST_LONG = 100;
/** "HTS (Hayat Tahrir al-Sham)": what stands before the bracket's end; `undefined` where it doesn't end. */
function bracketed(text) {
    const end = text.indexOf(')');
    return end < 0 ? undefined : text.slice(0, end);
}
/** Two to eight letters or digits, two capitals at least: HTS, SDF, UNHCR, IDPs. */
const SHORT = /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\p{N}.]{2,12}$/u;
function longFormOf(letters, before) {
    let at = before.length;
    for (let i = letters.length - 1; i >= 0; i--) {
        do
            at -= 1;
        while (at >= 0 && !(sameLetter(before[at], letters[i]) && (i > 0 || startsWord(before, at))));
        if (at < 0)
            return undefined;
    }
    const long = before.slice(at);
    return long.length > letters.length && !long.includes('(') ? long : undefined;
}
function sameLetter(letter, folded) {
    return fold(letter) === folded;
}
function startsWord(text, at) {
    return at === 0 || /[\s\-‐‑"“'‘]/u.test(text[at - 1]);
}
