import { isPlural, kindOfNoun } from '../../text/names/kinds-of-nouns.js';
import { TITLES } from '../../text/names/name-shapes.js';
/**
 * What stands for the concepts of a question (`positions`: indices of words by concept), put together where it stands in one
 * name, or side by side.
 */
export function mentionsOf(analysis, positions, weights) {
    const all = [...new Set(positions.flat())].sort((a, b) => a - b);
    const groups = [];
    for (const at of all) {
        const run = analysis.runs.find(({ first, last }) => first <= at && at < last);
        const known = groups.at(-1);
        const beside = known && (run ? known.run === run : at - known.at.at(-1) <= FARTHEST);
        if (beside)
            known.at.push(at);
        else
            groups.push({ at: [at], run });
    }
    return groups.map(({ at, run }) => {
        const share = weights.reduce((sum, weight, i) => sum + (positions[i].some((place) => at.includes(place)) ? weight : 0), 0);
        const first = at.length > 1 ? (at.find((place) => !isTitle(analysis.words[place])) ?? at[0]) : at[0];
        const last = at.at(-1) + 1;
        return { first, last, from: run?.first ?? first, to: run?.last ?? last, share: Math.min(1, share) };
    });
}
/** In words: "barrel bombs", "army of Islam". */
const FARTHEST = 2;
/** "President", "Gen.": what somebody is, before a name. */
export function isTitle({ folded }) {
    return (kindOfNoun(folded) === 'person' && !isPlural(folded)) || TITLES.has(folded);
}
