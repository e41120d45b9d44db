import type { ByLevel, PartTerm } from '../postings/segment-types.ts';
import type { Scratch } from './accumulators.ts';
import type { Worth } from './bm25.ts';

/** A term to score in one part. */
export interface Scored {
  readonly found: PartTerm;
  /** Which of the asked terms it stands for. */
  readonly source: number;
  /** Weighted. */
  readonly idf: ByLevel;
}

/**
 * Adds term `i` to the sums of its articles in `[block, end)`, and to the most that any of their sentences with its
 * paragraph could have: as often as in the article, in the shortest ones. Notes its entries. A term that brings no article
 * in only adds to those that others have met. It goes on where the last block ended. This loop is where a search spends its time: varints are read by hand.
 */
export function sumArticles(
  { found, source, idf }: Scored,
  i: number,
  block: number,
  end: number,
  brings: boolean,
  codes: Uint32Array,
  worth: ByLevel<Worth>,
  scratch: Scratch,
): void {
  const { sums, most: mosts, marks, touched, heads, entryBefore, entryTerms, offsets } = scratch;
  const { bytes, end: endOfBytes } = found;
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
    if (!brings && marks[place * 8 + 6] === 0) continue;
    entryTerms[entries] = i * 2 + (head & 1);
    if (marks[place * 8 + 7] === source + 1) entryBefore[entries] = heads[place]!;
    else {
      const matched = marks[place * 8 + 6]!;
      if (matched === 0) touched[touchedCount++] = place;
      entryBefore[entries] = matched === 0 ? NONE : heads[place]!;
      marks[place * 8 + 6] = matched + 1;
      marks[place * 8 + 7] = source + 1;
    }
    heads[place] = entries++;
    const code = codes[article]!;
    sums[place * 2]! += idf.article * worth.article.of(frequency, code & 255);
    mosts[place * 4 + 2]! +=
      idf.sentence * worth.sentence.of(frequency, (code >>> 8) & 255) +
      idf.paragraph * worth.paragraph.of(frequency, code >>> 16);
  }
  scratch.at[i] = at;
  scratch.before[i] = before;
  scratch.next[i] = at < endOfBytes ? article : NONE;
  scratch.entries = entries;
  scratch.touchedCount = touchedCount;
}

/** Beyond all articles. */
export const NONE = 0xffffffff;
