import { ByteReader } from './varint.js';
/**
 * Appends one article to a term's postings; `gap`: articles since the last one. `sentences`: a scratch buffer to use
 * again.
 */
export function writeArticle(gap, { frequency, count, ordinals, frequencies }, to, sentences) {
    if (count === 1 && frequency === 1) {
        to.varint(gap * 2);
        to.varint(ordinals[0]);
        return;
    }
    sentences.length = 0;
    let next = 0;
    for (let i = 0; i < count; i++) {
        const again = frequencies[i] > 1;
        sentences.varint((ordinals[i] - next) * 2 + (again ? 1 : 0));
        if (again)
            sentences.varint(frequencies[i]);
        next = ordinals[i] + 1;
    }
    to.varint(gap * 2 + 1);
    to.varint(frequency);
    to.varint(sentences.length);
    to.copy(sentences.bytes, 0, sentences.length);
}
/** Iterates over a term's postings, article by article, from before the first. The scorer has its own loops. */
export class PostingsReader {
    article = -1;
    /** The current article's bytes after its gap, and whether they are a list of sentences or one ordinal. */
    start = 0;
    end = 0;
    several = false;
    reader;
    limit;
    constructor({ bytes, start, end }) {
        this.reader = new ByteReader(bytes, start);
        this.limit = end;
    }
    /** Moves to the next article; false after the last. */
    next() {
        const { reader } = this;
        if (reader.at >= this.limit)
            return false;
        const head = reader.varint();
        this.article += (head >>> 1) + 1;
        this.several = (head & 1) === 1;
        this.start = reader.at;
        reader.varint();
        if (this.several) {
            const size = reader.varint();
            reader.at += size;
        }
        this.end = reader.at;
        return true;
    }
    /** Visits the current article's sentences. Returns the term's frequency in the article with its title. */
    sentences(visit) {
        const reader = new ByteReader(this.reader.bytes, this.start);
        const first = reader.varint();
        if (!this.several) {
            visit(first, 1);
            return 1;
        }
        reader.varint();
        let next = 0;
        while (reader.at < this.end) {
            const head = reader.varint();
            const ordinal = next + (head >>> 1);
            visit(ordinal, head & 1 ? reader.varint() : 1);
            next = ordinal + 1;
        }
        return first;
    }
}
