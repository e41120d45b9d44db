import { signatureOf, unitsOf } from './levenshtein.ts';
import type { PartTerm } from './segment-types.ts';
import { ByteWriter } from './varint.ts';

/**
 * Terms in a block of the dictionary. A term is varint(units shared with the one before) varint(bytes) unit*: of a
 * block's first term all units, each a varint, of the others those that they don't share.
 */
export const BLOCK = 16;

/** The bytes of a dictionary and of its postings, as `Dictionary` reads them. */
export interface WrittenDictionary {
  readonly terms: Uint8Array;
  readonly facts: Uint8Array;
  /** By block: where it begins in `terms`, in `facts` and in `postings`. */
  readonly blocks: Uint32Array;
  readonly postings: Uint8Array;
  /** By term. */
  readonly signatures: Uint32Array;
  readonly count: number;
}

/** `terms` in the order of their UTF-16 units, none twice. */
export function writeDictionary(sorted: Iterable<PartTerm>): WrittenDictionary {
  const terms = new ByteWriter();
  const facts = new ByteWriter();
  const postings = new ByteWriter();
  const suffix = new ByteWriter();
  const blocks: number[] = [];
  const signatures: number[] = [];
  let count = 0;
  let before = '';
  for (const { term, frequency, bytes, start, end } of sorted) {
    const opens = count % BLOCK === 0;
    if (opens) blocks.push(terms.length, facts.length, postings.length);
    const shared = sharedBeginning(before, term);
    suffix.length = 0;
    for (const unit of unitsOf(opens ? term : term.slice(shared))) suffix.varint(unit);
    terms.varint(shared);
    terms.varint(suffix.length);
    terms.copy(suffix.bytes, 0, suffix.length);
    facts.varint(frequency.sentence);
    facts.varint(frequency.paragraph);
    facts.varint(frequency.article);
    facts.varint(end - start);
    postings.copy(bytes, start, end);
    signatures.push(signatureOf(term));
    before = term;
    count += 1;
  }
  return {
    terms: terms.written(),
    facts: facts.written(),
    blocks: Uint32Array.from(blocks),
    postings: postings.written(),
    signatures: Uint32Array.from(signatures),
    count,
  };
}

/** UTF-16 units that both begin with. */
function sharedBeginning(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1;
  return shared;
}
