import { signatureOf, unitsOf } from './levenshtein.js';
import { ByteWriter } from './varint.js';
/**
 * A term is varint(units shared with the term before) varint(bytes) unit*: the units that it doesn't share, each a varint;
 * a block's first term shares none.
 */
export const TERMS_PER_BLOCK = 16;
/** By block, in `TermDictionaryData.blocks`: where it begins in `terms`, in `infos` and in `postings`. */
export const BLOCK_STRIDE = 3;
export const TERMS_START = 0;
export const INFOS_START = 1;
export const POSTINGS_START = 2;
/** Writes the dictionary of a segment; terms must come in the order of their UTF-16 units, none twice. */
export function writeTermDictionary(sorted) {
    const terms = new ByteWriter();
    const infos = new ByteWriter();
    const postings = new ByteWriter();
    const suffix = new ByteWriter();
    const blocks = [];
    const signatures = [];
    let count = 0;
    let before = '';
    for (const { term, frequency, bytes, start, end } of sorted) {
        const opens = count % TERMS_PER_BLOCK === 0;
        if (opens)
            blocks.push(terms.length, infos.length, postings.length);
        const shared = sharedBeginning(before, term);
        suffix.length = 0;
        for (const unit of unitsOf(opens ? term : term.slice(shared)))
            suffix.varint(unit);
        terms.varint(shared);
        terms.varint(suffix.length);
        terms.copy(suffix.bytes, 0, suffix.length);
        infos.varint(frequency.sentence);
        infos.varint(frequency.paragraph);
        infos.varint(frequency.article);
        infos.varint(end - start);
        postings.copy(bytes, start, end);
        signatures.push(signatureOf(term));
        before = term;
        count += 1;
    }
    return {
        terms: terms.written(),
        infos: infos.written(),
        blocks: Uint32Array.from(blocks),
        postings: postings.written(),
        signatures: Uint32Array.from(signatures),
        count,
    };
}
/** UTF-16 units that both begin with. */
function sharedBeginning(a, b) {
    let shared = 0;
    while (shared < a.length && a.charCodeAt(shared) === b.charCodeAt(shared))
        shared += 1;
    return shared;
}
