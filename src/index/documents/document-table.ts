import { marksOf } from '../../ingest/duplicates/near-duplicates.ts';
import type { Article, Document } from '../../model/article.ts';
import type { Connection, Value } from '../database/connection.ts';
import { bytes, checksumOf, jsonOfBytes, splitOfBytes, textOfBytes } from '../database/encoding.ts';
import { CorruptIndexError, present } from '../database/errors.ts';
import { documentOf } from './document.ts';
import { addMarks, removeMarks } from './duplicate-table.ts';
import { contentOf, type PreparedArticle, rowsOf } from './prepared-article.ts';

/** Where an article was read: its file, its place among what was read of the file, and the line, where it has one. */
export interface Where {
  readonly file: number;
  readonly place: number;
  readonly line: number | undefined;
}

/** Told, inside the transaction, of every article that becomes active, or ceases to be. */
export interface DocumentListener {
  begun(): void;
  /** `prepared`: what was worked out of the article before, where it was. */
  added(document: Document, prepared?: PreparedArticle): void;
  removed(document: Document): void;
  /** Before the transaction is committed. */
  done(): void;
}

export interface Totals {
  readonly articles: number;
  readonly sentences: number;
  readonly nextNumber: number;
  readonly nextFirst: number;
}

/** A row of `articles`, but for its checksum. */
interface ArticleRow {
  readonly number: number;
  readonly first: number;
  readonly sentences: number;
  readonly file: number;
  readonly place: number;
  readonly line: number;
  /** Of several articles with one id the first in reading order is active; the others are kept, and left out. */
  readonly active: number;
  readonly id: Buffer;
  readonly mark: Buffer;
  readonly published: Buffer;
  readonly publisher: Buffer;
  readonly language: Buffer;
  readonly textMark: Buffer;
  readonly findable: Buffer;
}

/** The articles of a store, while a transaction writes. */
export class DocumentTable {
  private readonly connection: Connection;
  private readonly listener: DocumentListener | undefined;
  private readonly gone = new Set<number>();
  private readonly touched = new Set<string>();
  /** What articles are called now that `of` has called otherwise. */
  private readonly renumberings = new Map<number, number>();
  private totals: { -readonly [K in keyof Totals]: Totals[K] } = NO_TOTALS;

  constructor(connection: Connection, listener?: DocumentListener) {
    this.connection = connection;
    this.listener = listener;
  }

  begin(): void {
    this.gone.clear();
    this.touched.clear();
    this.totals = { ...totalsIn(this.connection) };
  }

  /** The articles of a file, with their numbers, and how many sentences each has. */
  of(file: number): { readonly number: number; readonly id: string; readonly sentences: number }[] {
    this.renumberings.clear();
    const rows = this.connection.rows(
      'SELECT number, CAST(id AS BLOB), sentences FROM articles WHERE file = ?',
      file,
    );
    return Array.from(rows, ([number, id, sentences]) => ({
      number: Number(number),
      id: bytes(id).toString(),
      sentences: Number(sentences),
    }));
  }

  /** Of these articles the one that is exactly this; `undefined`: none. */
  same(numbers: readonly number[], article: Article): number | undefined {
    if (numbers.length === 0) return undefined;
    const { fields, text } = contentOf(article);
    return numbers.find((number) => {
      const row = textRow(this.connection, number);
      return row?.fields.equals(fields) && row.text.equals(text);
    });
  }

  /** Writes a new article. */
  insert(article: Article, { file, place, line = 0 }: Where, prepared?: PreparedArticle): void {
    const { connection, totals } = this;
    const rows = prepared?.rows ?? rowsOf(article);
    const document = documentOf(article, splitOfBytes(rows.spans), totals.nextNumber, totals.nextFirst);
    const { number, sentences } = document;
    const first = totals.nextFirst;
    totals.nextNumber += 1;
    totals.nextFirst += sentences.length;
    const { fields, text, spans, marks, ...columns } = rows;
    // One whose id no other has is active at once, and isn't read again.
    const alone = !connection.row('SELECT 1 FROM articles WHERE id = ? LIMIT 1', columns.id);
    writeRow(connection, {
      ...{ number, first, sentences: sentences.length, file, place, line, active: alone ? 1 : 0 },
      ...columns,
    });
    writeText(connection, number, first, [fields, text, spans]);
    if (!alone) this.touch(article.id);
    else {
      this.count(document, 1);
      addMarks(connection, number, marks);
      this.listener?.added(document, prepared);
    }
  }

