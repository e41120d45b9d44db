import { byCodeUnits } from '../../ingest/files/by-code-units.ts';
import type { Filter } from '../../model/query.ts';
import { fold } from '../../text/tokens/fold.ts';
import type { Connection, Value } from '../database/connection.ts';
import { bytes, bytesOfJson } from '../database/encoding.ts';
import type { ArticleFilter, MetadataIndex, Summary } from '../index.ts';
import { readDocument } from './document-table.ts';
import { dayOf, isByPublisher, isWithin, mostFirst } from './metadata.ts';

/** The metadata of an index's articles; texts aren't read. */
export function metadataIndex(connection: Connection): MetadataIndex {
  const numbers = (condition: string, ...values: Value[]) =>
    Array.from(
      connection.rows(`SELECT number FROM articles WHERE active = 1 ${condition}`, ...values),
      (row) => Number(row[0]),
    );
  /** Statements are kept: what strangers ask goes in as values, never into their text. */
  const newest = (condition: string, values: readonly Value[], limit: number, from = 0) =>
    numbers(
      `${condition} ORDER BY published DESC, id LIMIT ? OFFSET ?`,
      ...[...values, boundOf(limit), boundOf(from)],
    );

  return {
    byId: async (id) => numbers('AND id = ?', Buffer.from(id))[0],
    byMark: async (mark) => numbers('AND mark = ?', Buffer.from(mark))[0],
    byTexts: async (marks) =>
      marks.flatMap(
        (mark) => numbers('AND text_mark = ? ORDER BY number LIMIT 1', Buffer.from(mark))[0] ?? [],
      ),
    byTitle: async (title) =>
      newest('AND instr(findable, ?) = 1', [Buffer.from(fold(title))], Number.POSITIVE_INFINITY).find(
        (number) => readDocument(connection, number).article.title === title,
      ),
    async newest(from, limit, among, filter) {
      const { condition, values } = chosenOf(connection, among, filter);
      return newest(condition, values, limit, from);
    },
    async facets(among, filter) {
      const { condition, values } = chosenOf(connection, among, filter);
      const of = (column: 'publisher' | 'published', part: string = column) =>
        Array.from(
          connection.rows(
            `SELECT CAST(${part} AS BLOB), COUNT(*) FROM articles
               WHERE active = 1 AND ${column} > x'' ${condition} GROUP BY ${part}`,
            ...values,
          ),
          (row) => ({ name: bytes(row[0]).toString(), articles: Number(row[1]) }),
        );
      const months = of('published', 'substr(published, 1, 7)');
      return {
        publishers: mostFirst(foldedTogether(of('publisher'))),
        months: [...months].sort((a, b) => byCodeUnits(b.name, a.name)),
      };
    },
    like: async (typed, limit) => newest('AND instr(findable, ?) > 0', [Buffer.from(fold(typed))], limit),
    async inFile(path) {
      const file = 'file = (SELECT id FROM files WHERE path = ?)';
      return numbers(`AND ${file}`, bytesOfJson(path)).length;
    },
    count: async (filter) => countOf(connection, filter),
    repeated: async () => repeatedIn(connection),
    summary: async () => summaryOf(connection),
  };
}

/** Whether an article passes a filter, by its number; asked again and again, so each article is looked up once. */
export function articleFilter(connection: Connection, filter: ArticleFilter): (document: number) => boolean {
  const known = new Map<number, boolean>();
  return (document) => {
    let passes = known.get(document);
    if (passes === undefined) {
      const row = connection.row(FIELDS, document);
      passes = row !== undefined && passesFilter(textOf(row[0]), textOf(row[1]), filter);
      known.set(document, passes);
    }
    return passes;
  };
}

/** Whether an article of this publisher and day passes. */
export function passesFilter(
  publisher: string | undefined,
  published: string | undefined,
  filter: ArticleFilter,
): boolean {
  return isByPublisher(publisher, filter) && isWithin(published, filter) !== (filter.days === 'outside');
}

const FIELDS = `SELECT CAST(publisher AS BLOB), CAST(published AS BLOB) FROM articles WHERE number = ?`;

