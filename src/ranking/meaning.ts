import type { PassageScores } from '../encoder/encoder.ts';
import type { Ranked } from '../model/answer.ts';
import { byScore, scoreOf, type Weights } from './rank.ts';
import { WEIGHTS } from './weights.ts';

/**
 * The signals of models, beside those of words: what a cross-encoder says; the same times the wording that the sentence shares with
 * the question, since what stands there just so needs no other to say it; and how near a bi-encoder's vectors are.
 */
export const MEANING_SIGNALS = ['cross-encoder', 'cross-encoder-of-wording', 'bi-encoder'] as const;

/**
 * Candidates in the order of words and meaning. Of the first ones the scores are given. A candidate beyond them takes the least of
 * those: it stays behind. One that no model is made for, a sentence in another language, takes the mean: it is left where it is.
 */
export function reordered(
  ranked: readonly Ranked[],
  scores: readonly PassageScores[],
  weights: Weights = WEIGHTS,
): Ranked[] {
  const logits = filled(
    ranked.length,
    scores.map(({ logit }) => logit),
  );
  const cosines = filled(
    ranked.length,
    scores.map(({ cosine }) => cosine),
  );
  return ranked
    .map((one, i) => {
      const logit = (logits[i] ?? 0) / LOGITS;
      const said = {
        ...(logits.length > 0 && {
          'cross-encoder': logit,
          'cross-encoder-of-wording': logit * (one.signals.wording ?? 0),
        }),
        ...(cosines.length > 0 && { 'bi-encoder': cosines[i]! }),
      };
      return {
        ...one,
        signals: { ...one.signals, ...said },
        byWords: one.score,
        score: one.score + scoreOf(said, weights),
      };
    })
    .sort((a, b) => byScore(a.score, b.score));
}

/** Our own model says between -11 and 9: signals lie about between 0 and 1. */
export const LOGITS = 10;

function filled(length: number, values: readonly (number | undefined)[]): number[] {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return [];
  const least = Math.min(...known);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return Array.from({ length }, (_, i) => (i < values.length ? (values[i] ?? mean) : least));
}
