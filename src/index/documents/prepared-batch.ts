import type { Article } from '../../model/article.ts';
import { splitOfBytes } from '../database/encoding.ts';
import { documentWords } from '../document-words.ts';
import { gatherTerms } from '../engines/segments/postings/gathered-terms.ts';
import { ByteReader, ByteWriter } from '../engines/segments/postings/varint.ts';
import { countDocument } from '../lexicon/counted-document.ts';
import { Vocabulary } from '../vocabulary.ts';
import { documentOf } from './document.ts';
import { type PreparedArticle, type PreparedRows, rowsOf } from './prepared-article.ts';

/** Prepared articles on their way between threads: few large values, which are quickly copied. */
export interface PreparedBatch {
  /** Words of all its articles, each once. */
  readonly words: readonly string[];
  /** Of each article its pieces, one after the other, each after its length as a varint. */
  readonly bytes: Uint8Array;
}

/** Works out of articles all that an index keeps of them: pure, and most of what reading an archive costs. */
export function prepareBatch(articles: readonly Article[]): PreparedBatch {
  const vocabulary = new Vocabulary();
  const all = new ByteWriter(1 << 16);
  const piece = new ByteWriter();
  const add = (bytes: Uint8Array) => {
    all.varint(bytes.length);
    all.copy(bytes);
  };
  for (const article of articles) {
    const rows = rowsOf(article);
    const document = documentOf(article, splitOfBytes(rows.spans), 0, 0);
    for (const column of COLUMNS) add(rows[column]);
    piece.length = 0;
    for (const mark of rows.marks) piece.varint(mark >>> 0);
    add(piece.written());
    const words = documentWords(document);
    for (const gather of [gatherTerms, countDocument]) {
      piece.length = 0;
      gather(document, words, { vocabulary, to: piece });
      add(piece.written());
    }
  }
  return { words: vocabulary.words, bytes: all.written() };
}

/** The articles of a batch, in their order. */
export function* preparedIn({ words, bytes }: PreparedBatch): Generator<PreparedArticle> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const reader = new ByteReader(all);
  const next = () => {
    const length = reader.varint();
    const start = reader.at;
    reader.at += length;
    return all.subarray(start, reader.at);
  };
  while (reader.at < all.length) {
    const columns = Object.fromEntries(COLUMNS.map((column) => [column, next()])) as Columns;
    const marks = marksIn(next());
    yield { rows: { ...columns, marks }, terms: { words, bytes: next() }, counted: { words, bytes: next() } };
  }
}

type Columns = Omit<PreparedRows, 'marks'>;

const COLUMNS = [
  ...(['id', 'mark', 'published', 'publisher', 'language', 'textMark', 'findable'] as const),
  ...(['fields', 'text', 'spans'] as const),
];

function marksIn(bytes: Buffer): number[] {
  const reader = new ByteReader(bytes);
  const marks: number[] = [];
  while (reader.at < bytes.length) marks.push(reader.varint() | 0);
  return marks;
}
