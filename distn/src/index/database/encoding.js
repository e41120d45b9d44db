import { crc32 } from 'node:zlib';
import { CorruptIndexError } from './errors.js';
/**
 * A text as bytes, exactly: its first byte says how the others are read. SQLite's own TEXT is UTF-8, which has no room
 * for half a surrogate pair, and libsql ends the process where a damaged one isn't UTF-8.
 */
export function bytesOfText(text) {
    const encoding = LATIN.test(text) ? 'latin1' : text.isWellFormed() ? 'utf8' : 'utf16le';
    return Buffer.concat([Buffer.of(ENCODINGS.indexOf(encoding)), Buffer.from(text, encoding)]);
}
export function textOfBytes(bytes) {
    const encoding = ENCODINGS[bytes[0]];
    if (encoding === undefined)
        throw new CorruptIndexError('a text is of no known encoding');
    return bytes.toString(encoding, 1);
}
const ENCODINGS = ['latin1', 'utf8', 'utf16le'];
const LATIN = /^[\0-\xff]*$/;
export function bytesOfJson(value) {
    return Buffer.from(JSON.stringify(value));
}
/** Throws `CorruptIndexError` where these are no bytes, or no JSON. */
export function jsonOfBytes(value) {
    try {
        return JSON.parse(bytes(value).toString());
    }
    catch (cause) {
        throw new CorruptIndexError('a value is not what was written', { cause });
    }
}
/** Spans in order, as the distances between their ends, one varint (LEB128) each; sentences tell their paragraph's too. */
export function bytesOfSplit({ paragraphs, sentences }) {
    const bytes = [];
    const write = (value) => {
        let rest = value;
        for (; rest > 0x7f; rest = Math.floor(rest / 0x80))
            bytes.push((rest & 0x7f) | 0x80);
        bytes.push(rest);
    };
    let end = 0;
    const writeSpan = (span) => {
        write(span.start - end);
        write(span.end - span.start);
        end = span.end;
    };
    write(paragraphs.length);
    for (const paragraph of paragraphs)
        writeSpan(paragraph);
    end = 0;
    let paragraph = 0;
    for (const sentence of sentences) {
        writeSpan(sentence);
        write(sentence.paragraph - paragraph);
        paragraph = sentence.paragraph;
    }
    return Buffer.from(bytes);
}
export function splitOfBytes(bytes) {
    let at = 0;
    const read = () => {
        let value = 0;
        for (let weight = 1;; weight *= 0x80) {
            const byte = bytes[at++];
            value += (byte & 0x7f) * weight;
            if (byte < 0x80)
                return value;
        }
    };
    let end = 0;
    const readSpan = () => {
        const start = end + read();
        end = start + read();
        return { start, end };
    };
    const paragraphs = Array.from({ length: read() }, readSpan);
    end = 0;
    let paragraph = 0;
    const sentences = [];
    while (at < bytes.length) {
        const span = readSpan();
        paragraph += read();
        sentences.push({ ...span, paragraph });
    }
    return { paragraphs, sentences };
}
/**
 * CRC-32 of several pieces, lengths included, so that bytes can't move from one to the next. Throws `CorruptIndexError`
 * where a piece is neither bytes nor a number.
 */
export function checksumOf(...pieces) {
    return pieces.reduce((sum, piece) => {
        if (typeof piece === 'number')
            return crc32(`${piece};`, sum);
        // A column of a damaged row may have no value at all.
        const length = crc32(`${bytes(piece).length}:`, sum);
        // Of an empty value that libsql returns, whose address is null, zlib makes 0, whatever the sum was.
        return piece.length === 0 ? length : crc32(piece, length);
    }, 0);
}
/** The value of a column as bytes. Throws `CorruptIndexError` where it has none. */
export function bytes(value) {
    if (!Buffer.isBuffer(value))
        throw new CorruptIndexError('a value is missing');
    return value;
}
