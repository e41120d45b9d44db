import { type Asked, type Evidence, shareOf } from './evidence.ts';
import type { Ranked } from '../model.ts';

/** Evidence for and against the first of the list being an answer; each about 0 to 1. */
export interface Doubts {
  /** Softmax share of the first among the candidates. */
  readonly share: number;
  readonly coverage: number;
  readonly coverageOfParagraph: number;
  /** Share of the question's name words that its paragraph and title lack. */
  readonly namesMissing: number;
  /** Share of the question's idf that the whole archive lacks. */
  readonly unknown: number;
  readonly bare: number;
}

export function doubtsOf(
  ranked: readonly Ranked[],
  first: Evidence,
  asked: Asked,
  isKnown: (term: string) => boolean,
): Doubts {
  const names = asked.concepts.flatMap((concept, i) => (concept.name ? [i] : []));
  const missing = names.filter((i) => !first.inParagraph[i] && !first.inTitle[i]);
  const best = ranked[0]!.score;
  const sum = ranked.reduce((total, one) => total + Math.exp(one.score - best), 0);
  const known = asked.concepts.map((concept) => concept.ways.some((way) => way.every(isKnown)));
  return {
    share: 1 / sum,
    coverage: shareOf(asked, first.inSentence),
    coverageOfParagraph: shareOf(asked, first.inParagraph, first.inTitle),
    namesMissing: names.length === 0 ? 0 : missing.length / names.length,
    unknown: 1 - shareOf(asked, known),
    bare: asked.question.bare ? 1 : 0,
  };
}

/** Fitted by logistic regression. */
export const DOUBT_WEIGHTS: Readonly<Record<keyof Doubts, number>> = {
  share: 2,
  coverage: 2,
  coverageOfParagraph: 2,
  namesMissing: -2,
  unknown: -2,
  bare: 2,
};
const INTERCEPT = -2.5;

/** Probability, 0 to 1, that the first of the list answers. */
export function confidenceOf(doubts: Doubts): number {
  const names = Object.keys(DOUBT_WEIGHTS) as (keyof Doubts)[];
  const logit = names.reduce((sum, name) => sum + DOUBT_WEIGHTS[name] * doubts[name], INTERCEPT);
  return 1 / (1 + Math.exp(-logit));
}
