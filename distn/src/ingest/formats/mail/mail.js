import PostalMime, {} from 'postal-mime';
import { fieldsOf } from '../../metadata/fields.js';
import { articleOf } from '../../metadata/new-article.js';
import { extractHtml } from '../html/extract.js';
/**
 * Mail nests its parts; the headers of a newsletter take a few kilobytes. The library throws for a message over these
 * bounds.
 */
const BOUNDS = { maxNestingDepth: 50, maxHeadersSize: 256 * 1024 };
/** Parses a message; a flaw where it can't be parsed. */
export async function parseMail(bytes) {
    try {
        return await PostalMime.parse(bytes, BOUNDS);
    }
    catch (error) {
        const reason = `not a valid mail message: ${error instanceof Error ? error.message : String(error)}`;
        return { severity: 'error', reason };
    }
}
/** A header as written, by its name in lower case: the library's own date loses the time zone, and so the sender's day. */
export function headerOf(email, name) {
    return email.headers.find(({ key }) => key === name)?.value;
}
/** The article of a message: its HTML part where it has one, otherwise the plain text. Attachments are skipped. */
export function* mailItems(email, place) {
    const { from } = email;
    const { fields, invalid } = fieldsOf({
        title: email.subject,
        date: headerOf(email, 'date'),
        publisher: from?.name || from?.address,
        // Where mailing lists keep it (RFC 5064).
        url: headerOf(email, 'archived-at')?.replace(/^<|>$/gu, ''),
        language: headerOf(email, 'content-language'),
    });
    for (const { reason } of invalid)
        yield { flaw: { severity: 'warning', ...lineOf(place), reason } };
    const html = email.html ? extractHtml(email.html, { whole: true }) : undefined;
    if (html?.reason !== undefined && !email.text) {
        yield { flaw: { severity: 'error', ...lineOf(place), reason: html.reason } };
        return;
    }
    yield articleOf({ ...place, text: html?.text || email.text || '', fields, fieldsFrom: 'mail header' });
}
function lineOf({ line }) {
    return line === undefined ? {} : { line };
}
