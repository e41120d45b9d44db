import type { Article, Document } from '../../model/model.ts';
import { codeOf } from '../../text/languages/language.ts';
import type { Connection } from '../database/connection.ts';
import {
  bytes,
  bytesOfJson,
  bytesOfSplit,
  bytesOfText,
  checksumOf,
  Damaged,
  jsonOfBytes,
  splitOfBytes,
  textOfBytes,
} from '../database/encoding.ts';
import { documentOf, splitOf } from './document.ts';
import { LIKENESS_TABLE, mark, unmark } from './duplicate-table.ts';
import { findableAs, markOf, textMarkOf } from './metadata.ts';

/**
 * What is short of each article, in its own table, so that lists and filters read little; and what is long. Every
 * column is a number or bytes: libsql ends the process where damaged text isn't UTF-8. An article's number, and those of
 * its sentences from `first` on, are never given again.
 */
export const ARTICLE_TABLES = `
  CREATE TABLE articles (
    number INTEGER PRIMARY KEY, first INTEGER NOT NULL, sentences INTEGER NOT NULL, file INTEGER NOT NULL,
    place INTEGER NOT NULL, line INTEGER NOT NULL, counts INTEGER NOT NULL, id BLOB NOT NULL, mark BLOB NOT NULL,
    published BLOB NOT NULL, publisher BLOB NOT NULL, language BLOB NOT NULL,
    text_mark BLOB NOT NULL, findable BLOB NOT NULL
  );
  CREATE INDEX articles_of_file ON articles (file, place);
  CREATE INDEX articles_by_sentence ON articles (first);
  CREATE INDEX articles_by_id ON articles (id);
  CREATE INDEX articles_by_mark ON articles (mark);
  CREATE INDEX articles_by_text ON articles (text_mark) WHERE counts = 1;
  CREATE INDEX articles_newest ON articles (published DESC, id) WHERE counts = 1;
  CREATE INDEX articles_by_publisher ON articles (publisher) WHERE counts = 1;
  CREATE INDEX articles_by_language ON articles (language) WHERE counts = 1;
  CREATE INDEX articles_left_out ON articles (file) WHERE counts = 0;
  CREATE TABLE texts (
    number INTEGER PRIMARY KEY, fields BLOB NOT NULL, text BLOB NOT NULL, spans BLOB NOT NULL, checksum INTEGER NOT NULL
  );
  CREATE TABLE totals (
    articles INTEGER NOT NULL, sentences INTEGER NOT NULL, next_number INTEGER NOT NULL, next_first INTEGER NOT NULL
  );
  INSERT INTO totals VALUES (0, 0, 0, 0);
  ${LIKENESS_TABLE}`;

/** Where an article was read: its file, its place among what was read of the file, and the line, where it has one. */
export interface Where {
  readonly file: number;
  readonly place: number;
  readonly line: number | undefined;
}

/** Told inside the transaction of every article that begins to count, or ends to. */
export interface Listener {
  begun(): void;
  added(document: Document): void;
  removed(document: Document): void;
  /** Before the transaction is committed. */
  done(): void;
}

/** The articles of a store, while a transaction writes. */
export interface ArticleTable {
  begin(): void;
  of(file: number): { readonly number: number; readonly id: string }[];
  /** Of these articles the one that is exactly this. */
  same(numbers: readonly number[], article: Article): number | undefined;
  /** A new article; or with its number one that is known, at another place. */
  write(same: number | undefined, article: Article, where: Where): void;
  /** Articles of one id have changed places. */
  touch(id: string): void;
  /** Goes when all is settled. */
  remove(number: number): void;
  /** Which of several articles with one id counts: the first in reading order. */
  settle(): void;
}

type Totals = Record<'articles' | 'sentences' | 'nextNumber' | 'nextFirst', number>;

