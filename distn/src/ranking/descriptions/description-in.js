import { mentionsOf } from './mentions.js';
import { whatSaid } from './what.js';
import { whereSaid } from './where.js';
import { whoSaid } from './who.js';
/** The plainest description of the name in a sentence. `positions`: indices of words by concept; `weights`: theirs, together 1. */
export function descriptionIn(analysis, positions, weights, expects) {
    const finders = FINDERS[expects];
    const { length } = analysis.words;
    if (!finders || length > LONGEST || analysis.furniture === 'whole')
        return undefined;
    let best;
    for (const mention of mentionsOf(analysis, positions, weights)) {
        for (const find of finders) {
            const found = find(analysis, mention);
            if (!found)
                continue;
            const value = found.value * mention.share * (1 - LENGTH_COSTS * Math.min(1, length / LONGEST));
            if (value > (best?.value ?? 0))
                best = { key: found.key, value };
        }
    }
    return best;
}
/** In words: no sentence that explains a name is so long. */
const LONGEST = 60;
/** What the longest sentence loses against a short one. */
const LENGTH_COSTS = 0.25;
const FINDERS = {
    person: [whoSaid, whatSaid],
    thing: [whoSaid, whatSaid],
    place: [whereSaid],
};
