import { wordsOf } from '../text/tokens/words.js';
import demonyms from './demonyms.json' with { type: 'json' };
/**
 * What all English news write in more than one way: states and unions with their initials, and words that are written in two. Each
 * line is one thing.
 */
const SAME = [
    ['United States', 'U.S.', 'USA', 'America'],
    ['United Kingdom', 'UK', 'Britain', 'Great Britain'],
    ['United Nations', 'UN'],
    ['European Union', 'EU'],
    ['percent', 'per cent'],
];
/** Terms of each way to write a thing, by the terms of another. */
let known;
function termsOf(name) {
    return wordsOf(name).flatMap(({ term, stop }) => (stop ? [] : [term]));
}
/** A country, with what is of it: Switzerland and Swiss. */
function read() {
    const ways = new Map();
    const add = (from, to) => {
        const key = from.join(' ');
        if (key !== to.join(' '))
            ways.set(key, [...(ways.get(key) ?? []), to]);
    };
    const groups = SAME.map((group) => group.map(termsOf));
    for (const group of groups)
        for (const from of group)
            for (const to of group)
                add(from, to);
    for (const [adjective, country] of Object.entries(demonyms.countries)) {
        const own = termsOf(adjective);
        const its = termsOf(country);
        const all = groups.find((group) => group.some((terms) => terms.join(' ') === its.join(' '))) ?? [its];
        for (const terms of all) {
            add(own, terms);
            add(terms, own);
        }
    }
    return ways;
}
/**
 * The other ways to write what word `i`, or a name of two words that it is a part of, stands for: each a run of terms. Empty where
 * there are none. English only.
 */
export function equivalentsOf(words, i) {
    known ??= read();
    const pairs = [words.slice(i - 1, i + 1), words.slice(i, i + 2)].filter(({ length }) => length === 2);
    const runs = [...pairs.map((pair) => pair.map(({ term }) => term).join(' ')), words[i].term];
    return runs.flatMap((run) => known.get(run) ?? []);
}
