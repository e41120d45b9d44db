import { LENGTHS } from './lengths.ts';
import { addTo, frequencyIn, type Merged } from './merge.ts';
import { type ByLevel, LEVELS, type Part, type PartTerm } from './part.ts';
import { PostingsReader } from './postings.ts';

/** A part with its tombstones: what it counts is what is left. */
export class HeldPart implements Merged {
  readonly part: Part;
  readonly removed = new Set<number>();
  private readonly counted = { sentence: 0, paragraph: 0, article: 0 };
  private readonly summed = { sentence: 0, paragraph: 0, article: 0 };
  private seen: ByLevel = { sentence: 0, paragraph: 0, article: 0 };
  private readonly frequencies = new Map<string, ByLevel>();

  constructor(part: Part) {
    this.part = part;
    this.grew();
  }

  /** How many of each level are left, and the sum of their lengths. */
  get count(): ByLevel {
    return this.counted;
  }
  get length(): ByLevel {
    return this.summed;
  }

  /** Counts what the part holds beyond what was counted already. */
  grew(): void {
    const { count } = this.part.columns;
    for (const level of LEVELS) this.countUp(level, this.seen[level], count[level], 1);
    this.seen = count;
    this.frequencies.clear();
  }

  /** Where a document is, counted in the part; `undefined` where it is not, or has been removed. */
  articleOf(document: number): number | undefined {
    const { count, document: documents } = this.part.columns;
    let [low, high] = [0, count.article];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (documents[middle]! < document) low = middle + 1;
      else high = middle;
    }
    const found = low < count.article && documents[low] === document && !this.removed.has(low);
    return found ? low : undefined;
  }

  /** False: it isn't here. */
  remove(document: number): boolean {
    const article = this.articleOf(document);
    if (article === undefined) return false;
    const { firstSentence, firstParagraph } = this.part.columns;
    this.removed.add(article);
    this.frequencies.clear();
    this.countUp('sentence', firstSentence[article]!, firstSentence[article + 1]!, -1);
    this.countUp('paragraph', firstParagraph[article]!, firstParagraph[article + 1]!, -1);
    this.countUp('article', article, article + 1, -1);
    return true;
  }

  /** How many hold a term, without the removed: as if they had never been there. */
  frequencyOf(found: PartTerm): ByLevel {
    if (this.removed.size === 0) return found.frequency;
    const known = this.frequencies.get(found.term);
    if (known) return known;
    const left = { ...found.frequency };
    const reader = new PostingsReader(found);
    while (reader.next()) {
      if (!this.removed.has(reader.article)) continue;
      const gone = frequencyIn(this.part.columns, reader);
      addTo(left, { sentence: -gone.sentence, paragraph: -gone.paragraph, article: -1 });
    }
    if (this.frequencies.size >= FREQUENCIES_KEPT) this.frequencies.clear();
    this.frequencies.set(found.term, left);
    return left;
  }

  private countUp(level: keyof ByLevel, from: number, to: number, sign: 1 | -1): void {
    const lengths = this.part.columns.lengths[level];
    let sum = 0;
    for (let i = from; i < to; i++) sum += LENGTHS[lengths[i]!]!;
    this.counted[level] += sign * (to - from);
    this.summed[level] += sign * sum;
  }
}

/** Terms come from strangers: bounded. */
const FREQUENCIES_KEPT = 10_000;
