import { stem, wordsOf } from '../../src/text/tokens/words.js';
import { randomOf } from './random.js';
const QUESTIONS = 400;
const TYPOS = 100;
const PREFIXES = 60;
/** Draws the questions from those given, or from the words of random sentences where none are. */
export function workloadOf(grown, given, seed) {
    const random = randomOf(seed);
    const any = (list) => list[Math.floor(random() * list.length)];
    const questions = Array.from({ length: QUESTIONS }, () => contentOf(given.length > 0 ? any(given) : madeUp(grown, any, random)));
    const stems = new Set(grown.words.map(stem));
    const long = grown.words.filter((word) => /^[a-z]{7,14}$/.test(word));
    const typos = tried(TYPOS, () => {
        const meant = any(long);
        const typed = meant && misspelt(meant, random);
        return typed && !stems.has(stem(typed)) ? { typed, meant } : undefined;
    });
    // The beginnings of common words are common.
    const prefixes = tried(PREFIXES, () => {
        const [word] = madeUp(grown, any, random).match(/[a-z]{5,}/) ?? [];
        const beginning = word?.slice(0, 3);
        return beginning && !stems.has(beginning) ? beginning : undefined;
    });
    return { questions, typos, prefixes };
}
/** As many as are wanted, or fewer where fifty times as many tries don't make them. */
function tried(wanted, make) {
    const made = [];
    for (let tries = 0; made.length < wanted && tries < wanted * 50; tries++) {
        const one = make();
        if (one)
            made.push(one);
    }
    return made;
}
/**
 * A question without its function words, for all contenders: an index that holds these would look through half the
 * archive for "the" (511 ms instead of 5 at 100,000 sentences).
 */
export function contentOf(question) {
    return wordsOf(question)
        .filter(({ stop }) => !stop)
        .map(({ start, end }) => question.slice(start, end))
        .join(' ');
}
/** Three to six words of one sentence, in their order. */
function madeUp({ documents }, any, random) {
    const { article, sentences } = any(documents);
    if (sentences.length === 0)
        return '';
    const { start, end } = any(sentences);
    const words = article.text.slice(start, end).split(/\s+/);
    const first = Math.floor(random() * Math.max(1, words.length - 6));
    return words.slice(first, first + 3 + Math.floor(random() * 4)).join(' ');
}
/** A word with one letter replaced, dropped or doubled; not the first, which misspellings seldom touch (Damerau 1964). */
function misspelt(word, random) {
    const at = 1 + Math.floor(random() * (word.length - 1));
    const kind = Math.floor(random() * 3);
    const put = kind === 0 ? 'aeioulrst'[Math.floor(random() * 9)] : kind === 1 ? '' : word[at] + word[at];
    return word.slice(0, at) + put + word.slice(at + 1);
}
