import { editsOf, SHORTEST_PREFIX } from '../../fuzziness.ts';
import { addTo } from '../postings/merge.ts';
import type { HeldPart } from '../postings/segment-reader.ts';
import type { ByLevel, PartTerm } from '../postings/segment-types.ts';

/** A term to score: one that was asked for, or that stands in for it. */
export interface AskedTerm {
  /** Which of the asked terms it stands for. */
  readonly source: number;
  readonly weight: number;
  /** How many hold it, over all parts. */
  readonly frequency: ByLevel;
  /** Where it is, by part. */
  readonly found: readonly (PartTerm | undefined)[];
}

/**
 * The terms to score, in an order that does not depend on the parts. A term that no sentence holds stands for close and
 * longer ones: free, and better (MRR .727 against .724).
 */
export function askedTerms(terms: readonly string[], parts: readonly HeldPart[]): AskedTerm[] {
  return terms.flatMap((term, source) => {
    const found = parts.map(({ part }) => part.find(term));
    const exact = { source, weight: 1, frequency: frequencyOf(found, parts), found };
    const asked = exact.frequency.article > 0 ? [exact] : [];
    if (exact.frequency.sentence > 0) return asked;
    return [...asked, ...standIns(term, source, parts)];
  });
}

/** MiniSearch's weights of what is close and longer, and how they fall with the distance. */
const FUZZY_WEIGHT = 0.45;
const PREFIX_WEIGHT = 0.375;
const PREFIX_FALL = 0.3;

interface StandIn {
  readonly weight: number;
  readonly found: (PartTerm | undefined)[];
}

function standIns(term: string, source: number, parts: readonly HeldPart[]): AskedTerm[] {
  const standIns = new Map<string, StandIn>();
  const add = (found: PartTerm, place: number, weight: number) => {
    let standIn = standIns.get(found.term);
    if (!standIn) {
      standIn = { weight, found: parts.map(() => undefined) };
      standIns.set(found.term, standIn);
    }
    standIn.found[place] = found;
  };
  const edits = editsOf(term);
  parts.forEach(({ part }, place) => {
    // What begins with it is longer, not close.
    if (term.length >= SHORTEST_PREFIX) {
      for (const found of part.beginningWith(term)) {
        const more = found.term.length - term.length;
        const { length } = found.term;
        if (more > 0) add(found, place, (PREFIX_WEIGHT * length) / (length + PREFIX_FALL * more));
      }
    }
    if (edits === 0) return;
    for (const near of part.near(term, edits)) {
      const { length } = near.found.term;
      const longer = term.length >= SHORTEST_PREFIX && near.found.term.startsWith(term);
      if (near.edits > 0 && !longer) add(near.found, place, (FUZZY_WEIGHT * length) / (length + near.edits));
    }
  });
  return [...standIns]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { weight, found }]) => ({ source, weight, frequency: frequencyOf(found, parts), found }))
    .filter(({ frequency }) => frequency.article > 0);
}

function frequencyOf(found: readonly (PartTerm | undefined)[], parts: readonly HeldPart[]): ByLevel {
  const sum = { sentence: 0, paragraph: 0, article: 0 };
  found.forEach((one, place) => {
    if (one) addTo(sum, parts[place]!.frequencyOf(one));
  });
  return sum;
}