function tally(connection: Connection, column: 'publisher' | 'language') {
  const rows = connection.rows(
    `SELECT CAST(${column} AS BLOB), COUNT(*) FROM articles WHERE active = 1 GROUP BY ${column}`,
  );
  return Array.from(rows, (row) => ({ name: bytes(row[0]).toString(), articles: Number(row[1]) }));
}

/** Names that a filter takes for one (`isByPublisher`), counted together under the commonest. */
function foldedTogether(tally: Summary['publishers']): Summary['publishers'] {
  const groups = new Map<string, { name: string; articles: number }>();
  for (const { name, articles } of mostFirst(tally)) {
    const group = groups.get(fold(name));
    if (group) group.articles += articles;
    else groups.set(fold(name), { name, articles });
  }
  return [...groups.values()];
}

/** The condition of a list: among these, by this publisher, on these days. */
function chosenOf(connection: Connection, among?: readonly number[], filter: Filter = {}) {
  const conditions: [string, ...Value[]][] = [];
  if (among)
    conditions.push(['number IN (SELECT value FROM json_each(CAST(? AS TEXT)))', bytesOfJson(among)]);
  if (filter.publisher !== undefined) {
    // Those that differ in case or marks are one.
    const names = tally(connection, 'publisher').map(({ name }) => name);
    const same = names.filter((name) => isByPublisher(name || undefined, filter));
    const chosen = 'publisher IN (SELECT CAST(value AS BLOB) FROM json_each(CAST(? AS TEXT)))';
    conditions.push([chosen, bytesOfJson(same)]);
  }
  if (filter.from !== undefined || filter.to !== undefined) {
    const days = [filter.from ?? '', filter.to ?? '9999'].map((day) => Buffer.from(day));
    conditions.push(["published > x'' AND substr(published, 1, 10) BETWEEN ? AND ?", ...days]);
  }
  return {
    condition: conditions.map(([condition]) => `AND ${condition}`).join(' '),
    values: conditions.flatMap(([, ...values]) => values),
  };
}

function repeatedIn(connection: Connection): number {
  const texts = 'SELECT COUNT(*) AS articles FROM articles WHERE active = 1 GROUP BY text_mark';
  const row = connection.row(`SELECT COALESCE(SUM(articles), 0) FROM (${texts}) WHERE articles > 1`);
  return Number(row![0]);
}

function summaryOf(connection: Connection): Summary {
  const dated = `SELECT CAST(published AS BLOB) FROM articles WHERE active = 1 AND published > x''`;
  const [first, last] = ['published', 'published DESC'].map((order) => {
    const row = connection.row(`${dated} ORDER BY ${order} LIMIT 1`);
    return row && dayOf(textOf(row[0]));
  });
  const undated = connection.row("SELECT COUNT(*) FROM articles WHERE active = 1 AND published = x''");
  return {
    ...(first !== undefined && last !== undefined && { from: first, to: last }),
    undated: Number(undated![0]),
    publishers: mostFirst(tally(connection, 'publisher').filter(({ name }) => name !== '')),
    languages: mostFirst(tally(connection, 'language').filter(({ name }) => name !== '')),
  };
}

function countOf(connection: Connection, filter: ArticleFilter): number {
  const by = tally(connection, 'publisher').filter(({ name }) => isByPublisher(name || undefined, filter));
  const all = by.reduce((sum, { articles }) => sum + articles, 0);
  if (filter.from === undefined && filter.to === undefined) return all;
  const within = by.reduce((sum, { name }) => sum + countWithin(connection, name, filter), 0);
  return filter.days === 'outside' ? all - within : within;
}

/** As `isWithin` says of each: a day is the beginning of what an article states. */
function countWithin(connection: Connection, publisher: string, filter: ArticleFilter): number {
  const { from = '', to = '9999' } = filter;
  const row = connection.row(
    `SELECT COUNT(*) FROM articles WHERE active = 1 AND publisher = ? AND published > x''
       AND substr(published, 1, 10) BETWEEN ? AND ?`,
    ...[publisher, from, to].map((text) => Buffer.from(text)),
  );
  return Number(row![0]);
}

function textOf(value: unknown): string | undefined {
  return bytes(value).toString() || undefined;
}

/** SQLite's LIMIT: -1 for no bound. */
function boundOf(limit: number): number {
  return Number.isFinite(limit) ? Math.max(0, Math.floor(limit)) : -1;
}
