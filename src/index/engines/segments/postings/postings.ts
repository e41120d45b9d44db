import { ByteReader, type ByteWriter } from './varint.ts';

/**
 * A term's postings: its articles in order, and inside each of them its sentences. One list serves all three levels:
 * whoever asks for articles steps over the sentences.
 *
 *     article  = varint(gap * 2 + several) (one | several)
 *     one      = varint(ordinal)                         one sentence, once, not in the title
 *     several  = varint(frequency) varint(size) sentence* frequency in the article with its title; bytes of sentences
 *     sentence = varint(gap * 2 + again) [varint(frequency)]
 *
 * Gaps count from the one before plus one, at first from 0. An article that has the term in its title only has no
 * sentence.
 */
export interface Postings {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** A term's sentences in one article: their ordinals, ascending, and how often each holds the term. */
export interface TermOccurrences {
  /** In the article with its title. */
  frequency: number;
  /** How many sentences there are; the arrays may be longer. */
  count: number;
  readonly ordinals: number[];
  readonly frequencies: number[];
}

/**
 * Appends one article to a term's postings; `gap`: articles since the last one. `sentences`: a scratch buffer to use
 * again.
 */
export function writeArticle(
  gap: number,
  { frequency, count, ordinals, frequencies }: TermOccurrences,
  to: ByteWriter,
  sentences: ByteWriter,
): void {
  if (count === 1 && frequency === 1) {
    to.varint(gap * 2);
    to.varint(ordinals[0]!);
    return;
  }
  sentences.length = 0;
  let next = 0;
  for (let i = 0; i < count; i++) {
    const again = frequencies[i]! > 1;
    sentences.varint((ordinals[i]! - next) * 2 + (again ? 1 : 0));
    if (again) sentences.varint(frequencies[i]!);
    next = ordinals[i]! + 1;
  }
  to.varint(gap * 2 + 1);
  to.varint(frequency);
  to.varint(sentences.length);
  to.copy(sentences.bytes, 0, sentences.length);
}

/** Iterates over a term's postings, article by article, from before the first. The scorer has its own loops. */
export class PostingsReader {
  article = -1;
  /** The current article's bytes after its gap, and whether they are a list of sentences or one ordinal. */
  start = 0;
  end = 0;
  several = false;
  private readonly reader: ByteReader;
  private readonly limit: number;

  constructor({ bytes, start, end }: Postings) {
    this.reader = new ByteReader(bytes, start);
    this.limit = end;
  }

  /** Moves to the next article; false after the last. */
  next(): boolean {
    const { reader } = this;
    if (reader.at >= this.limit) return false;
    const head = reader.varint();
    this.article += (head >>> 1) + 1;
    this.several = (head & 1) === 1;
    this.start = reader.at;
    reader.varint();
    if (this.several) {
      const size = reader.varint();
      reader.at += size;
    }
    this.end = reader.at;
    return true;
  }

  /** Writes the numbers of the current article's sentences, the first of which has `first`, into `to` from `at` on. Returns where they end. */
  numbers(first: number, to: Uint32Array, at: number): number {
    const { reader } = this;
    let end = at;
    reader.at = this.start;
    const opening = reader.varint();
    if (!this.several) {
      to[end++] = first + opening;
      return end;
    }
    reader.varint();
    let next = first;
    while (reader.at < this.end) {
      const head = reader.varint();
      if (head & 1) reader.varint();
      next += head >>> 1;
      to[end++] = next++;
    }
    return end;
  }

  /** Visits the current article's sentences. Returns the term's frequency in the article with its title. */
  sentences(visit: (ordinal: number, frequency: number) => void): number {
    const reader = new ByteReader(this.reader.bytes, this.start);
    const first = reader.varint();
    if (!this.several) {
      visit(first, 1);
      return 1;
    }
    reader.varint();
    let next = 0;
    while (reader.at < this.end) {
      const head = reader.varint();
      const ordinal = next + (head >>> 1);
      visit(ordinal, head & 1 ? reader.varint() : 1);
      next = ordinal + 1;
    }
    return first;
  }
}
