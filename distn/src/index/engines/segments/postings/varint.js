/** Bytes written one after the other. Whole numbers are varints (LEB128): seven bits a byte, the low ones first. */
export class ByteWriter {
    bytes;
    length = 0;
    constructor(capacity = 1024) {
        this.bytes = new Uint8Array(capacity);
    }
    /** `value`: a whole number from 0 to 2^32 - 1. */
    varint(value) {
        this.reserve(5);
        let rest = value;
        while (rest > 127) {
            this.bytes[this.length++] = (rest & 127) | 128;
            rest >>>= 7;
        }
        this.bytes[this.length++] = rest;
    }
    copy(from, start = 0, end = from.length) {
        this.reserve(end - start);
        // A loop beats a view of its own for the few bytes that most runs have.
        if (end - start > 64)
            this.bytes.set(from.subarray(start, end), this.length);
        else
            for (let i = start; i < end; i++)
                this.bytes[this.length + i - start] = from[i];
        this.length += end - start;
    }
    /** Leaves room for `bytes` bytes. */
    skip(bytes) {
        this.reserve(bytes);
        this.length += bytes;
    }
    written() {
        return this.bytes.subarray(0, this.length);
    }
    reserve(more) {
        if (this.length + more <= this.bytes.length)
            return;
        const grown = new Uint8Array(Math.max(this.length + more, this.bytes.length * 2));
        grown.set(this.bytes);
        this.bytes = grown;
    }
}
/** Reads what a `ByteWriter` wrote, from `at` on. */
export class ByteReader {
    bytes;
    at;
    constructor(bytes, at = 0) {
        this.bytes = bytes;
        this.at = at;
    }
    varint() {
        let byte = this.bytes[this.at++];
        if (byte < 128)
            return byte;
        let value = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
            byte = this.bytes[this.at++];
            value |= (byte & 127) << shift;
        }
        return value >>> 0;
    }
}
/** The array itself, or a copy at least twice as long where it has less than `length` elements. */
export function grown(array, length) {
    if (length <= array.length)
        return array;
    const larger = new array.constructor(Math.max(length, array.length * 2));
    larger.set(array);
    return larger;
}
