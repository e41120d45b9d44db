import { shareOf } from '../ranking/evidence.js';
/** A sentence speaks of a message where it holds half of it, or as many of its ideas as this, a name among them. */
const HALF = 0.5;
const IDEAS = 3;
/** Of what was found for a message's words, the sentences that speak of what it says. */
export function speakingOf({ ranked, evidence, query }) {
    return ranked.filter((one) => {
        const { inSentence } = evidence.get(one.sentence.number);
        const held = query.concepts.filter((_, i) => inSentence[i]);
        const named = held.some(({ name }) => name) || !query.concepts.some(({ name }) => name);
        return shareOf(query, inSentence) >= HALF || (held.length >= IDEAS && named);
    });
}
