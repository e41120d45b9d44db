import { atMost, Levenshtein, signatureOf } from './levenshtein.ts';
import type { Near, PartTerm } from './segment-types.ts';
import { BLOCK, type WrittenDictionary } from './term-dictionary-writer.ts';
import { ByteReader } from './varint.ts';

/** The sorted terms of a segment: blocks of 16, front-coded (Witten, Moffat and Bell 1999), read where they lie. */
export class Dictionary {
  private readonly written: WrittenDictionary;
  private readonly blocks: number;
  private readonly cursor: Cursor;

  constructor(written: WrittenDictionary) {
    this.written = written;
    this.blocks = Math.ceil(written.count / BLOCK);
    this.cursor = new Cursor(written);
  }

  find(term: string): PartTerm | undefined {
    const cursor = this.cursorAt(term, this.cursor);
    return cursor?.compare(term) === 0 ? this.termAt(cursor.ordinal, term) : undefined;
  }

  *all(): Iterable<PartTerm> {
    const cursor = new Cursor(this.written);
    while (cursor.next()) yield this.termAt(cursor.ordinal, cursor.text());
  }

  *beginningWith(prefix: string): Iterable<PartTerm> {
    const cursor = this.cursorAt(prefix, new Cursor(this.written));
    while (cursor?.beginsWith(prefix)) {
      yield this.termAt(cursor.ordinal, cursor.text());
      if (!cursor.next()) return;
    }
  }

  /** Only terms with nearly the word's letters are read: an edit takes away one letter, and brings one in. */
  near(term: string, most: number): Near[] {
    const { signatures } = this.written;
    const near: Near[] = [];
    const cursor = new Cursor(this.written);
    const levenshtein = new Levenshtein(term, most);
    const wanted = signatureOf(term);
    for (let ordinal = 0; ordinal < signatures.length; ordinal++) {
      const signature = signatures[ordinal]!;
      if (!atMost(wanted & ~signature, most) || !atMost(signature & ~wanted, most)) continue;
      cursor.goTo(ordinal);
      const edits = levenshtein.edits(cursor.units, cursor.length);
      if (edits <= most) near.push({ found: this.termAt(ordinal, cursor.text()), edits });
    }
    return near;
  }

  /** Takes the cursor to the first term that is not before `term`. */
  private cursorAt(term: string, cursor: Cursor): Cursor | undefined {
    if (this.blocks === 0) return undefined;
    let low = 0;
    let high = this.blocks;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      cursor.seek(middle);
      if (cursor.compare(term) <= 0) low = middle;
      else high = middle;
    }
    cursor.seek(low);
    while (cursor.compare(term) < 0) if (!cursor.next()) return undefined;
    return cursor;
  }

  private termAt(ordinal: number, term: string): PartTerm {
    const { facts, blocks, postings } = this.written;
    const block = Math.floor(ordinal / BLOCK);
    const reader = new ByteReader(facts, blocks[block * 3 + 1]!);
    let start = blocks[block * 3 + 2]!;
    for (let skipped = block * BLOCK; skipped < ordinal; skipped++) {
      for (let i = 0; i < 3; i++) reader.varint();
      start += reader.varint();
    }
    const frequency = { sentence: reader.varint(), paragraph: reader.varint(), article: reader.varint() };
    return { term, frequency, bytes: postings, start, end: start + reader.varint() };
  }
}

/** Reads terms in order; `units[0, length)` is the current one. */
class Cursor {
  ordinal = -1;
  units = new Uint16Array(80);
  length = 0;
  private readonly reader: ByteReader;
  private readonly written: WrittenDictionary;

  constructor(written: WrittenDictionary) {
    this.written = written;
    this.reader = new ByteReader(written.terms);
  }

  next(): boolean {
    const { reader, written } = this;
    if (++this.ordinal >= written.count) return false;
    const shared = reader.varint();
    const size = reader.varint();
    this.read(this.ordinal % BLOCK === 0 ? 0 : shared, size);
    return true;
  }

  /** Reads the first term of a block. */
  seek(block: number): void {
    this.ordinal = block * BLOCK;
    this.reader.at = this.written.blocks[block * 3]!;
    this.reader.varint();
    this.read(0, this.reader.varint());
  }

  /** Reads a term further on. */
  goTo(ordinal: number): void {
    const block = Math.floor(ordinal / BLOCK);
    if (this.ordinal < block * BLOCK) this.seek(block);
    while (this.ordinal < ordinal) this.next();
  }

  compare(other: string): number {
    const both = Math.min(this.length, other.length);
    for (let i = 0; i < both; i++) {
      const apart = this.units[i]! - other.charCodeAt(i);
      if (apart !== 0) return apart;
    }
    return this.length - other.length;
  }

  beginsWith(beginning: string): boolean {
    if (this.length < beginning.length) return false;
    for (let i = 0; i < beginning.length; i++) if (this.units[i] !== beginning.charCodeAt(i)) return false;
    return true;
  }

  text(): string {
    return textOf(this.units, this.length);
  }

  private read(kept: number, size: number): void {
    const { reader } = this;
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

function textOf(units: Uint16Array, length: number): string {
  return String.fromCharCode(...units.subarray(0, length));
}