  /** Writes one that is known to another place. */
  move(number: number, { place, line = 0 }: Where): void {
    writeRow(this.connection, { ...this.row(number), place, line });
  }

  /** Articles of one id have changed places: which of them is active is decided anew by `settle`. */
  touch(id: string): void {
    this.touched.add(id);
  }

  /** The number of an article now, which `settle` may have changed since `of` was last called. */
  latest(number: number): number {
    const later = this.renumberings.get(number);
    return later === undefined ? number : this.latest(later);
  }

  /** Takes an article away when `settle` is called. */
  remove(number: number): void {
    this.gone.add(this.latest(number));
  }

  /** Takes away what was removed, and decides which of several articles with one id is active. */
  settle(): void {
    const { connection } = this;
    for (const number of this.gone) {
      const row = articleRow(connection, number);
      if (row?.active === 1) this.setActive(row, false);
      if (row) this.touched.add(row.id.toString());
      for (const table of ['articles', 'texts'])
        connection.run(`DELETE FROM ${table} WHERE number = ?`, number);
    }
    for (const id of this.touched) {
      const [first, ...others] = inReadingOrder(connection, id);
      for (const { number, active } of others) if (active) this.setActive(this.row(number), false);
      if (first && !first.active) this.setActive(this.renumbered(first.number), true);
    }
    this.gone.clear();
    this.touched.clear();
    writeTotals(connection, this.totals);
  }

  /**
   * An article that becomes active later gets a new number: the old one may have been active before, and the listener is
   * told of articles in the order of their numbers.
   */
  private renumbered(old: number): ArticleRow {
    const { connection, totals } = this;
    const { fields, text, spans } = present(textRow(connection, old), `the text of article ${old}`);
    const row = { ...this.row(old), number: totals.nextNumber, first: totals.nextFirst };
    this.renumberings.set(old, row.number);
    totals.nextNumber += 1;
    totals.nextFirst += row.sentences;
    for (const table of ['articles', 'texts']) connection.run(`DELETE FROM ${table} WHERE number = ?`, old);
    writeRow(connection, row);
    writeText(connection, row.number, row.first, [fields, text, spans]);
    return row;
  }

  private setActive(row: ArticleRow, active: boolean): void {
    writeRow(this.connection, { ...row, active: active ? 1 : 0 });
    this.tell(readDocument(this.connection, row.number), active);
  }

  private tell(document: Document, active: boolean): void {
    this.count(document, active ? 1 : -1);
    if (active) addMarks(this.connection, document.number, marksOf(document.article));
    else removeMarks(this.connection, document);
    if (active) this.listener?.added(document);
    else this.listener?.removed(document);
  }

  private count({ sentences }: Document, by: 1 | -1): void {
    this.totals.articles += by;
    this.totals.sentences += by * sentences.length;
  }

  private row(number: number): ArticleRow {
    return present(articleRow(this.connection, number), `article ${number}`);
  }
}

const NO_TOTALS: Totals = { articles: 0, sentences: 0, nextNumber: 0, nextFirst: 0 };

/** The ids of the articles of a file. */
export function idsOf(connection: Connection, file: number): string[] {
  const rows = connection.rows('SELECT CAST(id AS BLOB) FROM articles WHERE file = ?', file);
  return Array.from(rows, ([id]) => bytes(id).toString());
}

function inReadingOrder(connection: Connection, id: string) {
  const rows = connection.rows(
    `SELECT number, active, place, CAST(path AS BLOB) FROM articles JOIN files ON files.id = file WHERE articles.id = ?`,
    Buffer.from(id),
  );
  return Array.from(rows, ([number, active, place, path]) => ({
    number: Number(number),
    active: active === 1,
    place: Number(place),
    path: jsonOfBytes(bytes(path)) as string,
  })).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.place - b.place));
}

/** How many articles are active, by the path of their file. */
export function articlesByFile(connection: Connection): Map<string, number> {
  const rows =
    connection.rows(`SELECT CAST(path AS BLOB), COUNT(*) FROM articles JOIN files ON files.id = file
    WHERE active = 1 GROUP BY file`);
  return new Map(Array.from(rows, ([path, count]) => [jsonOfBytes(bytes(path)) as string, Number(count)]));
}

