import { idsOf } from '../corpus/ids.ts';
import type { Flaw } from '../corpus/reader.ts';
import { shortening } from '../corpus/shortened.ts';
import type { Connection } from './connection.ts';
import { Damaged, jsonOfBytes } from './encoding.ts';

/** What the archive has of a file. */
export interface FileTally {
  /** Its articles, without those whose id is another's. */
  readonly articles: number;
  readonly flaws: readonly Flaw[];
}

/** As the table of files has it. */
export interface KnownFile {
  readonly id: number;
  readonly count: number;
  readonly flaws: readonly Flaw[];
}

const DUPLICATES = `SELECT CAST(json_extract(CAST(fields AS TEXT), '$.id') AS BLOB) FROM articles
  GROUP BY json_extract(CAST(fields AS TEXT), '$.id') HAVING COUNT(*) > 1`;

/**
 * What `corpusOf` would say of the files, in their order, without their articles in memory: SQLite finds the ids that
 * occur twice, and only articles that have one of them, or may have to take it, are looked at.
 */
export function tallyOf(
  connection: Connection,
  files: ReadonlyMap<string, KnownFile>,
  paths: readonly string[],
): Map<string, FileTally> {
  const doubled = new Set([...connection.rows(DUPLICATES)].map(([id]) => textOf(id)));
  const asked = new Set([...doubled, ...paths]);
  const clashes = doubled.size === 0 ? new Set<number>() : clashing(connection, asked);
  const ids = idsOf();
  const present = paths.flatMap((path) => {
    const file = files.get(path);
    return file ? [[path, file] as const] : [];
  });
  return new Map(
    present.map(([path, { id, count, flaws }]) => {
      if (!clashes.has(id)) return [path, { articles: count, flaws }];
      const duplicates = shortening();
      const shown: Flaw[] = [];
      let left = 0;
      for (const article of articlesOf(connection, id)) {
        if (!asked.has(article.id)) continue;
        const claimed = ids.claim({ id: article.id, path }, article.line);
        if (typeof claimed === 'string') continue;
        left += 1;
        if (duplicates.shows(claimed.flaw)) shown.push(claimed.flaw);
      }
      const rest = duplicates.rest ? [duplicates.rest] : [];
      return [path, { articles: count - left, flaws: [...flaws, ...shown, ...rest] }];
    }),
  );
}

/** Files with an article that is called by one of these ids. */
function clashing(connection: Connection, ids: ReadonlySet<string>): Set<number> {
  const files = new Set<number>();
  const rows = connection.rows(
    "SELECT CAST(file AS INTEGER), CAST(json_extract(CAST(fields AS TEXT), '$.id') AS BLOB) FROM articles",
  );
  for (const [file, id] of rows) if (ids.has(textOf(id))) files.add(file as number);
  return files;
}

function* articlesOf(connection: Connection, file: number): Generator<{ id: string; line?: number }> {
  const rows = connection.rows(
    'SELECT CAST(fields AS BLOB) FROM articles WHERE file = ? ORDER BY place',
    file,
  );
  for (const [fields] of rows) yield jsonOfBytes(fields as Buffer) as { id: string; line?: number };
}

function textOf(id: unknown): string {
  if (!Buffer.isBuffer(id)) throw new Damaged('an article has no id');
  return id.toString();
}
