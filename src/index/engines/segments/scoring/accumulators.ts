import type { ByLevel } from '../postings/segment-types.ts';
import { grown } from '../postings/varint.ts';
import type { Worth } from './bm25.ts';

/** Sums of one level inside an article. */
export class LevelSums {
  sums = new Float64Array(64);
  /** How many of the asked terms matched. */
  matched = new Uint16Array(64);
  /** Those that any term has met, in no order. */
  touched = new Uint32Array(64);
  touchedCount = 0;
  /** The last of the asked terms that matched. */
  private source = new Int32Array(64);

  /** Empty sums for `count` sentences or paragraphs. */
  open(count: number): void {
    for (let i = 0; i < this.touchedCount; i++) {
      this.sums[this.touched[i]!] = 0;
      this.matched[this.touched[i]!] = 0;
    }
    this.touchedCount = 0;
    if (count <= this.sums.length) return;
    this.sums = new Float64Array(count * 2);
    this.matched = new Uint16Array(count * 2);
    this.touched = new Uint32Array(count * 2);
    this.source = new Int32Array(count * 2);
  }

  add(place: number, source: number, value: number): void {
    this.sums[place]! += value;
    const matched = this.matched[place]!;
    if (matched === 0) this.touched[this.touchedCount++] = place;
    else if (this.source[place] === source) return;
    this.source[place] = source;
    this.matched[place] = matched + 1;
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
  /** By article of the block: its last entry. */
  readonly heads = new Uint32Array(BLOCK);
  /** By entry: the one before it of the same article, its term * 2, + 1 where there are several sentences, and where they are. */
  entryBefore = new Uint32Array(BLOCK * 4);
  entryTerms = new Uint32Array(BLOCK * 4);
  offsets = new Uint32Array(BLOCK * 4);
  entries = 0;
  /** Articles of the block that may come in: their places, sums, and the most that a sentence of theirs can have. */
  readonly candidates = new Uint32Array(BLOCK);
  readonly candidateSums = new Float64Array(BLOCK);
  readonly candidateMosts = new Float64Array(BLOCK);
  candidateCount = 0;
  /** Of the last search: most have the same statistics. */
  worth: ByLevel<Worth> | undefined;
  readonly sentences = new LevelSums();
  readonly paragraphs = new LevelSums();

  /** Room for so many terms. */
  prepare(terms: number): void {
    this.at = grown(this.at, terms);
    this.before = grown(this.before, terms);
    this.next = grown(this.next, terms);
  }

  /** An empty block. Sums are cleared as they are read; those of a search that was broken off, here. */
  open(): void {
    for (let i = 0; i < this.touchedCount; i++) this.clear(this.touched[i]!);
    this.touchedCount = 0;
    this.entries = 0;
    this.candidateCount = 0;
  }

  /** All that is kept of the article at this place. */
  clear(place: number): void {
    this.sums[place * 2] = 0;
    this.sums[place * 2 + 1] = 0;
  }

  /** Room for one more term's entries in the block. */
  reserve(): void {
    this.entryBefore = grown(this.entryBefore, this.entries + BLOCK);
    this.entryTerms = grown(this.entryTerms, this.entries + BLOCK);
    this.offsets = grown(this.offsets, this.entries + BLOCK);
  }
}
