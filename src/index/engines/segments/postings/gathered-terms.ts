import type { Document } from '../../../../model/article.ts';
import type { DocumentWords } from '../../../document-words.ts';
import type { Vocabulary } from '../../../vocabulary.ts';
import { ArticleTerms } from './article-terms.ts';
import type { TermOccurrences } from './postings.ts';
import { ByteReader, type ByteWriter } from './varint.ts';

/**
 * The terms of one article with the sentences that hold each, gathered in one thread to be added to a segment in another.
 *
 *     article  = varint(terms) term*
 *     term     = varint(word) varint(frequency) varint(sentences) sentence*
 *     sentence = varint(ordinal) varint(frequency)
 */
export interface GatheredTerms {
  /** What the numbers of terms stand for. */
  readonly words: readonly string[];
  readonly bytes: Uint8Array;
}

const articleTerms = new ArticleTerms();
const occurrences: TermOccurrences = { frequency: 0, count: 0, ordinals: [], frequencies: [] };

/** Where what is gathered goes, and what numbers its words. */
export interface Gathering {
  readonly vocabulary: Vocabulary;
  readonly to: ByteWriter;
}

/** Appends the terms of an article as `GatheredTerms.bytes`. */
export function gatherTerms(document: Document, words: DocumentWords, { vocabulary, to }: Gathering): void {
  articleTerms.read(document, words, (term) => vocabulary.numberOf(term));
  to.varint(articleTerms.count);
  for (let slot = 0; slot < articleTerms.count; slot++) {
    articleTerms.occurrencesOf(slot, occurrences);
    to.varint(articleTerms.ids[slot]!);
    to.varint(occurrences.frequency);
    to.varint(occurrences.count);
    for (let i = 0; i < occurrences.count; i++) {
      to.varint(occurrences.ordinals[i]!);
      to.varint(occurrences.frequencies[i]!);
    }
  }
}

/** Reads what `gatherTerms` wrote, term by term. */
export class GatheredTermsReader {
  /** How many terms there are. */
  readonly count: number;
  private readonly words: readonly string[];
  private readonly found: TermOccurrences;
  private readonly reader: ByteReader;

  constructor({ words, bytes }: GatheredTerms, found: TermOccurrences) {
    this.words = words;
    this.found = found;
    this.reader = new ByteReader(bytes);
    this.count = this.reader.varint();
  }

  /** Returns the next term, and writes where it stands into `found`. */
  next(): string {
    const { reader, found } = this;
    const term = this.words[reader.varint()]!;
    found.frequency = reader.varint();
    found.count = reader.varint();
    for (let i = 0; i < found.count; i++) {
      found.ordinals[i] = reader.varint();
      found.frequencies[i] = reader.varint();
    }
    return term;
  }
}
