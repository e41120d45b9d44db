import { ByteReader } from './bytes.ts';
import { BLOCK, type WrittenDictionary } from './dictionary-writer.ts';
import { LevenshteinWalk, unitsOf } from './levenshtein.ts';
import type { Near, PartTerm } from './part.ts';

/** The sorted terms of a segment: blocks of 16, front-coded (Witten, Moffat and Bell 1999), read where they lie. */
export class Dictionary {
  private readonly written: WrittenDictionary;
  private readonly blocks: number;

  constructor(written: WrittenDictionary) {
    this.written = written;
    this.blocks = Math.ceil(written.count / BLOCK);
  }

  find(term: string): PartTerm | undefined {
    const units = unitsOf(term);
    const cursor = this.cursorAt(units);
    return cursor?.compare(units) === 0 ? this.termAt(cursor) : undefined;
  }

  *all(): Iterable<PartTerm> {
    const cursor = new Cursor(this.written);
    while (cursor.next()) yield this.termAt(cursor);
  }

  *beginningWith(prefix: string): Iterable<PartTerm> {
    const units = unitsOf(prefix);
    const cursor = this.cursorAt(units);
    while (cursor?.beginsWith(units, units.length)) {
      yield this.termAt(cursor);
      if (!cursor.next()) return;
    }
  }

  *near(term: string, most: number): Iterable<Near> {
    const walk = new LevenshteinWalk(term, most);
    const cursor = new Cursor(this.written);
    while (cursor.next(walk.hopeless)) {
      const edits = walk.edits(cursor.units, cursor.length, cursor.shared);
      if (edits <= most) yield { found: this.termAt(cursor), edits };
    }
  }

  /** A cursor at the first term that is not before `units`. */
  private cursorAt(units: Uint16Array): Cursor | undefined {
    if (this.blocks === 0) return undefined;
    const cursor = new Cursor(this.written);
    let low = 0;
    let high = this.blocks;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      cursor.seek(middle);
      if (cursor.compare(units) <= 0) low = middle;
      else high = middle;
    }
    cursor.seek(low);
    while (cursor.compare(units) < 0) if (!cursor.next()) return undefined;
    return cursor;
  }

  private termAt(cursor: Cursor): PartTerm {
    const { facts, blocks, postings } = this.written;
    const block = Math.floor(cursor.ordinal / BLOCK);
    const reader = new ByteReader(facts, blocks[block * 3 + 1]!);
    let start = blocks[block * 3 + 2]!;
    for (let skipped = block * BLOCK; skipped < cursor.ordinal; skipped++) {
      for (let i = 0; i < 3; i++) reader.varint();
      start += reader.varint();
    }
    const frequency = { sentence: reader.varint(), paragraph: reader.varint(), article: reader.varint() };
    return { term: cursor.text(), frequency, bytes: postings, start, end: start + reader.varint() };
  }
}

/** Reads terms in order; `units[0, length)` is the current one. */
class Cursor {
  ordinal = -1;
  units = new Uint16Array(80);
  length = 0;
  /** Units that the current term has in common with the one that was read before it. */
  shared = 0;
  private readonly reader: ByteReader;
  private readonly written: WrittenDictionary;

  constructor(written: WrittenDictionary) {
    this.written = written;
    this.reader = new ByteReader(written.terms);
  }

  /** Goes to the next term, or to the next with less than `hopeless` units in common with this one. */
  next(hopeless = Number.POSITIVE_INFINITY): boolean {
    const { reader, written } = this;
    while (++this.ordinal < written.count) {
      const shared = reader.varint();
      const size = reader.varint();
      if (shared < hopeless) {
        this.read(shared, this.ordinal % BLOCK === 0 ? 0 : shared, size);
        return true;
      }
      reader.at += size;
    }
    return false;
  }

  /** Reads the first term of a block. */
  seek(block: number): void {
    this.ordinal = block * BLOCK;
    this.reader.at = this.written.blocks[block * 3]!;
    this.read(this.reader.varint(), 0, this.reader.varint());
  }

  compare(other: Uint16Array): number {
    const both = Math.min(this.length, other.length);
    for (let i = 0; i < both; i++) {
      if (this.units[i] !== other[i]) return this.units[i]! - other[i]!;
    }
    return this.length - other.length;
  }

  beginsWith(beginning: Uint16Array, length: number): boolean {
    if (this.length < length) return false;
    for (let i = 0; i < length; i++) if (this.units[i] !== beginning[i]) return false;
    return true;
  }

  text(): string {
    return String.fromCharCode(...this.units.subarray(0, this.length));
  }

  private read(shared: number, kept: number, size: number): void {
    const { reader } = this;
    this.shared = shared;
    this.length = kept;
    for (const end = reader.at + size; reader.at < end; this.length++) {
      if (this.length === this.units.length) this.grow();
      this.units[this.length] = reader.varint();
    }
  }

  private grow(): void {
    const units = new Uint16Array(this.units.length * 2);
    units.set(this.units);
    this.units = units;
  }
}
