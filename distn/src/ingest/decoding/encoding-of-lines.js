import { detect, isForeign, SAMPLE_BYTES } from './decode.js';
import { linesOf } from './lines.js';
/**
 * Returns a function that detects the encoding of a file's lines that aren't UTF-8: once, from all of them together, since
 * one line of a few words says too little, and may mislead.
 */
export function encodingOfLines(file) {
    let encoding;
    return () => {
        encoding ??= foreignLinesOf(file).then(detect);
        return encoding;
    };
}
async function foreignLinesOf(file) {
    const lines = [];
    let length = 0;
    for await (const { bytes } of linesOf(file)) {
        if (!bytes || !isForeign(bytes))
            continue;
        lines.push(bytes, Buffer.from('\n'));
        length += bytes.length;
        if (length > SAMPLE_BYTES)
            break;
    }
    return Buffer.concat(lines);
}
