import type { PassageScores } from '../encoder/encoder.ts';
import type { Ranked } from '../model/answer.ts';
import { byScore, scoreOf, type Weights } from './rank.ts';
import { WEIGHTS } from './weights.ts';

/**
 * The signals of models, beside those of words. `cross-encoder`: what one says of question and sentence, read together; a short
 * question says less of what is meant. `cross-encoder-of-wording`: the same times the most of the question's wording that a
 * candidate shares; where one has it just so, no other needs to be read for it. `bi-encoder`: how near the vectors are.
 */
export const MEANING_SIGNALS = ['cross-encoder', 'cross-encoder-of-wording', 'bi-encoder'] as const;

/**
 * Candidates in the order of words and meaning. Of the first ones the scores are given. A candidate beyond them takes the least of
 * those: it stays behind. One that no model is made for, a sentence in another language, takes the mean: it is left where it is.
 * `words`: of the question.
 */
export function reordered(
  ranked: readonly Ranked[],
  scores: readonly PassageScores[],
  words: number,
  weights: Weights = WEIGHTS,
): Ranked[] {
  const { length } = ranked;
  const logits = filled(
    length,
    scores.map(({ logit }) => logit),
  );
  const cosines = filled(
    length,
    scores.map(({ cosine }) => cosine),
  );
  const said = Math.min(1, words / LONG_QUESTION);
  const worded = Math.max(0, ...ranked.slice(0, scores.length).map(({ signals }) => signals.wording ?? 0));
  const distances = standardised(cosines.slice(0, scores.length));
  return ranked
    .map((one, i) => {
      const signals = {
        ...(logits.length > 0 && {
          'cross-encoder': (said * logits[i]!) / MOST_LOGIT,
          'cross-encoder-of-wording': (worded * logits[i]!) / MOST_LOGIT,
        }),
        ...(cosines.length > 0 && { 'bi-encoder': distances(cosines[i]!) }),
      };
      return {
        ...one,
        signals: { ...one.signals, ...signals },
        ...(logits.length > 0 && { logit: logits[i]! }),
        byWords: one.score,
        score: one.score + scoreOf(signals, weights),
      };
    })
    .sort((a, b) => byScore(a.score, b.score));
}

/** Our own model says between -11 and 9: signals lie about between 0 and 1. */
const MOST_LOGIT = 10;
/** Half of squad-a's questions are as long, and hardly one of qamr's, whose "What happens?" many sentences answer. */
const LONG_QUESTION = 10;

function filled(length: number, values: readonly (number | undefined)[]): number[] {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return [];
  const least = Math.min(...known);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return Array.from({ length }, (_, i) => (i < values.length ? (values[i] ?? mean) : least));
}

/**
 * How many standard deviations a value lies above the mean of these: the cosines of one model lie between .7 and .9 (e5), those of
 * another between 0 and .8.
 */
function standardised(values: readonly number[]): (value: number) => number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  const deviation = Math.sqrt(variance);
  return (value) => (deviation < 1e-6 ? 0 : (value - mean) / deviation);
}
