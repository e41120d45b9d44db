import { LENGTHS } from './lengths.ts';
import { type ByLevel, LEVELS } from './part.ts';

/** BM25+ as MiniSearch has it (Lv and Zhai 2011): its defaults, k 1.2, b .7, d .5. */
const K = 1.2;
const B = 0.7;
export const D = 0.5;
export const TOP = K + 1;

/** What a term occurring without end in an empty text would be worth, in idf. */
export const MOST = D + TOP;

/** Over the whole archive, whichever part holds what: how many there are of each level, and their lengths' sum. */
export interface Statistics {
  readonly count: ByLevel;
  readonly length: ByLevel;
}

/** Robertson and Zaragoza 2009, never negative. */
export function idfOf(count: number, holding: number): number {
  return Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
}

/**
 * `tf * TOP / (tf + norm) + D` is a term's worth, in idf; this is `norm` by the length's code. Where all lengths are 0,
 * no term asks.
 */
export function normsOf({ count, length }: Statistics): ByLevel<Float64Array> {
  const norms = () => new Float64Array(LENGTHS.length);
  const byLevel = { sentence: norms(), paragraph: norms(), article: norms() };
  for (const level of LEVELS) {
    const average = length[level] / count[level];
    const its = byLevel[level];
    for (let code = 0; code < its.length; code++) its[code] = K * (1 - B + (B * LENGTHS[code]!) / average);
  }
  return byLevel;
}
