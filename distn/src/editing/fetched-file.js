import { utf16Of } from '../ingest/decoding/decode.js';
/**
 * A fetched page as a file. A page of the web is given the note that browsers write into a saved one, so that its
 * address isn't lost: "saved from url=(0042)https://…", the number being the address's length. Anything else stays as
 * it came.
 */
export function fetchedFile({ url, bytes, contentType }) {
    if (!/^text\/html\b/iu.test(contentType ?? '') || utf16Of(bytes))
        return bytes;
    // Of the signs of an address (RFC 3986) none ends a comment: ">" is not among them.
    const address = new URL(url).href.replace(/[^\w.~:/?#[\]@!$&'()*+,;=%-]/gu, encodeURIComponent);
    const note = `<!-- saved from url=(${String(address.length).padStart(4, '0')})${address} -->\n`;
    const mark = bytes.subarray(0, 3).equals(UTF8_MARK) ? 3 : 0;
    return Buffer.concat([bytes.subarray(0, mark), Buffer.from(note), bytes.subarray(mark)]);
}
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
