import { elementsOf } from './xml-elements.js';
/** Readers by the root element of the XML file; the first that accepts it reads it. */
const KINDS = [
    { accepts: ({ name }) => name === 'mediawiki', load: () => import('./read-mediawiki.js') },
    {
        accepts: ({ name, attributes }) => name === 'rss' && /wordpress\.org\/export/u.test(attributes['xmlns:wp'] ?? ''),
        load: () => import('./read-wxr.js'),
    },
    {
        accepts: ({ name }) => /^(?:[\w-]+:)?(?:rss|feed|RDF)$/u.test(name),
        load: () => import('./read-feed.js'),
    },
];
/** Reads a feed, a WordPress export or a MediaWiki dump; other XML is skipped with a warning. */
export async function* read(file) {
    const flaws = [];
    for await (const found of elementsOf(file, { names: new Set() })) {
        if ('flaw' in found) {
            flaws.push(found.flaw);
            continue;
        }
        // What is wrong so far is said again by the reader that it matters to.
        const kind = KINDS.find(({ accepts }) => accepts(found.element));
        if (kind)
            yield* (await kind.load()).read(file);
        else
            yield { flaw: { severity: 'warning', reason: otherKind(found.element) } };
        return;
    }
    for (const flaw of flaws)
        yield { flaw };
    if (flaws.length === 0)
        yield { flaw: { severity: 'error', reason: 'not XML: it has no element' } };
}
function otherKind({ name }) {
    return `unsupported XML, left out: <${name.slice(0, 40)}> is neither a feed (RSS, Atom), nor a WordPress export, nor a MediaWiki dump`;
}
