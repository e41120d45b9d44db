import { fieldsOf } from '../../metadata/fields.js';
import { parseMarkup } from './markup-parser.js';
/** The texts of an XML file's elements of these names (without prefix), by name, in order; blank ones are skipped. */
export function elementTexts(xml, wanted) {
    const found = new Map();
    let open;
    let text = '';
    parseMarkup(xml, {
        onopentag(name) {
            const local = localName(name);
            if (!wanted.has(local))
                return;
            [open, text] = [local, ''];
        },
        ontext(part) {
            if (open !== undefined)
                text += part;
        },
        onclosetag(name) {
            if (open === undefined || localName(name) !== open)
                return;
            const words = text.trim();
            const before = found.get(open);
            if (words !== '' && before)
                before.push(words);
            else if (words !== '')
                found.set(open, [words]);
            open = undefined;
        },
    }, { xml: true });
    return found;
}
/** An XML name without its prefix. */
export function localName(name) {
    return name.slice(name.indexOf(':') + 1);
}
/** The names that Dublin Core, OpenDocument and Office Open XML have for a date, best first. */
const DATES = ['date', 'created', 'creation-date'];
const WANTED = new Set([
    ...['title', 'creator', 'initial-creator', 'publisher', 'language', 'source', 'identifier'],
    ...DATES,
]);
/** The fields of a document by its own properties (Dublin Core and its relatives); invalid ones are skipped. */
export function propertiesOf(xml) {
    const found = elementTexts(xml, WANTED);
    const published = DATES.map((name) => found.get(name)?.[0]).find((date) => date !== undefined);
    const addresses = [...(found.get('source') ?? []), ...(found.get('identifier') ?? [])];
    return fieldsOf({
        title: found.get('title')?.[0],
        author: (found.get('initial-creator') ?? found.get('creator'))?.join(', '),
        publisher: found.get('publisher')?.[0],
        language: found.get('language')?.[0],
        published: published && withoutFraction(published),
        url: addresses.find((address) => /^https?:\/\//iu.test(address)),
    }).fields;
}
/** OpenDocument writes 2021-05-14T10:30:00.123456789. */
function withoutFraction(date) {
    return date.replace(/(:\d\d)\.\d{1,12}/u, '$1');
}
