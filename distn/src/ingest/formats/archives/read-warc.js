import { WARCParser } from 'warcio';
import { streamBytes } from '../../decoding/bytes.js';
import { decodePage } from '../../decoding/decode-page.js';
import { articleOf } from '../../metadata/new-article.js';
import { extractHtml } from '../html/extract.js';
import { MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from '../reader.js';
import { skipped } from '../skipped.js';
import { UnreadableFileError } from '../unreadable.js';
import { gunzipped, unpackingFlaw, unpackingOf } from './archive-limits.js';
/** Reads the web pages of a WARC archive: responses of type text/html with status 200, one at a time. */
export async function* read(file) {
    const unpacking = await unpackingOf(file);
    const bytes = /\.gz$/iu.test(file.path) ? gunzipped(streamBytes(file), unpacking) : streamBytes(file);
    const headers = new HeaderBound();
    const others = skipped();
    let records = 0;
    try {
        for await (const record of WARCParser.iterRecords(headers.watched(bytes))) {
            headers.end();
            // The library makes a record of whatever there is.
            const other = record.warcType ? otherThanPage(record) : 'records that can’t be read';
            if (record.warcType)
                records += 1;
            if (other === undefined)
                yield* itemsOf(record, file);
            else if (other !== '')
                others.count(other);
            await record.skipFully();
            headers.begin();
        }
        if (records > 0)
            yield* others.items();
        else
            yield { flaw: { severity: 'error', reason: 'not a WARC archive: no record' } };
    }
    catch (error) {
        yield { flaw: unpackingFlaw(error, (message) => `not valid WARC: ${message}; the rest is left out`) };
    }
}
/** Of one record, including what is read ahead. Browsers and servers allow some 8 to 256 KB of a page's headers. */
const MAX_HEADER_BYTES = 4 * 1024 * 1024;
/** The library copies what is left of a piece after each line: of pieces of 1 MB, 320,000 empty records took 50 s. */
const PIECE_BYTES = 16 * 1024;
/** Bounds what is read between two records, which the library gathers without end. */
class HeaderBound {
    /** Since the last record ended; nothing inside one. */
    #length = 0;
    begin() {
        this.#length = 0;
    }
    end() {
        this.#length = undefined;
    }
    async *watched(bytes) {
        for await (const chunk of bytes) {
            if (this.#length !== undefined)
                this.#length += chunk.length;
            if ((this.#length ?? 0) > MAX_HEADER_BYTES) {
                throw new UnreadableFileError('not valid WARC: a record with over 4 MB of headers; the rest is left out');
            }
            for (let start = 0; start < chunk.length; start += PIECE_BYTES)
                yield chunk.subarray(start, start + PIECE_BYTES);
        }
    }
}
/** What a record is that isn't a page; '' of what belongs to another record. */
function otherThanPage({ warcType, httpHeaders }) {
    if (warcType === 'revisit')
        return 'revisit records (pages unchanged since the last crawl)';
    if (warcType !== 'response')
        return '';
    if (httpHeaders?.statusCode !== 200)
        return 'responses that are not pages (redirects, errors)';
    const type = httpHeaders.headers.get('content-type') ?? '';
    return /^\s*(?:text\/html|application\/xhtml\+xml)/iu.test(type) ? undefined : 'files of other types';
}
async function* itemsOf(record, file) {
    const url = record.warcTargetURI ?? '';
    const body = await bodyOf(record);
    if (!body) {
        yield { flaw: flawOf(`too large: a page over ${MAX_ARTICLE_MB} MB`, url) };
        return;
    }
    const charset = record.httpHeaders?.headers
        .get('content-type')
        ?.match(/charset=["']?([\w.:-]{1,40})/iu)?.[1];
    const { text: html, encoding, flaw } = await decodePage(body, charset);
    if (flaw)
        yield { flaw: flawOf(flaw.reason, url) };
    if (flaw?.severity === 'error')
        return;
    const { text, fields, origin, otherDates, reason } = extractHtml(html, { url });
    if (text === '') {
        yield { flaw: flawOf(reason ?? 'no text', url) };
        return;
    }
    const id = `${file.path}#${record.warcHeader('WARC-Record-ID')?.replace(/^<urn:uuid:|>$/gu, '') || url}`;
    yield articleOf({ id, path: file.path, text, encoding, fields, fieldsFrom: origin, otherDates });
}
/** A crawl is full of pages that are no articles: none of it is an error of the archive. */
function flawOf(reason, url) {
    return { severity: 'warning', reason: `${reason}: in ${url.slice(0, 200)}` };
}
/** The page out of what HTTP wraps around it; nothing where it is too large. */
async function bodyOf(record) {
    const chunks = [];
    let length = 0;
    for await (const chunk of record) {
        length += chunk.length;
        if (length > MAX_ARTICLE_LENGTH)
            return undefined;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
