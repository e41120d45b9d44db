import { D, TOP } from './bm25.ts';
import type { ByLevel, PartTerm } from './part.ts';
import type { Scratch } from './scratch.ts';

/** A term to score in one part. */
export interface Scored {
  readonly found: PartTerm;
  /** Which of the asked terms it stands for. */
  readonly source: number;
  /** Weighted. */
  readonly idf: ByLevel;
  /** By its frequency in an article, the most that it gives to a sentence and its paragraph; the last is for all above. */
  readonly most: Float64Array;
}

/** What the articles of a part are summed up by. */
export interface OfArticles {
  /** By article. */
  readonly lengths: Uint8Array;
  /** By length. */
  readonly norms: Float64Array;
}

/**
 * Adds term `i` to the sums of its articles in `[block, end)`, and notes its entries. It goes on where the last block
 * ended. This loop is where a search spends its time: varints are read by hand.
 */
export function sumArticles(
  { found, source, idf, most }: Scored,
  i: number,
  block: number,
  end: number,
  { lengths, norms }: OfArticles,
  scratch: Scratch,
): void {
  const { sums, most: mosts, marks, touched, articles, offsets } = scratch;
  const { bytes, end: endOfBytes } = found;
  const last = most.length - 1;
  const weight = idf.article;
  let { entries, touchedCount } = scratch;
  let at = scratch.at[i]!;
  let before = scratch.before[i]!;
  let article = NONE;
  while (at < endOfBytes) {
    const start = at;
    let byte = bytes[at++]!;
    let head = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      head |= (byte & 127) << shift;
    }
    article = before + (head >>> 1);
    if (article >= end) {
      at = start;
      break;
    }
    before = article + 1;
    let frequency = 1;
    if (head & 1) {
      byte = bytes[at++]!;
      frequency = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!;
        frequency |= (byte & 127) << shift;
      }
      offsets[entries] = at;
      byte = bytes[at++]!;
      let size = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!;
        size |= (byte & 127) << shift;
      }
      at += size;
    } else {
      offsets[entries] = at;
      while (bytes[at++]! > 127);
    }
    const place = article - block;
    articles[entries++] = place * 2 + (head & 1);
    if (marks[place * 8 + 7] !== source + 1) {
      if (marks[place * 8 + 6] === 0) touched[touchedCount++] = place;
      marks[place * 8 + 6]! += 1;
      marks[place * 8 + 7] = source + 1;
    }
    sums[place * 2]! += weight * (D + (frequency * TOP) / (frequency + norms[lengths[article]!]!));
    mosts[place * 4 + 2]! += most[frequency < last ? frequency : last]!;
  }
  scratch.at[i] = at;
  scratch.before[i] = before;
  scratch.next[i] = at < endOfBytes ? article : NONE;
  scratch.entries = entries;
  scratch.touchedCount = touchedCount;
}

/** Beyond all articles. */
export const NONE = 0xffffffff;
