import type { CorpusFile, Item, Reader } from './reader.ts';
import { type Element, elementsOf } from './xml-elements.ts';

export const streams = true;

/** What is in an XML file shows in its root element. The first that accepts it reads it. */
const KINDS: readonly { accepts: (root: Element) => boolean; load: () => Promise<Reader> }[] = [
  { accepts: ({ name }) => name === 'mediawiki', load: () => import('./read-mediawiki.ts') },
  {
    accepts: ({ name, attributes }) =>
      name === 'rss' && /wordpress\.org\/export/u.test(attributes['xmlns:wp'] ?? ''),
    load: () => import('./read-wxr.ts'),
  },
];

export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  for await (const found of elementsOf(file, { names: new Set() })) {
    if ('flaw' in found) {
      yield found;
      if (found.flaw.severity === 'error') return;
      continue;
    }
    const kind = KINDS.find(({ accepts }) => accepts(found.element));
    if (kind) yield* (await kind.load()).read(file);
    else yield { flaw: { severity: 'error', reason: otherKind(found.element) } };
    return;
  }
  yield { flaw: { severity: 'error', reason: 'not XML: it has no element' } };
}

function otherKind({ name }: Element): string {
  return `XML of another kind: <${name.slice(0, 40)}>; Ibid reads WordPress exports and MediaWiki dumps`;
}
