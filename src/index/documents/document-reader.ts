import { LRUCache } from 'lru-cache';
import type { Collection, Document } from '../../model/model.ts';
import type { Connection } from '../database/connection.ts';
import { bytesOfText } from '../database/encoding.ts';
import { there } from './document.ts';
import { documentIn, totalsIn } from './document-table.ts';

/** Texts that are remembered, in UTF-16 units: half as many bytes where they are Latin, twice as many otherwise. */
const TEXTS_KEPT = 8 * 1024 * 1024;
/** What an article takes beside its text. */
const FIELDS = 2_000;
const HOLDERS_KEPT = 20_000;
/** Texts that are looked into for exact words: who shows them stops at as many places. */
const MOST_CONTAINING = 1_000;

const HOLDER = 'SELECT number FROM articles WHERE first <= ? ORDER BY first DESC, number DESC LIMIT 1';
const IN_ORDER = `FROM files CROSS JOIN articles ON articles.file = files.id CROSS JOIN texts USING (number)
  WHERE counts = 1`;
const ORDER = 'ORDER BY path, place';

/** The articles of a store as they were when this was called, read when they are asked for. */
export function storedCollection(connection: Connection): Collection {
  const { articles, sentences } = totalsIn(connection);
  const documents = new LRUCache<number, Document>({
    maxSize: TEXTS_KEPT,
    sizeCalculation: ({ article, sentences }) => article.text.length + 200 * sentences.length + FIELDS,
  });
  const holders = new LRUCache<number, number>({ max: HOLDERS_KEPT });
  const document = (number: number) => {
    let found = documents.get(number);
    if (!found) {
      found = there(documentIn(connection, number), `article ${number}`);
      documents.set(number, found);
    }
    return found;
  };
  /** The article that a sentence is of. */
  const holderOf = (sentence: number) => {
    let holder = holders.get(sentence);
    if (holder === undefined) {
      const row = connection.row(HOLDER, sentence);
      holder = Number(there(row, `sentence ${sentence}`)[0]);
      holders.set(sentence, holder);
    }
    return holder;
  };
  const numbers = (sql: string, ...values: Buffer[]) =>
    Array.from(connection.rows(`SELECT number ${sql}`, ...values), ([number]) => Number(number));

  return {
    articles,
    size: sentences,
    document,
    sentence(number) {
      const { sentences } = document(holderOf(number));
      return there(sentences[number - (sentences[0]?.number ?? 0)], `sentence ${number}`);
    },
    *containing(words) {
      if (words === '') {
        for (const number of numbers(`${IN_ORDER} ${ORDER}`)) yield document(number);
        return;
      }
      // Other texts that hold these bytes by chance are found as well; who asked compares the characters.
      const latin = bytesOfText(words)[0] === 0 ? Buffer.from(words, 'latin1') : Buffer.from(words);
      const found = numbers(
        `${IN_ORDER} AND instr(text, CASE substr(text, 1, 1) WHEN x'00' THEN ? WHEN x'01' THEN ? ELSE ? END) > 0
         ${ORDER} LIMIT ${MOST_CONTAINING}`,
        latin,
        Buffer.from(words),
        Buffer.from(words, 'utf16le'),
      );
      for (const number of found) {
        const one = document(number);
        if (one.article.text.includes(words)) yield one;
      }
    },
  };
}
