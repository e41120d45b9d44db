import { dateSpans } from '../dates/dates.js';
import { ARTICLES } from '../tokens/stop-words.js';
/** Lower-case words that stand inside names: Ministry of Defence, Ludwig van Beethoven, Osama bin Laden. */
export const PARTICLES = new Set('of de del della di da do dos du la le van von der den bin ibn bint abu'.split(' '));
/** Capitalised by rule, and the name of nothing by themselves. */
const NEVER_FIRST = new Set(`monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december mr mrs ms dr prof sir according im ive id ill`.split(/\s+/));
const GAP_IN_NAME = /^(?: |\. |[-‐‑/]|\r?\n)$/;
/**
 * Finds runs of capitalised words, except dates. `text` is what the words' spans refer to. The first word of a sentence
 * opens a run unless it is a function word: the votes of the whole archive decide whether it is a name.
 */
export function nameRuns(words, text) {
    const runs = [];
    for (let i = 0; i < words.length; i++) {
        if (!opensName(words[i]))
            continue;
        const last = endOfRun(words, i, text);
        const first = words[i].bound && ARTICLES.has(words[i - 1].folded) ? i - 1 : i;
        runs.push({ first, last, start: words[first].start, end: words[last - 1].end });
        i = last - 1;
    }
    const dates = runs.length > 0 ? dateSpans(text) : [];
    return runs.filter((run) => !dates.some((date) => date.start <= run.start && run.end <= date.end));
}
function endOfRun(words, first, text) {
    let last = first + 1;
    while (last < words.length && inOneRun(words, last, text)) {
        const word = words[last];
        const next = words[last + 1];
        if (opensName(word) || isNumberInName(word) || isMay(word, next))
            last += 1;
        else if (next && opensName(next) && inOneRun(words, last + 1, text) && isInnerWord(word, next))
            last += 2;
        else
            break;
    }
    return last;
}
function opensName(word) {
    return word.capital && !word.stop && !NEVER_FIRST.has(word.folded);
}
function isInnerWord(word, next) {
    return PARTICLES.has(word.folded) || (next.bound && ARTICLES.has(word.folded));
}
/** "Theresa May", which is no "Homs May 3". */
function isMay({ folded, capital, stop }, next) {
    return folded === 'may' && capital && !stop && !/^\d/.test(next?.folded ?? '');
}
/** "Boeing 747", "Apollo 11"; a longer number is a year or a count. */
function isNumberInName(word) {
    return /^\d{1,3}$/.test(word.folded);
}
function inOneRun(words, i, text) {
    return GAP_IN_NAME.test(text.slice(words[i - 1].end, words[i].start));
}
