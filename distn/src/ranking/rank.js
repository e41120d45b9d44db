import { sharesOfDescriptions } from './descriptions/shares.js';
import { SIGNALS } from './signals.js';
import { WEIGHTS } from './weights.js';
/** Scores candidates by a weighted sum of the signals, best first; equals keep their order. */
export function rank(evidence, query, weights = WEIGHTS) {
    const peers = peersOf(evidence, query);
    return evidence
        .map((one) => {
        const signals = signalsOf(one, query, peers);
        return { sentence: one.sentence, hit: one.hit, signals, score: scoreOf(signals, weights) };
    })
        .sort((a, b) => byScore(a.score, b.score));
}
/** Higher ones first. Sums that were added up in another order differ in their last digits. */
export function byScore(a, b) {
    return Math.round(b * 1e9) - Math.round(a * 1e9);
}
export function peersOf(evidence, query) {
    const held = (i) => evidence.filter(({ inSentence }) => inSentence[i]).length;
    return {
        paragraph: Math.max(1e-9, ...evidence.map(({ hit }) => hit.levels.paragraph)),
        rarities: query.weights.map((weight, i) => weight * Math.log(1 + evidence.length / (1 + held(i)))),
        descriptions: sharesOfDescriptions(evidence),
    };
}
export function signalsOf(evidence, query, peers) {
    const values = {};
    for (const { name, value } of SIGNALS)
        values[name] = value(evidence, query, peers);
    return values;
}
export function scoreOf(signals, weights) {
    let score = 0;
    for (const name in signals)
        score += (weights[name] ?? 0) * signals[name];
    return score;
}
