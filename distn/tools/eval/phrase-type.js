import { isPlural, kindOfNoun } from '../../src/text/names/kinds-of-nouns.js';
import { nameRuns } from '../../src/text/names/names.js';
const PRONOUNS = new Map([
    ...'i me my he him his she her who'.split(' ').map((word) => [word, 'person']),
    ...'we us our they them their'.split(' ').map((word) => [word, 'organisation']),
    ...'here there'.split(' ').map((word) => [word, 'place']),
]);
/**
 * The type of what a phrase of a text stands for: the type of the name that is its head ("President Hollande"), or what its head
 * noun says ("the foreign minister of France"). Several people are taken for an organisation. `words` are those of a
 * whole sentence or more, spans as in `text`.
 */
export function phraseType(words, phrase, text, nameTypes) {
    const within = words.filter(({ start, end }) => start < phrase.end && end > phrase.start);
    // What the first word is bound to stands outside.
    const inside = within.map((word, i) => (i === 0 ? { ...word, bound: false } : word));
    if (inside.length === 1 && PRONOUNS.has(inside[0].folded))
        return PRONOUNS.get(inside[0].folded);
    const runs = nameRuns(inside, text);
    const end = endOfHead(inside, runs, text);
    const typeIn = (from, to) => typeWithin(inside, from, to, { runs, text, nameTypes });
    const head = typeIn(0, end);
    if (head && head !== 'other')
        return head;
    return typeIn(end, inside.length) ?? head ?? 'other';
}
/** Where the first noun phrase ends: at a comma, or a function word outside a name. */
function endOfHead(words, runs, text) {
    const inRun = (i) => runs.some(({ first, last }) => first < i && i < last);
    const begun = words.findIndex((word) => !word.stop);
    const end = words.findIndex((word, i) => i > begun && begun >= 0 && !inRun(i) && (word.stop || !isNear(words, i, text)));
    return end < 0 ? words.length : end;
}
function isNear(words, i, text) {
    return /^(?:\s+|[-‐‑/]|['’]s |\. )$/u.test(text.slice(words[i - 1].end, words[i].start));
}
/** The type of the last name or known noun among some words. */
function typeWithin(words, from, to, { runs, text, nameTypes }) {
    for (let i = to - 1; i >= from; i--) {
        const word = words[i];
        const run = runs.find(({ first, last }) => first <= i && i < last);
        const noun = kindOfNoun(word.folded);
        const several = noun === 'person' && isPlural(word.folded);
        if (several)
            return 'organisation';
        if (!run && noun)
            return noun;
        const type = run && nameTypes.typeOf(words.slice(run.first, run.last), text);
        if (type && type !== 'other')
            return type;
        if (run && noun)
            return noun;
        if (run && type)
            return type;
    }
    return undefined;
}
