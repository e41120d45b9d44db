import { LENGTHS } from '../postings/norms.ts';
import { type ByLevel, LEVELS } from '../postings/segment-types.ts';

/** BM25+ as MiniSearch has it (Lv and Zhai 2011): its defaults, k 1.2, b .7, d .5. */
const K = 1.2;
const B = 0.7;
const D = 0.5;
const TOP = K + 1;

/** More than any term is worth in any text, in idf. */
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

/** Frequencies whose worth is looked up; those of nearly all postings. */
const LOOKED_UP = 4;
const CODES = LENGTHS.length;

/** What a term that occurs so often in a text of such a length is worth, in idf, at one level. */
export class Worth {
  private readonly average: number;
  private readonly norms = new Float64Array(CODES);
  private readonly table = new Float64Array((LOOKED_UP + 1) * CODES);

  /** Where the average length is 0, no term asks. */
  constructor(average: number) {
    this.average = average;
    for (let code = 0; code < CODES; code++) this.norms[code] = K * (1 - B + (B * LENGTHS[code]!) / average);
    for (let i = CODES; i < this.table.length; i++)
      this.table[i] = this.reckon(Math.floor(i / CODES), i % CODES);
  }

  /** `code`: of the length. */
  of(frequency: number, code: number): number {
    return frequency <= LOOKED_UP ? this.table[frequency * CODES + code]! : this.reckon(frequency, code);
  }

  isFor(average: number): boolean {
    return this.average === average;
  }

  private reckon(frequency: number, code: number): number {
    return D + (frequency * TOP) / (frequency + this.norms[code]!);
  }
}

/** What terms are worth at each level; `known` is of another search, and used again where nothing has changed. */
export function worthOf({ count, length }: Statistics, known?: ByLevel<Worth>): ByLevel<Worth> {
  const averages = LEVELS.map((level) => length[level] / count[level]);
  if (known && LEVELS.every((level, i) => known[level].isFor(averages[i]!))) return known;
  const [sentence, paragraph, article] = averages.map((average) => new Worth(average));
  return { sentence: sentence!, paragraph: paragraph!, article: article! };
}
