import { getDocumentProxy } from 'unpdf';
import { fieldsOf } from '../../metadata/fields.js';
import { articleOf } from '../../metadata/new-article.js';
import { flawOf, readOrRefuse } from '../read-binary.js';
import { MAX_ARTICLE_LENGTH, MAX_ARTICLE_MB } from '../reader.js';
import { UnreadableFileError } from '../unreadable.js';
import { linesInOrder } from './page-layout.js';
import { printedText } from './printed-text.js';
/**
 * Reads a `.pdf` file as one article, in reading order, with the offsets where its pages start. Scripts and forms never
 * run.
 */
export async function* read(file) {
    try {
        const pdf = await opened(await readOrRefuse(file));
        try {
            yield* itemsOf(file, pdf);
        }
        finally {
            await pdf.destroy();
        }
    }
    catch (error) {
        yield { flaw: flawOf(error) };
    }
}
async function* itemsOf(file, pdf) {
    const { lines, damaged } = await linesOf(pdf);
    const { text, pages } = printedText(lines);
    const empty = lines.flatMap((page, place) => page.length === 0 && !damaged.includes(place + 1) ? [place + 1] : []);
    if (text === '' && damaged.length === 0)
        throw new UnreadableFileError('no text: its pages are pictures (scanned?), which Ibid can’t read');
    if (empty.length > 0) {
        yield warning(`no text on ${listed(empty)}: empty, or a picture (scanned?), which Ibid can’t read`);
    }
    if (damaged.length > 0)
        yield warning(`damaged: ${listed(damaged)} can’t be read`);
    yield articleOf({
        id: file.path,
        path: file.path,
        text,
        encoding: 'utf-8',
        fields: { ...(await propertiesOf(pdf)), pages },
        fieldsFrom: 'document properties',
    });
}
async function opened(bytes) {
    try {
        // A copy: pdf.js takes the memory away from whoever hands it over.
        return await getDocumentProxy(new Uint8Array(bytes), {
            verbosity: 0,
            isEvalSupported: false,
            disableFontFace: true,
            useSystemFonts: false,
            enableXfa: false,
            stopAtErrors: false,
        });
    }
    catch (error) {
        if (error instanceof Error && error.name === 'PasswordException')
            throw new UnreadableFileError('encrypted: save it without a password');
        throw new UnreadableFileError(`damaged, or not a PDF: ${messageOf(error)}`);
    }
}
async function linesOf(pdf) {
    const lines = [];
    const damaged = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
        const page = await linesOfPage(pdf, number).catch(() => undefined);
        if (page === undefined)
            damaged.push(number);
        lines.push(page ?? []);
        for (const line of page ?? [])
            length += line.text.length;
        if (length > MAX_ARTICLE_LENGTH)
            throw new UnreadableFileError(`too large: its text is over ${MAX_ARTICLE_MB} MB, which is the limit for one article`);
    }
    if (pdf.numPages === damaged.length)
        throw new UnreadableFileError('damaged: none of its pages can be read');
    return { lines, damaged };
}
async function linesOfPage(pdf, number) {
    const page = await pdf.getPage(number);
    const { transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const upright = [];
    let rightToLeft = 0;
    let printed = 0;
    for (const item of items) {
        if (!('str' in item) || item.str.trim() === '')
            continue;
        const [a, b, c, d, x, y] = product(transform, item.transform);
        const size = Math.hypot(c, d);
        // What runs up the margin (a stamp, the name of a photographer) is no part of the text.
        if (Math.abs(b) > Math.abs(a) || size === 0)
            continue;
        printed += item.str.length;
        if (item.dir === 'rtl')
            rightToLeft += item.str.length;
        const width = item.width;
        upright.push({
            text: item.str.replace(SHAPES, (shape) => shape.normalize('NFKC')),
            x,
            y,
            width,
            size,
        });
    }
    page.cleanup();
    return linesInOrder(upright, rightToLeft > printed / 2);
}
/** Arabic letters as shapes at the start, in the middle or at the end of a word, which is how Chromium prints them. */
const SHAPES = /[\ufb50-\ufbb1\ufbd3-\ufbff\ufe80-\ufefc]+/gu;
/** First `inner`, then `outer`: ISO 32000-1, 8.3.4. */
function product(outer, inner) {
    const [a, b, c, d, e, f] = outer;
    const [g, h, i, j, k, l] = inner;
    return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
async function propertiesOf(pdf) {
    const known = await pdf.getMetadata().catch(() => undefined);
    const info = (known?.info ?? {});
    const xmp = (name) => known?.metadata?.get(name) ?? undefined;
    const title = xmp('dc:title') ?? info.Title;
    return fieldsOf({
        title: typeof title === 'string' && isTitle(title) ? title : undefined,
        author: xmp('dc:creator') ?? info.Author,
        publisher: xmp('dc:publisher'),
        published: dayOf(xmp('dc:date')) ?? dayOf(info.CreationDate),
        url: xmp('prism:url') ?? xmp('dc:source'),
        language: info.Language,
    }).fields;
}
/** Programs write the name of the file, or what they call a new document. */
function isTitle(title) {
    return !/\.\w{2,5}$|^(?:untitled|microsoft word|about:blank|document\d*$)/iu.test(title.trim());
}
/** `D:20210514103000+02'00'` (ISO 32000-1, 7.9.4), or ISO 8601: its day, as it was where it was written. */
function dayOf(date) {
    const one = Array.isArray(date) ? date[0] : date;
    const parts = typeof one === 'string' ? one.match(/^(?:D:)?(\d{4})-?(\d\d)-?(\d\d)/u) : null;
    return parts ? parts.slice(1).join('-') : undefined;
}
function warning(reason) {
    return { flaw: { severity: 'warning', reason } };
}
/** `page 3`, `pages 1–4, 7`. */
function listed(pages) {
    const ranges = [];
    for (const page of pages) {
        const last = ranges.at(-1);
        if (last && last[1] === page - 1)
            last[1] = page;
        else
            ranges.push([page, page]);
    }
    const shown = ranges.slice(0, 20).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
    return `${pages.length === 1 ? 'page' : 'pages'} ${shown.join(', ')}${ranges.length > 20 ? ' …' : ''}`;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
