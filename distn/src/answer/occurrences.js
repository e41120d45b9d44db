import { wordsOf } from '../text/tokens/words.js';
/** The rarest words say what is missing; more of them are hard to read. */
const MOST = 4;
/** How often the names and words of a question occur, the rarest of them, and how often together in one sentence. */
export function occurrencesOf(query, holding) {
    const held = groupsOf(query)
        .sort((a, b) => b.weight - a.weight)
        .slice(0, MOST)
        .map(({ word, concepts }) => ({ word, numbers: inAll(concepts.map((one) => holders(one, holding))) }))
        .sort((a, b) => a.numbers.length - b.numbers.length);
    return {
        words: held.map(({ word, numbers }) => ({ word, sentences: numbers.length })),
        together: inAll(held.map(({ numbers }) => numbers)).length,
    };
}
/** Names whole, other words one by one; each once. */
function groupsOf({ question: { text, names }, concepts, weights }) {
    const groups = new Map();
    const grouped = new Set();
    const group = (word, words) => {
        const inside = concepts.filter((one) => words.has(one.typed) && !grouped.has(one));
        for (const one of inside)
            grouped.add(one);
        const weight = Math.max(...inside.map((one) => weights[concepts.indexOf(one)]));
        if (inside.length > 0)
            groups.set(word, { word, concepts: inside, weight });
    };
    for (const { typed } of names)
        group(typed, new Set(wordsOf(typed).map(({ folded }) => folded)));
    for (const { start, end, folded } of wordsOf(text))
        group(text.slice(start, end), new Set([folded]));
    return [...groups.values()];
}
/** The sentences that hold a concept, ascending: where all terms of one of its alternatives are. */
export function holders({ alternatives }, holding) {
    return alternatives.map((terms) => inAll(terms.map(holding))).reduce(inEither, new Uint32Array());
}
/** The numbers that all of some ascending lists hold. */
export function inAll(lists) {
    const [first = new Uint32Array(), ...others] = [...lists].sort((a, b) => a.length - b.length);
    return others.reduce(inBoth, first);
}
/** Of two ascending lists what both hold; the first is the shorter one. */
function inBoth(a, b) {
    let at = 0;
    return a.filter((number) => {
        while (at < b.length && b[at] < number)
            at += 1;
        return b[at] === number;
    });
}
/** Of two ascending lists what either holds, once. */
function inEither(a, b) {
    if (a.length === 0 || b.length === 0)
        return a.length === 0 ? b : a;
    const both = new Uint32Array(a.length + b.length);
    both.set(a);
    both.set(b, a.length);
    return both.sort().filter((number, i, sorted) => number !== sorted[i - 1]);
}
