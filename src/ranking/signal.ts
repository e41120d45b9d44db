import type { Evidence, QueryContext } from './evidence.ts';

/** What the best of the candidates reach, for values relative to it. */
export interface Peers {
  /** BM25 of the best paragraph. */
  readonly paragraph: number;
  /**
   * Of each concept, its weight in the question times how much it tells the candidates apart:
   * log(1 + n / (1 + held)), n candidates, `held` that hold it.
   */
  readonly rarities: readonly number[];
  /** By what a description says, how many candidates say so, relative to what most of them say. */
  readonly descriptions: ReadonlyMap<string, number>;
}

/**
 * One reason to believe that a sentence answers. A signal is pure and cheap (the evidence is read once for all), its
 * value lies about between 0 and 1 and is 0 where it has nothing to say.
 */
export interface Signal {
  readonly name: string;
  value(evidence: Evidence, query: QueryContext, peers: Peers): number;
}
