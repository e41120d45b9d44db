import { decodePage } from '../../decoding/decode-page.js';
import { articleOf, withoutExtension } from '../../metadata/new-article.js';
import { readText } from '../read-small.js';
import { extractHtml } from './extract.js';
/** Reads a saved web page as one article: its main text, as `extractHtml` finds it. */
export async function* read(file) {
    const { text, encoding, flaw } = await readText(file, (bytes) => decodePage(bytes));
    if (flaw)
        yield { flaw };
    if (flaw?.severity === 'error')
        return;
    yield pageArticle(text, { id: withoutExtension(file.path), path: file.path, encoding });
}
/** The article of a page; a flaw where there is none. */
export function pageArticle(html, place, options = {}) {
    const { text, fields, origin, otherDates, reason } = extractHtml(html, options);
    if (reason !== undefined)
        return { flaw: { severity: 'error', reason } };
    return articleOf({ ...place, text, fields, fieldsFrom: origin, otherDates });
}