/** Throws `CorruptIndexError`. */
export function totalsIn(connection: Connection): Totals {
  const row = connection.row(
    'SELECT CAST(articles AS INTEGER), sentences, next_number, next_first, checksum FROM totals',
  );
  if (!row) return NO_TOTALS;
  const [articles, sentences, nextNumber, nextFirst, checksum] = row.map(Number) as Five;
  if (checksumOf(articles, sentences, nextNumber, nextFirst) !== checksum)
    throw new CorruptIndexError('the totals are not what was written');
  return { articles, sentences, nextNumber, nextFirst };
}

type Five = [number, number, number, number, number];

function writeTotals(connection: Connection, totals: Totals): void {
  const { articles, sentences, nextNumber, nextFirst } = totals;
  const values = [articles, sentences, nextNumber, nextFirst] as const;
  connection.run('DELETE FROM totals');
  connection.run('INSERT INTO totals VALUES (?,?,?,?,?)', ...values, checksumOf(...values));
}

const COLUMNS = `CAST(articles.number AS INTEGER), CAST(first AS INTEGER), CAST(sentences AS INTEGER), CAST(file AS INTEGER),
  CAST(place AS INTEGER), CAST(line AS INTEGER), CAST(active AS INTEGER), CAST(id AS BLOB), CAST(mark AS BLOB),
  CAST(published AS BLOB), CAST(publisher AS BLOB), CAST(language AS BLOB), CAST(text_mark AS BLOB),
  CAST(findable AS BLOB), CAST(articles.checksum AS INTEGER)`;
const ROW = `SELECT ${COLUMNS} FROM articles WHERE number = ?`;

function valuesOf(row: ArticleRow): Value[] {
  const { number, first, sentences, file, place, line, active } = row;
  const { id, mark, published, publisher, language, textMark, findable } = row;
  return [
    ...[number, first, sentences, file, place, line, active],
    ...[id, mark, published, publisher, language, textMark, findable],
  ];
}

function writeRow(connection: Connection, row: ArticleRow): void {
  const values = valuesOf(row);
  connection.run(
    'INSERT OR REPLACE INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)',
    ...values,
    checksumOf(...values),
  );
}

/** `undefined` where there is no such article; throws `CorruptIndexError`. */
function articleRow(connection: Connection, number: number): ArticleRow | undefined {
  const found = connection.row(ROW, number);
  return found && articleRowOf(found, number);
}

function articleRowOf(found: readonly unknown[], wanted: number): ArticleRow {
  const [number, first, sentences, file, place, line, active] = found.slice(0, 7) as number[];
  const [id, mark, published, publisher, language, textMark, findable] = found.slice(7, 14).map(bytes);
  const row: ArticleRow = {
    ...{ number: number!, first: first!, sentences: sentences!, file: file!, place: place! },
    ...{ line: line!, active: active!, id: id!, mark: mark!, published: published! },
    ...{ publisher: publisher!, language: language!, textMark: textMark!, findable: findable! },
  };
  if (number !== wanted || checksumOf(...valuesOf(row)) !== found[14])
    throw new CorruptIndexError(`article ${wanted} is not what was written`);
  return row;
}

function writeText(connection: Connection, number: number, first: number, row: readonly Buffer[]): void {
  connection.run('INSERT INTO texts VALUES (?,?,?,?,?)', number, ...row, checksumOf(number, first, ...row));
}

const TEXT = `SELECT ${COLUMNS}, CAST(fields AS BLOB), CAST(text AS BLOB), CAST(spans AS BLOB),
  CAST(texts.checksum AS INTEGER) FROM texts JOIN articles USING (number) WHERE number = ?`;

function textRow(connection: Connection, number: number) {
  const found = connection.row(TEXT, number);
  if (!found) return undefined;
  const { first } = articleRowOf(found, number);
  const [fields, text, spans] = found.slice(15, 18).map(bytes) as [Buffer, Buffer, Buffer];
  if (checksumOf(number, first, fields, text, spans) !== found[18]) {
    throw new CorruptIndexError(`the text of article ${number} is not what was written`);
  }
  return { first, fields, text, spans };
}

/** Reads an article with its spans, as it was written. Throws `CorruptIndexError`, also where there is none. */
export function readDocument(connection: Connection, number: number): Document {
  const row = present(textRow(connection, number), `article ${number}`);
  const fields = jsonOfBytes(row.fields) as Omit<Article, 'text'>;
  return documentOf({ ...fields, text: textOfBytes(row.text) }, splitOfBytes(row.spans), number, row.first);
}
