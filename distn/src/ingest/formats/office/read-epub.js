import { posix } from 'node:path';
import { articleOf } from '../../metadata/new-article.js';
import { flawOf, readOrRefuse } from '../read-binary.js';
import { UnreadableFileError } from '../unreadable.js';
import { blocksOf, HTML } from './blocks.js';
import { parseMarkup } from './markup-parser.js';
import { localName, propertiesOf } from './properties.js';
import { unzip } from './unzip.js';
/**
 * Reads an `.epub` file: one article for each chapter (a file of its spine), so that a citation names the chapter:
 * `Chapter · Book`. EPUB 2 and 3 (https://www.w3.org/TR/epub-33/); protected books are refused.
 */
export async function* read(file) {
    try {
        yield* chaptersOf(file, await unzip(await readOrRefuse(file), isText));
    }
    catch (error) {
        yield { flaw: flawOf(error) };
    }
}
function isText(name) {
    return /\.(?:opf|ncx|x?html?|xml)$/iu.test(name);
}
function* chaptersOf(file, entries) {
    if (entries.has('META-INF/rights.xml'))
        throw new UnreadableFileError('protected against copying (DRM)');
    const place = packageOf(entries);
    const xml = textOf(entries, place);
    const { spine, tables } = bookOf(xml, posix.dirname(place));
    const { title: book, ...fields } = propertiesOf(xml);
    const titles = new Map(tables.flatMap((table) => [...labelsOf(textOf(entries, table), posix.dirname(table))]));
    if (spine.length === 0)
        throw new UnreadableFileError('no chapters: its package lists none');
    let chapters = 0;
    for (const name of spine) {
        const chapter = entries.get(name);
        if (!chapter) {
            yield { flaw: { severity: 'warning', reason: `a chapter is missing: ${name}` } };
            continue;
        }
        const { text, heading } = blocksOf(chapter.toString('utf8'), HTML);
        // Covers and other pictures.
        if (text === '')
            continue;
        chapters += 1;
        const parts = [titles.get(name) ?? heading, book].filter((part) => part !== undefined);
        // The title page is called like the book.
        const title = [...new Set(parts)].join(' · ');
        yield articleOf({
            id: `${file.path}#${name}`,
            path: file.path,
            text,
            encoding: 'utf-8',
            fields: title === '' ? fields : { ...fields, title },
            fieldsFrom: 'document properties',
        });
    }
    if (chapters === 0)
        throw new UnreadableFileError('no text');
}
function packageOf(entries) {
    let place;
    each(textOf(entries, 'META-INF/container.xml'), (name, attributes) => {
        if (name === 'rootfile')
            place ??= attributes['full-path'];
    });
    if (place === undefined)
        throw new UnreadableFileError('not an EPUB: META-INF/container.xml names no package');
    return place;
}
function textOf(entries, name) {
    const entry = entries.get(name);
    if (!entry)
        throw new UnreadableFileError(`incomplete EPUB: ${name} is missing`);
    return entry.toString('utf8');
}
/** The files of the spine in order, and those that hold the titles of the chapters, the newer form last. */
function bookOf(xml, folder) {
    const items = new Map();
    const order = [];
    const tables = [];
    let contents;
    each(xml, (name, { id, href, properties = '', 'media-type': type, idref }) => {
        if (name === 'itemref' && idref !== undefined)
            order.push(idref);
        if (name !== 'item' || id === undefined || href === undefined)
            return;
        const path = resolved(folder, href);
        items.set(id, path);
        if (type === 'application/x-dtbncx+xml')
            tables.unshift(path);
        if (!properties.split(/\s+/u).includes('nav'))
            return;
        tables.push(path);
        contents = path;
    });
    const spine = order.map((id) => items.get(id)).filter((path) => path !== undefined && path !== contents);
    return { spine: [...new Set(spine)], tables };
}
/** What the table of contents calls each file: the first entry that points into it. Both forms, NCX and nav. */
function labelsOf(xml, folder) {
    const labels = new Map();
    let label = '';
    let href;
    const keep = (address) => {
        const words = label.replace(/\s+/gu, ' ').trim();
        const path = address === undefined ? undefined : resolved(folder, address);
        if (path !== undefined && words !== '' && !labels.has(path))
            labels.set(path, words);
    };
    parseMarkup(xml, {
        onopentag(tag, { href: address, src }) {
            const name = localName(tag);
            if (name === 'a' || name === 'navLabel')
                [label, href] = ['', address];
            else if (name === 'content')
                keep(src);
        },
        ontext(text) {
            label += text;
        },
        onclosetag(tag) {
            if (localName(tag) === 'a')
                keep(href);
        },
    }, { xml: true });
    return labels;
}
function each(xml, see) {
    parseMarkup(xml, { onopentag: (name, attributes) => see(localName(name), attributes) }, { xml: true });
}
/** The entry that an address in a file of `folder` means, without its fragment. */
function resolved(folder, href) {
    const path = href.replace(/#.*$/su, '');
    return posix.normalize(posix.join(folder, decoded(path)));
}
function decoded(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}
