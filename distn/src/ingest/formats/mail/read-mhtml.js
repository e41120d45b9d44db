import { withoutExtension } from '../../metadata/new-article.js';
import { pageArticle } from '../html/read-html.js';
import { readWhole } from '../read-small.js';
import { headerOf, parseMail } from './mail.js';
/** Reads a page that a browser saved with its resources as MHTML (RFC 2557). */
export async function* read(file) {
    const bytes = await readWhole(file);
    const email = 'reason' in bytes ? bytes : await parseMail(bytes);
    if ('reason' in email) {
        yield { flaw: email };
        return;
    }
    if (!email.html) {
        yield { flaw: { severity: 'error', reason: 'no HTML page in it' } };
        return;
    }
    const url = headerOf(email, 'snapshot-content-location') ?? headerOf(email, 'content-location');
    const place = { id: withoutExtension(file.path), path: file.path, encoding: 'utf-8' };
    yield pageArticle(firstPage(email.html), place, url && URL.canParse(url) ? { url } : {});
}
/** Its frames, advertisements mostly, follow the page as pages of their own. */
function firstPage(html) {
    const end = html.search(/<\/html\s{0,9}>/iu);
    return end === -1 ? html : html.slice(0, end);
}
