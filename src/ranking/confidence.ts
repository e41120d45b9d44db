import type { Ranked } from '../model.ts';
import { type Asked, asksOfNames, type Evidence, shareOf } from './evidence.ts';

/** Evidence for and against the first of the list being an answer, each from 0 to 1. */
export interface Grounds {
  /** The ranker's softmax share of the first among the candidates: how clearly it stands out. */
  readonly share: number;
  /** Share of the question's idf that the first holds. */
  readonly coverage: number;
  /** Share of the question's name words that its paragraph and title lack. */
  readonly namesMissing: number;
  /** Share of the question's idf that the whole archive lacks. */
  readonly unknown: number;
}

/** Probability, 0 to 1, that the first of the list answers. */
export function confidenceOf(grounds: Grounds): number {
  const names = Object.keys(WEIGHTS) as (keyof Grounds)[];
  const logit = names.reduce((sum, name) => sum + WEIGHTS[name] * grounds[name], INTERCEPT);
  return 1 / (1 + Math.exp(-logit));
}

/**
 * Logistic regression on 5,628 questions of both eval sets asked of their own archive and 4,222 asked of another
 * (each other's, and fa-kes). Of the answers that it gives .1-.2, .2-.3 … .8-.9, the first is right in .16, .29, .41,
 * .42, .51, .59, .76, .83; of those under .1 in .03.
 */
const WEIGHTS: Readonly<Record<keyof Grounds, number>> = {
  share: 4.28,
  coverage: 1.01,
  namesMissing: -1.67,
  unknown: -3.34,
};
const INTERCEPT = -3.74;

export function groundsOf(
  ranked: readonly Ranked[],
  evidence: ReadonlyMap<number, Evidence>,
  asked: Asked,
  isKnown: (term: string) => boolean,
): Grounds {
  const first = evidence.get(ranked[0]!.sentence.number)!;
  const names = asked.concepts.flatMap((concept, i) => (concept.name ? [i] : []));
  const missing = names.filter((i) => !first.inParagraph[i] && !first.inTitle[i]);
  const known = asked.concepts.map((concept) => concept.ways.some((way) => way.every(isKnown)));
  const coverage = shareOf(asked, first.inSentence);
  return {
    share: asksOfNames(asked.question)
      ? shareOfHolders(ranked, evidence, asked)
      : chance(ranked, (one) => one === ranked[0]),
    coverage,
    namesMissing: names.length === 0 ? 0 : missing.length / names.length,
    unknown: 1 - shareOf(asked, known),
  };
}

/**
 * Names alone are answered by every sentence that holds them: these don't compete. One that holds only a part
 * ("Emmanuel Johnson" for "Emmanuel Macron") speaks of another.
 */
function shareOfHolders(
  ranked: readonly Ranked[],
  evidence: ReadonlyMap<number, Evidence>,
  asked: Asked,
): number {
  const held = (one: Ranked) => shareOf(asked, evidence.get(one.sentence.number)!.inSentence);
  const most = held(ranked[0]!);
  return most * chance(ranked, (one) => held(one) >= most);
}

/** Softmax share of some of the candidates. */
export function chance(ranked: readonly Ranked[], counts: (one: Ranked) => boolean): number {
  const best = ranked[0]!.score;
  const mass = (list: readonly Ranked[]) => list.reduce((sum, one) => sum + Math.exp(one.score - best), 0);
  return mass(ranked.filter(counts)) / mass(ranked);
}
