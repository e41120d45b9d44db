import { TextDecoder } from 'node:util';
import { MAX_ARTICLE_LENGTH } from '../formats/reader.js';
import { streamBytes } from './bytes.js';
import { utf16Of } from './decode.js';
const LINE_FEED = 0x0a;
/** Reads the lines of a file of any size. A line over `limit` bytes is skipped, not held in memory. */
export async function* linesOf(file, limit = MAX_ARTICLE_LENGTH) {
    let number = 1;
    let parts = [];
    let length = 0;
    let encoding = {};
    const take = (part) => {
        length += part.length;
        if (length > limit)
            parts = [];
        else
            parts.push(part);
    };
    const line = () => (length > limit ? { number } : { number, bytes: joined(parts), ...encoding });
    for await (const { chunk, utf16 } of chunksOf(file)) {
        if (utf16)
            encoding = { encoding: utf16 };
        let start = 0;
        for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
            take(chunk.subarray(start, end));
            yield line();
            [parts, length] = [[], 0];
            number += 1;
            start = end + 1;
        }
        take(chunk.subarray(start));
    }
    if (length > 0)
        yield line();
}
/** The bytes of a file, in UTF-8 where the file is in UTF-16, whose line feeds are two bytes. */
async function* chunksOf(file) {
    let utf16;
    let decoder;
    let first = true;
    for await (const chunk of streamBytes(file)) {
        if (first)
            utf16 = utf16Of(chunk);
        if (first && utf16)
            decoder = new TextDecoder(utf16);
        first = false;
        if (!decoder || !utf16)
            yield { chunk };
        else
            yield { chunk: Buffer.from(decoder.decode(chunk, { stream: true })), utf16 };
    }
    if (decoder && utf16)
        yield { chunk: Buffer.from(decoder.decode()), utf16 };
}
function joined(parts) {
    const [only] = parts;
    return only && parts.length === 1 ? only : Buffer.concat(parts);
}
