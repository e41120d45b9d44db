import { grown } from './bytes.ts';

/** Sums of one level inside an article. */
export class LevelSums {
  sums = new Float64Array(64);
  /** How many of the asked terms matched. */
  matched = new Uint16Array(64);
  /** The last of them that matched. */
  private source = new Int32Array(64);
  count = 0;

  /** Empty sums for `count` sentences or paragraphs. */
  open(count: number): void {
    if (count > this.sums.length) {
      this.sums = new Float64Array(count * 2);
      this.matched = new Uint16Array(count * 2);
      this.source = new Int32Array(count * 2);
    }
    for (let i = 0; i < count; i++) {
      this.sums[i] = 0;
      this.matched[i] = 0;
      this.source[i] = -1;
    }
    this.count = count;
  }

  add(place: number, source: number, value: number): void {
    this.sums[place]! += value;
    if (this.source[place] === source) return;
    this.source[place] = source;
    this.matched[place]! += 1;
  }
}

/** Articles that are summed up at once: what is kept of them stays in the processor's cache. */
export const BLOCK = 4096;

/** Memory that one search after the other uses: nothing is allocated by article. */
export class Scratch {
  private readonly memory = new ArrayBuffer(BLOCK * 16);
  /**
   * By article of the block, side by side in 16 bytes: the sum of its terms at [2i], the most that one of its sentences
   * adds to it at [4i + 2], how many asked terms matched at [8i + 6], the last of them + 1 at [8i + 7].
   */
  readonly sums = new Float64Array(this.memory);
  readonly most = new Float32Array(this.memory);
  readonly marks = new Uint16Array(this.memory);
  /** The articles of the block that any term has met. */
  readonly touched = new Uint32Array(BLOCK);
  touchedCount = 0;
  /** By term: where it goes on, the place after its last article, and its next article in the part. */
  at = new Uint32Array(64);
  before = new Uint32Array(64);
  next = new Uint32Array(64);
  /**
   * Entries of term i in the block stand from `first[i]` to `first[i + 1]`: its place in the block * 2, + 1 where there
   * are several sentences, and where they are.
   */
  first = new Uint32Array(65);
  articles = new Uint32Array(BLOCK * 4);
  offsets = new Uint32Array(BLOCK * 4);
  entries = 0;
  readonly sentences = new LevelSums();
  readonly paragraphs = new LevelSums();

  /** Room for so many terms. */
  prepare(terms: number): void {
    this.at = grown(this.at, terms);
    this.before = grown(this.before, terms);
    this.next = grown(this.next, terms);
    this.first = grown(this.first, terms + 1);
  }

  /** An empty block; what is left of the last one is cleared. */
  open(): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const place = this.touched[i]!;
      this.sums[place * 2] = 0;
      this.sums[place * 2 + 1] = 0;
    }
    this.touchedCount = 0;
    this.entries = 0;
  }

  /** Room for one more term's entries in the block. */
  reserve(): void {
    this.articles = grown(this.articles, this.entries + BLOCK);
    this.offsets = grown(this.offsets, this.entries + BLOCK);
  }
}
