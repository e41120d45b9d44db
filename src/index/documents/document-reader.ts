import { LRUCache } from 'lru-cache';
import { alikeAmong } from '../../ingest/duplicates/near-duplicates.ts';
import type { Document } from '../../model/article.ts';
import type { Connection } from '../database/connection.ts';
import { bytesOfJson, bytesOfText } from '../database/encoding.ts';
import type { Duplicate } from '../index.ts';
import { readDocument } from './document-table.ts';
import { sharingMarks } from './duplicate-table.ts';

/** Reads the documents of one state of an index, and remembers the last ones. */
export interface DocumentReader {
  /** Throws `CorruptIndexError`, also where there is none. */
  read(number: number): Document;
  /** All that are active, by their numbers. */
  all(): Generator<Document>;
  /** As `IndexSnapshot.containing` says; `among`: the numbers of articles that may, where known. */
  containing(words: string, among?: Uint32Array): Generator<Document>;
  duplicatesOf(number: number): readonly Duplicate[];
}

/** Texts that are remembered, in UTF-16 units: half as many bytes where they are Latin, twice as many otherwise. */
const MAX_CACHED_TEXT = 8 * 1024 * 1024;
/** What an article and a sentence take beside the text, in the same units. */
const FIELDS_SIZE = 2_000;
const SENTENCE_SIZE = 200;
/** Articles of which it is remembered which others are the same: to find out takes 20 ms for a megabyte of text. */
const MAX_CACHED_DUPLICATES = 1_000;
/** Texts that are searched for exact words: who shows them stops at as many places. */
const MAX_CONTAINING = 1_000;

export function documentReader(connection: Connection): DocumentReader {
  const inUse = documentsInUse();
  const documents = new LRUCache<number, Document>({
    maxSize: MAX_CACHED_TEXT,
    // One that is larger than that is remembered all the same, and at most two of such.
    sizeCalculation: (document) => Math.min(MAX_CACHED_TEXT / 2, sizeOf(document)),
    memoMethod: (number) => inUse.get(number) ?? inUse.add(readDocument(connection, number)),
  });
  const duplicates = new LRUCache<number, readonly Duplicate[]>({
    max: MAX_CACHED_DUPLICATES,
    memoMethod(number) {
      const document = documents.memo(number);
      const others = sharingMarks(connection, document).map((other) => documents.memo(other));
      return alikeAmong(document.article, others);
    },
  });
  return {
    read: (number) => documents.memo(number),
    *all() {
      for (const number of numbersIn(connection, 'FROM articles WHERE active = 1 ORDER BY number')) {
        yield readDocument(connection, number);
      }
    },
    *containing(words, among) {
      for (const number of holding(connection, words, among)) {
        const document = documents.memo(number);
        if (document.article.text.includes(words)) yield document;
      }
    },
    duplicatesOf: (number) => duplicates.memo(number),
  };
}

/** Documents that somebody still holds, though they may be remembered no more: a question's own aren't decoded again. */
function documentsInUse() {
  const references = new Map<number, WeakRef<Document>>();
  const collected = new FinalizationRegistry<number>((number) => {
    if (references.get(number)?.deref() === undefined) references.delete(number);
  });
  return {
    get: (number: number) => references.get(number)?.deref(),
    add(document: Document): Document {
      references.set(document.number, new WeakRef(document));
      collected.register(document, document.number);
      return document;
    },
  };
}

function sizeOf({ article, sentences }: Document): number {
  return article.text.length + SENTENCE_SIZE * sentences.length + FIELDS_SIZE;
}

/** Numbers are read at once: an open cursor would be in the way of what is read meanwhile. */
function numbersIn(connection: Connection, sql: string, ...values: Buffer[]): number[] {
  return Array.from(connection.rows(`SELECT number ${sql}`, ...values), ([number]) => Number(number));
}

const IN_ORDER = `FROM files CROSS JOIN articles ON articles.file = files.id CROSS JOIN texts USING (number)
  WHERE active = 1`;
const AMONG = `FROM json_each(CAST(? AS TEXT)) CROSS JOIN texts ON texts.number = value CROSS JOIN articles USING (number)
  CROSS JOIN files ON files.id = articles.file WHERE active = 1`;
const ORDER = 'ORDER BY files.path, place';

/** Articles whose texts, as bytes, hold these words: some hold the bytes by chance, and not the characters. */
function holding(connection: Connection, words: string, among?: Uint32Array): number[] {
  if (words === '') return numbersIn(connection, `${IN_ORDER} ${ORDER}`);
  const latin = bytesOfText(words)[0] === 0 ? Buffer.from(words, 'latin1') : Buffer.from(words);
  return numbersIn(
    connection,
    `${among ? AMONG : IN_ORDER} AND instr(text, CASE substr(text, 1, 1) WHEN x'00' THEN ? WHEN x'01' THEN ? ELSE ? END) > 0
     ${ORDER} LIMIT ${MAX_CONTAINING}`,
    ...(among ? [bytesOfJson(Array.from(among))] : []),
    ...[latin, Buffer.from(words), Buffer.from(words, 'utf16le')],
  );
}