export function articleTable(connection: Connection, listener?: Listener): ArticleTable {
  const gone = new Set<number>();
  const touched = new Set<string>();
  let totals: Totals;

  const contentOf = ({ text, ...fields }: Article) => [bytesOfJson(fields), bytesOfText(text)] as const;
  const insert = (article: Article, { file, place, line = 0 }: Where) => {
    const split = splitOf(article);
    const document = documentOf(article, split, totals.nextNumber, totals.nextFirst);
    const { number, sentences } = document;
    const first = totals.nextFirst;
    totals.nextNumber += 1;
    totals.nextFirst += sentences.length;
    const { id, published = '', publisher = '', language } = article;
    // One whose id no other has is counted at once, and isn't read again.
    const alone = !connection.row('SELECT 1 FROM articles WHERE id = ? LIMIT 1', Buffer.from(id));
    const numbers = [number, first, sentences.length, file, place, line, alone ? 1 : 0];
    const texts = [
      ...[id, markOf(id), published, publisher, codeOf(language) ?? ''],
      ...[textMarkOf(article.text), findableAs(article)],
    ].map((text) => Buffer.from(text));
    connection.run('INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)', ...numbers, ...texts);
    const row = [...contentOf(article), bytesOfSplit(split)] as const;
    connection.run('INSERT INTO texts VALUES (?,?,?,?,?)', number, ...row, checksumOf(number, first, ...row));
    if (alone) tell(document, true);
    else touched.add(id);
  };
  /**
   * An article that comes to count later gets a new number: the old one may have counted before, and those who listen are
   * told of articles in the order of their numbers.
   */
  const renumbered = (old: number) => {
    const { fields, text, spans } = known(textRow(connection, old));
    const row = [fields, text, spans] as const;
    const number = totals.nextNumber++;
    const first = totals.nextFirst;
    totals.nextFirst += splitOfBytes(spans).sentences.length;
    connection.run('UPDATE articles SET number = ?, first = ? WHERE number = ?', number, first, old);
    connection.run('DELETE FROM texts WHERE number = ?', old);
    connection.run('INSERT INTO texts VALUES (?,?,?,?,?)', number, ...row, checksumOf(number, first, ...row));
    return number;
  };
  const tell = (document: Document, counts: boolean) => {
    const by = counts ? 1 : -1;
    totals.articles += by;
    totals.sentences += by * document.sentences.length;
    if (counts) mark(connection, document);
    else unmark(connection, document);
    if (counts) listener?.added(document);
    else listener?.removed(document);
  };
  const counted = (number: number, counts: boolean) => {
    connection.run('UPDATE articles SET counts = ? WHERE number = ?', counts ? 1 : 0, number);
    tell(known(documentIn(connection, number)), counts);
  };

  return {
    begin() {
      gone.clear();
      touched.clear();
      totals = totalsIn(connection);
    },
    of: (file) =>
      Array.from(
        connection.rows('SELECT number, CAST(id AS BLOB) FROM articles WHERE file = ?', file),
        (row) => {
          return { number: Number(row[0]), id: bytes(row[1]).toString() };
        },
      ),
    same(numbers, article) {
      if (numbers.length === 0) return undefined;
      const [fields, text] = contentOf(article);
      return numbers.find((number) => {
        const row = textRow(connection, number);
        return row?.fields.equals(fields) && row.text.equals(text);
      });
    },
    write(same, article, { file, place, line = 0 }) {
      if (same === undefined) insert(article, { file, place, line });
      else connection.run('UPDATE articles SET place = ?, line = ? WHERE number = ?', place, line, same);
    },
    touch: (id) => void touched.add(id),
    remove: (number) => void gone.add(number),
    settle() {
      for (const number of gone) {
        const row = connection.row('SELECT counts, CAST(id AS BLOB) FROM articles WHERE number = ?', number);
        if (row?.[0] === 1) counted(number, false);
        if (row) touched.add(bytes(row[1]).toString());
        for (const table of ['articles', 'texts'])
          connection.run(`DELETE FROM ${table} WHERE number = ?`, number);
      }
      for (const id of touched) {
        const [first, ...others] = inReadingOrder(connection, id);
        for (const { number, counts } of others) if (counts) counted(number, false);
        if (first && !first.counts) counted(renumbered(first.number), true);
      }
      gone.clear();
      touched.clear();
      const { articles, sentences, nextNumber, nextFirst } = totals;
      connection.run('DELETE FROM totals');
      connection.run('INSERT INTO totals VALUES (?,?,?,?)', articles, sentences, nextNumber, nextFirst);
    },
  };
}

function known<T extends {}>(found: T | undefined): T {
  if (!found) throw new Damaged('an article is missing');
  return found;
}

function inReadingOrder(connection: Connection, id: string) {
  const rows = connection.rows(
    `SELECT number, counts, place, CAST(path AS BLOB) FROM articles JOIN files ON files.id = file WHERE articles.id = ?`,
    Buffer.from(id),
  );
  return Array.from(rows, ([number, counts, place, path]) => ({
    number: Number(number),
    counts: counts === 1,
    place: Number(place),
    path: jsonOfBytes(bytes(path)) as string,
  })).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.place - b.place));
}

/** How many articles count, by the path of their file. */
export function articlesByFile(connection: Connection): Map<string, number> {
  const rows =
    connection.rows(`SELECT CAST(path AS BLOB), COUNT(*) FROM articles JOIN files ON files.id = file
    WHERE counts = 1 GROUP BY file`);
  return new Map(Array.from(rows, ([path, count]) => [jsonOfBytes(bytes(path)) as string, Number(count)]));
}

export function totalsIn(connection: Connection): Totals {
  const row = connection.row(
    'SELECT CAST(articles AS INTEGER), sentences, next_number, next_first FROM totals',
  );
  if (!row) throw new Damaged('the totals are missing');
  const [articles, sentences, nextNumber, nextFirst] = row.map(Number) as [number, number, number, number];
  return { articles, sentences, nextNumber, nextFirst };
}

const TEXT = `SELECT CAST(first AS INTEGER), CAST(fields AS BLOB), CAST(text AS BLOB), CAST(spans AS BLOB),
  CAST(checksum AS INTEGER) FROM texts JOIN articles USING (number) WHERE number = ?`;

function textRow(connection: Connection, number: number) {
  const row = connection.row(TEXT, number);
  if (!row) return undefined;
  const [first, fields, text, spans, checksum] = row as [number, Buffer, Buffer, Buffer, number];
  if (checksumOf(number, first, bytes(fields), bytes(text), bytes(spans)) !== checksum) {
    throw new Damaged('an article is not what was written');
  }
  return { first, fields, text, spans };
}

/** An article with its spans, as it was written. Throws `Damaged`. */
export function documentIn(connection: Connection, number: number): Document | undefined {
  const row = textRow(connection, number);
  if (!row) return undefined;
  const fields = jsonOfBytes(row.fields) as Omit<Article, 'text'>;
  return documentOf({ ...fields, text: textOfBytes(row.text) }, splitOfBytes(row.spans), number, row.first);
}
