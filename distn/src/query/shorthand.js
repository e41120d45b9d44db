import { APOSTROPHES } from '../text/tokens/fold.js';
import { stem } from '../text/tokens/words.js';
/** Question words with a verb written onto them, as people type them without an apostrophe. */
const CONTRACTED = new Map([
    ...['who', 'what', 'where', 'when', 'why', 'how'].flatMap((word) => [
        [`${word}s`, [word, 'is']],
        [`${word}d`, [word, 'did']],
    ]),
    ['whatre', ['what', 'are']],
    ['whatve', ['what', 'have']],
]);
/** What chats write for other words. Where it is capitalised it may be a name: "R", "U". */
const ABBREVIATED = new Map(Object.entries({
    ppl: 'people',
    u: 'you',
    r: 'are',
    abt: 'about',
    govt: 'government',
    wat: 'what',
    wut: 'what',
    wht: 'what',
    pls: 'please',
    plz: 'please',
    thx: 'thanks',
}));
const FUNCTION_WORD = new Set(['you', 'are', 'about', 'what', 'did', 'is', 'will']);
const POSSESSIVE = new RegExp(`^[${APOSTROPHES}]s\\b`, 'iu');
/**
 * The words of an English question with its contractions written out ("whats", "who's": two words each, the second of
 * them the verb) and its abbreviations as the words that they stand for. Spans stay those of what was typed.
 */
export function writtenOut(words, text) {
    return words.flatMap((word, i) => {
        const whole = CONTRACTED.get(word.folded);
        if (whole && !nameLike(word, words)) {
            const middle = Math.min(word.end, word.start + whole[0].length);
            return [
                functionWord(word, whole[0], word.start, middle),
                functionWord(word, whole[1], middle, word.end),
            ];
        }
        if (word.stop && CONTRACTED.has(`${word.folded}s`) && POSSESSIVE.test(text.slice(word.end))) {
            return [word, functionWord(word, 'is', word.end, word.end + 2)];
        }
        const joined = word.bound || words[i + 1]?.bound;
        const meant = word.capital || joined ? undefined : ABBREVIATED.get(word.folded);
        if (meant === undefined)
            return [word];
        return [{ ...word, folded: meant, term: stem(meant), stop: FUNCTION_WORD.has(meant) }];
    });
}
/** "Ann Hows" is a name; what opens a question is none. */
function nameLike(word, words) {
    return word.capital && word !== words[0];
}
function functionWord(like, folded, start, end) {
    return { ...like, start, end, folded, term: folded, stop: true, capital: false, bound: false };
}
