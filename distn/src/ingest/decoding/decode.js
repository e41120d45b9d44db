import { isUtf8 } from 'node:buffer';
/** Decodes UTF-8, UTF-16 with a byte order mark, or else the encoding that `encodingOf` detects, with a warning. */
export async function decode(bytes, encodingOf = detect) {
    const utf16 = utf16Of(bytes);
    if (utf16)
        return decodeUtf16(bytes, utf16);
    if (bytes.includes(0))
        return binary('it holds NUL bytes');
    const marked = bytes.subarray(0, 3).equals(UTF8_MARK);
    const body = marked ? bytes.subarray(3) : bytes;
    if (isUtf8(body))
        return { text: body.toString('utf8'), encoding: 'utf-8' };
    const line = firstBadLine(body).number;
    if (marked || !isForeign(body))
        return withDamage(repaired(body), 'utf-8', line);
    const encoding = await encodingOf(body);
    const text = decodeAs(encoding, body);
    return { text, encoding, flaw: { severity: 'warning', line, reason: `not UTF-8: read as ${encoding}` } };
}
/** Detects the encoding of bytes that aren't UTF-8, by what follows the first line that isn't. */
export async function detect(bytes) {
    // Loaded with the first such file: archives in UTF-8 never need it.
    const { detectEncoding } = await import('./detect-encoding.js');
    const { start } = firstBadLine(bytes);
    return detectEncoding(bytes.subarray(start, start + SAMPLE_BYTES));
}
/**
 * Whether bytes are in another encoding than UTF-8, rather than UTF-8 with some bytes lost: fewer valid sequences than
 * broken ones.
 */
export function isForeign(bytes) {
    if (isUtf8(bytes))
        return false;
    const text = repaired(bytes);
    const broken = text.match(/\ufffd/gu)?.length ?? 0;
    const sound = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
    return sound < broken;
}
/** The encoding of a UTF-16 byte order mark; `undefined` without one. */
export function utf16Of(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return 'utf-16le';
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return 'utf-16be';
    return undefined;
}
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** Enough for a reliable detection; all of a 10 MB file would take seconds. */
export const SAMPLE_BYTES = 64 * 1024;
function repaired(bytes) {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
/**
 * Node 20.18.3 and later decode windows-1252 as if 0x80-0x9F were not there (nodejs/node#56542: curly quotes become
 * control characters), but not as a stream.
 */
function decodeAs(encoding, bytes) {
    const decoder = new TextDecoder(encoding);
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
}
function decodeUtf16(bytes, encoding) {
    const text = new TextDecoder(encoding).decode(bytes);
    // The mark of UTF-32 starts like that of UTF-16, and its text is then half NULs.
    if (text.includes('\0'))
        return binary('it starts like UTF-16 and holds NULs');
    const bad = hasReplacement(bytes, encoding) ? text.indexOf('\ufffd') : -1;
    return bad === -1 ? { text, encoding } : withDamage(text, encoding, text.slice(0, bad).split('\n').length);
}
function hasReplacement(bytes, encoding) {
    try {
        new TextDecoder(encoding, { fatal: true }).decode(bytes);
        return false;
    }
    catch {
        return true;
    }
}
function firstBadLine(bytes) {
    let start = 0;
    for (let number = 1;; number += 1) {
        const end = bytes.indexOf(0x0a, start);
        if (end === -1 || !isUtf8(bytes.subarray(start, end)))
            return { number, start };
        start = end + 1;
    }
}
function withDamage(text, encoding, line) {
    const reason = `damaged: bytes that are not ${encoding.toUpperCase()} are shown as \ufffd`;
    return { text, encoding, flaw: { severity: 'warning', line, reason } };
}
function binary(why) {
    return {
        text: '',
        encoding: 'binary',
        flaw: { severity: 'error', reason: `looks like a binary file: ${why}` },
    };
}
