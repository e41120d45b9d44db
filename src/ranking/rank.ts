import type { Ranked } from '../model/answer.ts';
import { sharesOfDescriptions } from './descriptions/shares.ts';
import type { Evidence, QueryContext } from './evidence.ts';
import type { Peers } from './signal.ts';
import { SIGNALS } from './signals.ts';
import { WEIGHTS } from './weights.ts';

/** Weight by name of the signal. */
export type Weights = Readonly<Record<string, number>>;

/** Scores candidates by a weighted sum of the signals, best first; equals keep their order. */
export function rank(
  evidence: readonly Evidence[],
  query: QueryContext,
  weights: Weights = WEIGHTS,
): Ranked[] {
  const peers = peersOf(evidence, query);
  return evidence
    .map((one) => {
      const signals = signalsOf(one, query, peers);
      return { sentence: one.sentence, hit: one.hit, signals, score: scoreOf(signals, weights) };
    })
    .sort((a, b) => byScore(a.score, b.score));
}

/** Higher ones first. Sums that were added up in another order differ in their last digits. */
export function byScore(a: number, b: number): number {
  return Math.round(b * 1e9) - Math.round(a * 1e9);
}

export function peersOf(evidence: readonly Evidence[], query: QueryContext): Peers {
  const held = (i: number) => evidence.filter(({ inSentence }) => inSentence[i]).length;
  return {
    paragraph: Math.max(1e-9, ...evidence.map(({ hit }) => hit.levels.paragraph)),
    rarities: query.weights.map((weight, i) => weight * Math.log(1 + evidence.length / (1 + held(i)))),
    descriptions: sharesOfDescriptions(evidence),
  };
}

export function signalsOf(evidence: Evidence, query: QueryContext, peers: Peers): Record<string, number> {
  const values: Record<string, number> = {};
  for (const { name, value } of SIGNALS) values[name] = value(evidence, query, peers);
  return values;
}

export function scoreOf(signals: Readonly<Record<string, number>>, weights: Weights): number {
  let score = 0;
  for (const name in signals) score += (weights[name] ?? 0) * signals[name]!;
  return score;
}
