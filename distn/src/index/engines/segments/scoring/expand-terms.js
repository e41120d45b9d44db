import { editsOf, SHORTEST_PREFIX } from '../../fuzziness.js';
import { addTo } from '../postings/merge.js';
/**
 * The terms to score, in an order that does not depend on the segments. A query term that no sentence holds is expanded to
 * close terms and to longer ones that begin with it; one that a sentence holds matches itself only: free, and better (MRR
 * .727 against .724).
 */
export function expandTerms(terms, segments) {
    return terms.flatMap((term, source) => {
        const found = segments.map(({ view }) => view.find(term));
        const exact = { source, weight: 1, frequency: frequencyOf(found, segments), found };
        const known = exact.frequency.article > 0 ? [exact] : [];
        if (exact.frequency.sentence > 0)
            return known;
        return [...known, ...expansionsOf(term, source, segments)];
    });
}
/** MiniSearch's weights of close and of longer terms, and how they fall with the distance. */
const FUZZY_WEIGHT = 0.45;
const PREFIX_WEIGHT = 0.375;
const PREFIX_FALL = 0.3;
function expansionsOf(term, source, segments) {
    const expansions = new Map();
    const add = (info, segment, weight) => {
        let expansion = expansions.get(info.term);
        if (!expansion) {
            expansion = { weight, found: segments.map(() => undefined) };
            expansions.set(info.term, expansion);
        }
        expansion.found[segment] = info;
    };
    const edits = editsOf(term);
    segments.forEach(({ view }, segment) => {
        // What begins with the term is longer, not close.
        if (term.length >= SHORTEST_PREFIX) {
            for (const info of view.withPrefix(term)) {
                const { length } = info.term;
                const more = length - term.length;
                if (more > 0)
                    add(info, segment, (PREFIX_WEIGHT * length) / (length + PREFIX_FALL * more));
            }
        }
        if (edits === 0)
            return;
        for (const { info, edits: distance } of view.near(term, edits)) {
            const { length } = info.term;
            const longer = term.length >= SHORTEST_PREFIX && info.term.startsWith(term);
            if (distance > 0 && !longer)
                add(info, segment, (FUZZY_WEIGHT * length) / (length + distance));
        }
    });
    return [...expansions]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { weight, found }]) => ({ source, weight, frequency: frequencyOf(found, segments), found }))
        .filter(({ frequency }) => frequency.article > 0);
}
function frequencyOf(found, segments) {
    const sum = { sentence: 0, paragraph: 0, article: 0 };
    found.forEach((info, segment) => {
        if (info)
            addTo(sum, segments[segment].frequencyOf(info));
    });
    return sum;
}
