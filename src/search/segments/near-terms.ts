import { ByteReader } from './bytes.ts';
import { BLOCK, type WrittenDictionary } from './dictionary-writer.ts';
import type { LevenshteinWalk } from './levenshtein.ts';

/**
 * Shows each term at most `most` edits away: its ordinal, units and edits. Terms that share a beginning from which nothing
 * can come are stepped over, and that is most of them: bytes are read by hand.
 */
export function nearTerms(
  written: WrittenDictionary,
  walk: LevenshteinWalk,
  most: number,
  visit: (ordinal: number, units: Uint16Array, length: number, edits: number) => void,
): void {
  const { terms, count, blocks } = written;
  const reader = new ByteReader(terms);
  let units = new Uint16Array(80);
  /** Units of the last term that nothing near begins with; Infinity: there are none. */
  let hopeless = Number.POSITIVE_INFINITY;
  let at = 0;
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const opens = ordinal % BLOCK === 0;
    if (opens && hopeless < Number.POSITIVE_INFINITY) {
      const block = lastHopeless(written, ordinal / BLOCK, units, hopeless, walk.until, reader);
      ordinal = block * BLOCK;
      at = blocks[block * 3]!;
    }
    let shared = terms[at]!;
    let size = terms[at + 1]!;
    if ((shared | size) < 128) at += 2;
    else {
      reader.at = at;
      shared = reader.varint();
      size = reader.varint();
      at = reader.at;
    }
    const end = at + size;
    if (shared < hopeless) {
      let length = opens ? 0 : shared;
      let alive = true;
      while (alive && at < end) {
        let unit = terms[at]!;
        if (unit < 128) at += 1;
        else {
          reader.at = at;
          unit = reader.varint();
          at = reader.at;
        }
        if (length === units.length) units = doubled(units);
        units[length] = unit;
        if (length >= shared) alive = walk.take(unit, length);
        length += 1;
      }
      hopeless = alive ? Number.POSITIVE_INFINITY : walk.hopeless(units, length - 1);
      const edits = alive ? walk.edits(length) : most + 1;
      if (edits <= most) visit(ordinal, units, length, edits);
    }
    at = end;
  }
}

/**
 * The last block, from `block` on, whose first term begins with `units[0, length)`, or with a last unit below `until` there;
 * `block` itself, if none does.
 */
function lastHopeless(
  { blocks }: WrittenDictionary,
  block: number,
  units: Uint16Array,
  length: number,
  until: number,
  reader: ByteReader,
): number {
  const isHopeless = (block: number) => {
    if (block * 3 >= blocks.length) return false;
    reader.at = blocks[block * 3]!;
    reader.varint();
    const end = reader.varint() + reader.at;
    for (let i = 0; i < length - 1; i++) if (reader.at >= end || reader.varint() !== units[i]) return false;
    return reader.at < end && reader.varint() < until;
  };
  let last = block;
  let step = 1;
  for (; isHopeless(last + step); step *= 2) last += step;
  for (step >>= 1; step > 0; step >>= 1) if (isHopeless(last + step)) last += step;
  return last;
}

function doubled(units: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(units.length * 2);
  larger.set(units);
  return larger;
}
