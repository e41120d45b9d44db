import type { Ranked } from '../model/model.ts';
import type { Evidence, QueryContext } from '../ranking/evidence.ts';
import type { Elsewhere } from './copies.ts';
import type { Holding } from './occurrences.ts';

/** A question with all that was found for it: ranked best first, evidence by sentence number. */
export interface RankedResult {
  readonly query: QueryContext;
  readonly ranked: readonly Ranked[];
  readonly evidence: ReadonlyMap<number, Evidence>;
  /** Of what was searched. */
  readonly holding: Holding;
  readonly elsewhere: Elsewhere;
}
