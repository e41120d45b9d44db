import type { AskedTerm } from './asked-terms.ts';
import { grown } from './bytes.ts';
import type { HeldPart } from './held-part.ts';

/** Sums of one level inside an article. */
export class LevelSums {
  sums = new Float64Array(64);
  /** How many of the asked terms matched, and the last of them + 1. */
  matched = new Uint16Array(64);
  private source = new Int32Array(64);
  count = 0;

  /** Empty sums for `count` sentences or paragraphs. */
  open(count: number): void {
    if (count > this.sums.length) {
      this.sums = new Float64Array(count * 2);
      this.matched = new Uint16Array(count * 2);
      this.source = new Int32Array(count * 2);
    }
    this.sums.fill(0, 0, count);
    this.matched.fill(0, 0, count);
    this.source.fill(-1, 0, count);
    this.count = count;
  }

  add(place: number, source: number, value: number): void {
    this.sums[place]! += value;
    if (this.source[place] === source) return;
    this.source[place] = source;
    this.matched[place]! += 1;
  }
}

/** Memory that one search after the other uses: nothing is allocated by article. */
export class Scratch {
  /** By article of the part: sum of its terms, the most that a sentence adds to it, matched terms, the last of them. */
  sums = new Float64Array(0);
  most = new Float64Array(0);
  matched = new Uint16Array(0);
  source = new Int32Array(0);
  /** The articles that any term has met. */
  touched = new Uint32Array(0);
  touchedCount = 0;
  /** Entries of term i stand from `first[i]` to `first[i + 1]`: article, and where its sentences are. */
  first = new Uint32Array(0);
  articles = new Uint32Array(0);
  offsets = new Float64Array(0);
  readonly sentences = new LevelSums();
  readonly paragraphs = new LevelSums();

  prepare({ part }: HeldPart, terms: readonly AskedTerm[], place: number): void {
    const count = part.columns.count.article;
    if (count > this.sums.length) {
      this.sums = new Float64Array(count);
      this.most = new Float64Array(count);
      this.matched = new Uint16Array(count);
      this.source = new Int32Array(count).fill(-1);
      this.touched = new Uint32Array(count);
    }
    this.first = grown(this.first, terms.length + 1);
    let entries = 0;
    terms.forEach(({ found }, i) => {
      this.first[i] = entries;
      entries += found[place]?.frequency.article ?? 0;
    });
    this.first[terms.length] = entries;
    this.articles = grown(this.articles, entries);
    if (entries > this.offsets.length) this.offsets = new Float64Array(this.articles.length);
  }

  clear(): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const article = this.touched[i]!;
      this.sums[article] = 0;
      this.matched[article] = 0;
      this.most[article] = 0;
      this.source[article] = -1;
    }
    this.touchedCount = 0;
  }
}
