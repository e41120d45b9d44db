import { alikeAmong } from '../../ingest/duplicates/near-duplicates.ts';
import { fold } from '../../text/tokens/fold.ts';
import type { Connection, Value } from '../database/connection.ts';
import { bytes, bytesOfJson } from '../database/encoding.ts';
import { there } from './document.ts';
import { documentIn } from './document-table.ts';
import { sharingMarks } from './duplicate-table.ts';
import { dayOf, isByPublisher, isWithin, mostFirst, type Register } from './metadata.ts';

/** Of the articles of a store; texts aren't read. */
export function storedRegister(connection: Connection): Register {
  const numbers = (condition: string, ...values: Value[]) =>
    Array.from(
      connection.rows(`SELECT number FROM articles WHERE counts = 1 ${condition}`, ...values),
      (row) => Number(row[0]),
    );
  const publishers = () => tally('publisher');
  const tally = (column: 'publisher' | 'language') =>
    Array.from(
      connection.rows(
        `SELECT CAST(${column} AS BLOB), COUNT(*) FROM articles WHERE counts = 1 GROUP BY ${column}`,
      ),
      (row) => ({ name: bytes(row[0]).toString(), articles: Number(row[1]) }),
    );
  /** Statements are kept: what strangers ask goes in as values, never into their text. */
  const newest = (condition: string, values: readonly Value[], most: number, from = 0) =>
    numbers(`${condition} ORDER BY published DESC, id LIMIT ? OFFSET ?`, ...values, limit(most), limit(from));
  const like = (typed: string, most: number) =>
    newest('AND instr(findable, ?) > 0', [Buffer.from(fold(typed))], most);

  return {
    byId: (id) => numbers('AND id = ?', Buffer.from(id))[0],
    byMark: (mark) => numbers('AND mark = ?', Buffer.from(mark))[0],
    byText: (mark) => numbers('AND text_mark = ? ORDER BY number', Buffer.from(mark)),
    alike(number) {
      const document = there(documentIn(connection, number), `article ${number}`);
      const others = sharingMarks(connection, document).flatMap(
        (other) => documentIn(connection, other) ?? [],
      );
      return alikeAmong(document.article, others);
    },
    repeated() {
      const texts = 'SELECT COUNT(*) AS articles FROM articles WHERE counts = 1 GROUP BY text_mark';
      const row = connection.row(`SELECT COALESCE(SUM(articles), 0) FROM (${texts}) WHERE articles > 1`);
      return Number(row![0]);
    },
    inFile(path) {
      const file = 'file = (SELECT id FROM files WHERE path = ?)';
      return numbers(`AND ${file}`, bytesOfJson(path)).length;
    },
    byTitle: (title) =>
      newest('AND instr(findable, ?) = 1', [Buffer.from(fold(title))], Number.POSITIVE_INFINITY).find(
        (number) => documentIn(connection, number)?.article.title === title,
      ),
    newest(from, most, among) {
      if (!among) return newest('', [], most, from);
      const chosen = 'AND number IN (SELECT value FROM json_each(CAST(? AS TEXT)))';
      return newest(chosen, [bytesOfJson([...among])], most, from);
    },
    like,
    passing(filter) {
      const known = new Map<number, { by: boolean; of: boolean }>();
      const passes = (number: number) => {
        let found = known.get(number);
        if (!found) {
          const row = connection.row(FIELDS, number);
          found = {
            by: row !== undefined && isByPublisher(textOf(row[0]), filter),
            of: row !== undefined && isWithin(textOf(row[1]), filter),
          };
          known.set(number, found);
        }
        return found;
      };
      return {
        article: (document) => passes(document).by && passes(document).of,
        other: (document) => passes(document).by && !passes(document).of,
        get count() {
          const by = publishers().filter(({ name }) => isByPublisher(name || undefined, filter));
          if (filter.from === undefined && filter.to === undefined) {
            return by.reduce((sum, { articles }) => sum + articles, 0);
          }
          return by.reduce((sum, { name }) => sum + countOf(connection, name, filter), 0);
        },
      };
    },
    summary() {
      const dated = `SELECT CAST(published AS BLOB) FROM articles WHERE counts = 1 AND published > x''`;
      const [first, last] = ['published', 'published DESC'].map((order) => {
        const row = connection.row(`${dated} ORDER BY ${order} LIMIT 1`);
        return row && dayOf(textOf(row[0]));
      });
      const undated = connection.row("SELECT COUNT(*) FROM articles WHERE counts = 1 AND published = x''");
      return {
        ...(first !== undefined && last !== undefined && { from: first, to: last }),
        undated: Number(undated![0]),
        publishers: mostFirst(publishers().filter(({ name }) => name !== '')),
        languages: mostFirst(tally('language').filter(({ name }) => name !== '')),
      };
    },
  };
}

const FIELDS = `SELECT CAST(publisher AS BLOB), CAST(published AS BLOB) FROM articles WHERE number = ?`;

function textOf(value: unknown): string | undefined {
  return bytes(value).toString() || undefined;
}

/** As `isWithin` says of each: a day is the beginning of what an article states. */
function countOf(
  connection: Connection,
  publisher: string,
  { from = '', to = '9999' }: { from?: string; to?: string },
): number {
  const row = connection.row(
    `SELECT COUNT(*) FROM articles WHERE counts = 1 AND publisher = ? AND published > x''
       AND substr(published, 1, 10) BETWEEN ? AND ?`,
    ...[publisher, from, to].map((text) => Buffer.from(text)),
  );
  return Number(row![0]);
}

function limit(most: number): number {
  return Number.isFinite(most) ? Math.max(0, Math.floor(most)) : -1;
}
