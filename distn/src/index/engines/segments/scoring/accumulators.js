import { grown } from '../postings/varint.js';
/** The sums of an article's sentences, or of its paragraphs; a place is an ordinal inside the article. */
export class LevelSums {
    sums = new Float64Array(64);
    /** By place: how many query terms matched. */
    matched = new Uint16Array(64);
    /** The places that any term matched, unordered. */
    touched = new Uint32Array(64);
    touchedCount = 0;
    /** By place: the last query term that matched. */
    source = new Int32Array(64);
    /** Clears the sums, and makes room for `count` sentences or paragraphs. */
    open(count) {
        for (let i = 0; i < this.touchedCount; i++) {
            this.sums[this.touched[i]] = 0;
            this.matched[this.touched[i]] = 0;
        }
        this.touchedCount = 0;
        if (count <= this.sums.length)
            return;
        this.sums = new Float64Array(count * 2);
        this.matched = new Uint16Array(count * 2);
        this.touched = new Uint32Array(count * 2);
        this.source = new Int32Array(count * 2);
    }
    /** Adds what a term of the query term `source` is worth. The terms of one query term must come one after the other. */
    add(place, source, value) {
        this.sums[place] += value;
        const matched = this.matched[place];
        if (matched === 0)
            this.touched[this.touchedCount++] = place;
        else if (this.source[place] === source)
            return;
        this.source[place] = source;
        this.matched[place] = matched + 1;
    }
}
/** Articles scored together: the accumulators of a block (64 KB) stay in the processor's cache. */
export const ARTICLES_PER_BLOCK = 4096;
/**
 * An article's accumulator is a record of 16 bytes, read through three views. Strides and offsets are in elements of the
 * view: `sums[place * SUM_STRIDE]`, `bounds[place * BOUND_STRIDE + BOUND]`, `marks[place * MARK_STRIDE + MATCHED]`.
 */
export const RECORD_BYTES = 16;
/** float64: the sum of the article's terms. */
export const SUM_STRIDE = 2;
/** float32: an upper bound on what one sentence with its paragraph adds to the article's score. */
export const BOUND_STRIDE = 4;
export const BOUND = 2;
/** uint16: how many query terms matched, and the last of them + 1. */
export const MARK_STRIDE = 8;
export const MATCHED = 6;
export const LAST_SOURCE = 7;
/**
 * The memory of a search, used again by the next one, and what is constant for the current segment and block. Nothing is
 * allocated by article or posting.
 */
export class Accumulators {
    /** Of the segment: its doc values, the terms that it holds, and what their frequencies are worth. */
    docValues;
    terms = [];
    tfWeights;
    /** The block's articles: `[blockStart, blockEnd)`. A place is an article's number less `blockStart`. */
    blockStart = 0;
    blockEnd = 0;
    memory = new ArrayBuffer(ARTICLES_PER_BLOCK * RECORD_BYTES);
    sums = new Float64Array(this.memory);
    bounds = new Float32Array(this.memory);
    marks = new Uint16Array(this.memory);
    /** Places that any term matched, unordered. */
    touched = new Uint32Array(ARTICLES_PER_BLOCK);
    touchedCount = 0;
    /** By term: the byte where it goes on, its last article + 1, and its next article in the segment. */
    at = new Uint32Array(64);
    before = new Uint32Array(64);
    next = new Uint32Array(64);
    /** By place: its last entry. An entry is a term's postings in one article. */
    heads = new Uint32Array(ARTICLES_PER_BLOCK);
    /** By entry: the article's entry before it; its term * 2, + 1 for several sentences; the byte where they begin. */
    entryBefore = new Uint32Array(ARTICLES_PER_BLOCK * 4);
    entryTerms = new Uint32Array(ARTICLES_PER_BLOCK * 4);
    offsets = new Uint32Array(ARTICLES_PER_BLOCK * 4);
    entries = 0;
    /** Articles that may reach the threshold: places, article scores, and bounds of their best sentence's score. */
    candidates = new Uint32Array(ARTICLES_PER_BLOCK);
    candidateSums = new Float64Array(ARTICLES_PER_BLOCK);
    candidateBounds = new Float64Array(ARTICLES_PER_BLOCK);
    candidateCount = 0;
    /** Of the article whose sentences are scored. */
    sentences = new LevelSums();
    paragraphs = new LevelSums();
    firstSentence = 0;
    firstParagraph = 0;
    /** Starts a segment: `terms` are those that it holds. */
    openSegment(docValues, terms) {
        this.docValues = docValues;
        this.terms = terms;
        this.at = grown(this.at, terms.length);
        this.before = grown(this.before, terms.length);
        this.next = grown(this.next, terms.length);
        for (let i = 0; i < terms.length; i++) {
            this.at[i] = terms[i].start;
            this.before[i] = 0;
            this.next[i] = 0;
        }
    }
    /** Starts a block. Sums are cleared as they are read; those of a search that was broken off, here. */
    openBlock(start, end) {
        this.blockStart = start;
        this.blockEnd = end;
        for (let i = 0; i < this.touchedCount; i++)
            this.clear(this.touched[i]);
        this.touchedCount = 0;
        this.entries = 0;
        this.candidateCount = 0;
    }
    /** Clears the record of the article at this place. */
    clear(place) {
        this.sums[place * SUM_STRIDE] = 0;
        this.sums[place * SUM_STRIDE + 1] = 0;
    }
    /** Makes room for one more term's entries in the block. */
    reserve() {
        this.entryBefore = grown(this.entryBefore, this.entries + ARTICLES_PER_BLOCK);
        this.entryTerms = grown(this.entryTerms, this.entries + ARTICLES_PER_BLOCK);
        this.offsets = grown(this.offsets, this.entries + ARTICLES_PER_BLOCK);
    }
}
