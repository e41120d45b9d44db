import type { Ranked } from '../model.ts';
import type { Asked, Evidence } from './evidence.ts';
import { SIGNALS } from './signals.ts';
import { WEIGHTS } from './weights.ts';

/** Scores candidates by a weighted sum of the signals, best first; equals keep the engine's order. */
export function rank(evidence: readonly Evidence[], asked: Asked): Ranked[] {
  return evidence
    .map((one) => {
      const signals = signalsOf(one, asked);
      return { sentence: one.sentence, hit: one.hit, signals, score: scoreOf(signals) };
    })
    .sort((a, b) => b.score - a.score);
}

export function signalsOf(evidence: Evidence, asked: Asked): Record<string, number> {
  return Object.fromEntries(SIGNALS.map((signal) => [signal.name, signal.value(evidence, asked)]));
}

export function scoreOf(signals: Readonly<Record<string, number>>): number {
  return Object.entries(signals).reduce((sum, [name, value]) => sum + (WEIGHTS[name] ?? 0) * value, 0);
}
