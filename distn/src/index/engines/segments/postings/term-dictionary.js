import { hasAtMostBits, Levenshtein, signatureOf } from './levenshtein.js';
import { BLOCK_STRIDE, INFOS_START, POSTINGS_START, TERMS_PER_BLOCK, TERMS_START, } from './term-dictionary-writer.js';
import { ByteReader } from './varint.js';
/** The sorted terms of a segment file: blocks of 16, front-coded (Witten, Moffat and Bell 1999), decoded in place. */
export class TermDictionary {
    written;
    blocks;
    cursor;
    constructor(written) {
        this.written = written;
        this.blocks = Math.ceil(written.count / TERMS_PER_BLOCK);
        this.cursor = new Cursor(written);
    }
    find(term) {
        const cursor = this.cursorAt(term, this.cursor);
        return cursor?.compare(term) === 0 ? this.termAt(cursor.ordinal, term) : undefined;
    }
    *all() {
        const cursor = new Cursor(this.written);
        while (cursor.next())
            yield this.termAt(cursor.ordinal, cursor.text());
    }
    *withPrefix(prefix) {
        const cursor = this.cursorAt(prefix, new Cursor(this.written));
        while (cursor?.beginsWith(prefix)) {
            yield this.termAt(cursor.ordinal, cursor.text());
            if (!cursor.next())
                return;
        }
    }
    /** Decodes only terms with nearly the same letters: an edit takes away one letter, and brings one in. */
    near(term, maxEdits) {
        const { signatures } = this.written;
        const near = [];
        const cursor = new Cursor(this.written);
        const levenshtein = new Levenshtein(term, maxEdits);
        const wanted = signatureOf(term);
        for (let ordinal = 0; ordinal < signatures.length; ordinal++) {
            const signature = signatures[ordinal];
            if (!hasAtMostBits(wanted & ~signature, maxEdits) || !hasAtMostBits(signature & ~wanted, maxEdits))
                continue;
            cursor.goTo(ordinal);
            const edits = levenshtein.edits(cursor.units, cursor.length);
            if (edits <= maxEdits)
                near.push({ info: this.termAt(ordinal, cursor.text()), edits });
        }
        return near;
    }
    /** Moves the cursor to the first term that is not before `term`; `undefined` where there is none. */
    cursorAt(term, cursor) {
        if (this.blocks === 0)
            return undefined;
        let low = 0;
        let high = this.blocks;
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            cursor.seek(middle);
            if (cursor.compare(term) <= 0)
                low = middle;
            else
                high = middle;
        }
        cursor.seek(low);
        while (cursor.compare(term) < 0)
            if (!cursor.next())
                return undefined;
        return cursor;
    }
    termAt(ordinal, term) {
        const { infos, blocks, postings } = this.written;
        const block = Math.floor(ordinal / TERMS_PER_BLOCK);
        const reader = new ByteReader(infos, blocks[block * BLOCK_STRIDE + INFOS_START]);
        let start = blocks[block * BLOCK_STRIDE + POSTINGS_START];
        for (let skipped = block * TERMS_PER_BLOCK; skipped < ordinal; skipped++) {
            for (let i = 0; i < 3; i++)
                reader.varint();
            start += reader.varint();
        }
        const frequency = { sentence: reader.varint(), paragraph: reader.varint(), article: reader.varint() };
        return { term, frequency, bytes: postings, start, end: start + reader.varint() };
    }
}
/** Decodes terms in order; `units[0, length)` is the current one. */
class Cursor {
    ordinal = -1;
    units = new Uint16Array(80);
    length = 0;
    reader;
    written;
    constructor(written) {
        this.written = written;
        this.reader = new ByteReader(written.terms);
    }
    next() {
        const { reader, written } = this;
        if (++this.ordinal >= written.count)
            return false;
        const shared = reader.varint();
        const size = reader.varint();
        this.read(this.ordinal % TERMS_PER_BLOCK === 0 ? 0 : shared, size);
        return true;
    }
    /** Moves to the first term of a block. */
    seek(block) {
        this.ordinal = block * TERMS_PER_BLOCK;
        this.reader.at = this.written.blocks[block * BLOCK_STRIDE + TERMS_START];
        this.reader.varint();
        this.read(0, this.reader.varint());
    }
    /** Moves forward to a term. */
    goTo(ordinal) {
        const block = Math.floor(ordinal / TERMS_PER_BLOCK);
        if (this.ordinal < block * TERMS_PER_BLOCK)
            this.seek(block);
        while (this.ordinal < ordinal)
            this.next();
    }
    compare(other) {
        const both = Math.min(this.length, other.length);
        for (let i = 0; i < both; i++) {
            const apart = this.units[i] - other.charCodeAt(i);
            if (apart !== 0)
                return apart;
        }
        return this.length - other.length;
    }
    beginsWith(beginning) {
        if (this.length < beginning.length)
            return false;
        for (let i = 0; i < beginning.length; i++)
            if (this.units[i] !== beginning.charCodeAt(i))
                return false;
        return true;
    }
    text() {
        return textOf(this.units, this.length);
    }
    read(kept, size) {
        const { reader } = this;
        this.length = kept;
        for (const end = reader.at + size; reader.at < end; this.length++) {
            if (this.length === this.units.length)
                this.grow();
            this.units[this.length] = reader.varint();
        }
    }
    grow() {
        const units = new Uint16Array(this.units.length * 2);
        units.set(this.units);
        this.units = units;
    }
}
function textOf(units, length) {
    return String.fromCharCode(...units.subarray(0, length));
}
