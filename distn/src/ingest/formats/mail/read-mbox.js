import { linesOf } from '../../decoding/lines.js';
import { MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from '../reader.js';
import { mailItems, parseMail } from './mail.js';
/** Reads a mailbox: one article for each message, with one message in memory at a time. */
export async function* read(file) {
    let number = 0;
    for await (const { line, bytes } of messagesOf(file)) {
        number += 1;
        if (bytes === undefined) {
            const reason = `too large: a message over ${MAX_ARTICLE_MB} MB, which is the limit for one article`;
            yield { flaw: { severity: 'error', line, reason } };
            continue;
        }
        const email = await parseMail(bytes);
        if ('reason' in email) {
            yield { flaw: { ...email, line } };
            continue;
        }
        const id = email.messageId?.trim().replace(/^<|>$/gu, '') || `message-${number}`;
        yield* mailItems(email, { id: `${file.path}#${id}`, path: file.path, encoding: 'utf-8', line });
    }
    if (number === 0)
        yield { flaw: { severity: 'error', reason: 'not a mailbox: no line starts with "From "' } };
}
const FROM = Buffer.from('From ');
const NEWLINE = Buffer.from('\n');
/** A "From " line after an empty one, or at the start of the file, opens a message (RFC 4155). */
async function* messagesOf(file) {
    let parts = [];
    let size = 0;
    let line = 0;
    let afterBlank = true;
    const message = () => size > MAX_ARTICLE_LENGTH ? { line } : { line, bytes: Buffer.concat(parts) };
    for await (const { number, bytes } of linesOf(file)) {
        if (bytes && afterBlank && startsWith(bytes, FROM)) {
            if (line > 0)
                yield message();
            [parts, size, line] = [[], 0, number];
        }
        else if (line > 0) {
            // What the writer of the mailbox put before a line of the text that looks like the start of a message.
            const own = bytes && /^>+From /u.test(bytes.toString('latin1', 0, 80)) ? bytes.subarray(1) : bytes;
            size += own === undefined ? MAX_ARTICLE_LENGTH + 1 : own.length + 1;
            if (size > MAX_ARTICLE_LENGTH)
                parts = [];
            else if (own)
                parts.push(own, NEWLINE);
        }
        afterBlank = bytes !== undefined && (bytes.length === 0 || (bytes.length === 1 && bytes[0] === 0x0d));
    }
    if (line > 0)
        yield message();
}
function startsWith(bytes, start) {
    return bytes.subarray(0, start.length).equals(start);
}
