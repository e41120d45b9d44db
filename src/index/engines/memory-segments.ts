import type { ChangingEngine } from './engine.ts';
import { HeldPart } from './segments/postings/segment-reader.ts';
import { LivePart } from './segments/postings/segment-writer.ts';
import { Scratch } from './segments/scoring/accumulators.ts';
import { holdingInParts, searchParts } from './segments/scoring/search-segments.ts';

/** An engine in memory that scores as the segment files of `kept-segments.ts` do: docs/search.md. */
export function segmentEngine(): ChangingEngine {
  const live = new LivePart();
  const held = new HeldPart(live);
  const scratch = new Scratch();
  return {
    add(document) {
      live.add(document);
      held.grew();
    },
    search: (terms, limit, accepts) => searchParts([held], terms, limit, accepts, scratch),
    holding: (term, accepts) => holdingInParts([held], term, accepts),
    has: (document) => held.articleOf(document) !== undefined,
    remove: (document) => held.remove(document),
  };
}
