import { addTo, frequencyIn, type Merged } from './merge.ts';
import { LENGTHS } from './norms.ts';
import { PostingsReader } from './postings.ts';
import type { ByLevel, Part, PartTerm } from './segment-types.ts';

/** A part with its tombstones: what it counts is what is left. */
export class HeldPart implements Merged {
  readonly part: Part;
  readonly removed = new Set<number>();
  /** How many of each level have been removed, and the sum of their lengths. */
  private readonly gone = { sentence: 0, paragraph: 0, article: 0 };
  private readonly goneLength = { sentence: 0, paragraph: 0, article: 0 };
  private readonly frequencies = new Map<string, ByLevel>();

  constructor(part: Part) {
    this.part = part;
  }

  /** How many of each level are left, and the sum of their lengths. */
  get count(): ByLevel {
    return less(this.part.columns.count, this.gone);
  }
  get length(): ByLevel {
    return less(this.part.columns.length, this.goneLength);
  }

  /** To be told when the part has grown. */
  grew(): void {
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
    this.countDown('sentence', firstSentence[article]!, firstSentence[article + 1]!);
    this.countDown('paragraph', firstParagraph[article]!, firstParagraph[article + 1]!);
    this.countDown('article', article, article + 1);
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

  private countDown(level: keyof ByLevel, from: number, to: number): void {
    const lengths = this.part.columns.lengths[level];
    for (let i = from; i < to; i++) this.goneLength[level] += LENGTHS[lengths[i]!]!;
    this.gone[level] += to - from;
  }
}

function less(all: ByLevel, gone: ByLevel): ByLevel {
  return {
    sentence: all.sentence - gone.sentence,
    paragraph: all.paragraph - gone.paragraph,
    article: all.article - gone.article,
  };
}

/** Terms come from strangers: bounded. */
const FREQUENCIES_KEPT = 10_000;
