import type { Ranked } from '../model/answer.ts';
import type { Evidence, QueryContext } from '../ranking/evidence.ts';
import type { Elsewhere } from './copies.ts';

/** A question with all that was found for it: ranked best first, evidence by sentence number. */
export interface RankedResult {
  readonly query: QueryContext;
  readonly ranked: readonly Ranked[];
  readonly evidence: ReadonlyMap<number, Evidence>;
  readonly elsewhere: Elsewhere;
}
