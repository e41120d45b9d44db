import { type KnownSplits, splitOf } from '../corpus/collection.ts';
import type { Flaw, Item } from '../corpus/reader.ts';
import type { Article } from '../model.ts';
import type { Connection } from './connection.ts';
import {
  bytesOfJson,
  bytesOfSplit,
  bytesOfText,
  checksumOf,
  Damaged,
  jsonOfBytes,
  sentencesIn,
  splitOfBytes,
  textOfBytes,
} from './encoding.ts';
import { type FileTally, tallyOf } from './tally.ts';

/** How a file was when it was read. */
export interface Reading {
  /** Its size and times: another stamp may mean another content. */
  readonly stamp: string;
  /** Of its bytes, or of why they can't be read. */
  readonly hash: Buffer;
  /** Whether it had rested when it was read: if not, it may have changed since without another stamp. */
  readonly rested: boolean;
}

/** What was read of files: their articles and what is wrong with them. */
export interface Store {
  readonly splits: KnownSplits;
  readings(): Map<string, Reading>;
  /** Another number after another process or thread has written. */
  version(): number;
  /** The items of one file, or of all, by path. */
  items(path?: string): Map<string, readonly Item[]>;
  /** What the archive has of these files, in their order, without their articles in memory. */
  tally(paths: readonly string[]): Map<string, FileTally>;
  /** What is read inside belongs together, whatever others write meanwhile. */
  snapshot<T>(read: () => T): T;
  begin(): void;
  commit(): void;
  rollback(): void;
  /** Inside a transaction: a file from its items, whatever was known of it before. */
  write(path: string): Writing;
  remark(path: string, reading: Reading): void;
  remove(path: string): void;
  close(): void;
}

export interface Writing {
  add(item: Item): void;
  done(reading: Reading): void;
  /** As if it had not been begun. */
  undo(): void;
}

const FILES = `SELECT id, CAST(path AS BLOB), CAST(reading AS BLOB), CAST(flaws AS BLOB),
  CAST(articles AS INTEGER), CAST(checksum AS INTEGER) FROM files`;

const ARTICLES = `SELECT CAST(file AS INTEGER), CAST(place AS INTEGER), CAST(fields AS BLOB), CAST(text AS BLOB),
  CAST(spans AS BLOB), CAST(checksum AS INTEGER) FROM articles`;

type Placed = readonly [place: number, item: Item];

export function storeOf(connection: Connection): Store {
  const spans = new WeakMap<Article, Buffer>();

  const articles = (id?: number) => {
    const byFile = new Map<number, Placed[]>();
    const rows =
      id === undefined
        ? connection.rows(`${ARTICLES} ORDER BY file, place`)
        : connection.rows(`${ARTICLES} WHERE file = ? ORDER BY place`, id);
    for (const [file, place, fields, text, split, checksum] of rows as IterableIterator<ArticleRow>) {
      if (checksumOf(file, place, bytes(fields), bytes(text), bytes(split)) !== checksum) {
        throw new Damaged('an article is not what was written');
      }
      const { line, ...rest } = jsonOfBytes(fields) as Omit<Article, 'text'> & { line?: number };
      const article: Article = { ...rest, text: textOfBytes(text) };
      spans.set(article, split);
      const item: Placed = [place, line === undefined ? { article } : { article, line }];
      const items = byFile.get(file);
      items ? items.push(item) : byFile.set(file, [item]);
    }
    return byFile;
  };

  const files = function* (path?: string) {
    const rows =
      path === undefined
        ? connection.rows(FILES)
        : connection.rows(`${FILES} WHERE path = ?`, bytesOfJson(path));
    for (const [id, name, reading, flaws, count, checksum] of rows as IterableIterator<FileRow>) {
      if (checksumOf(id, bytes(name), bytes(reading), bytes(flaws), count) !== checksum) {
        throw new Damaged('what is known of a file is not what was written');
      }
      yield { id, path: jsonOfBytes(name) as string, reading, flaws, count };
    }
  };

  const itemsOf = (only?: string) => {
    const known = [...files(only)];
    const byFile = articles(only === undefined ? undefined : (known[0]?.id ?? -1));
    const items = new Map<string, readonly Item[]>();
    for (const { id, path, flaws, count } of known) {
      const own = byFile.get(id) ?? [];
      if (own.length !== count) throw new Damaged('articles of a file are missing');
      const placed = [...own, ...(jsonOfBytes(flaws) as Placed[])].sort(([a], [b]) => a - b);
      items.set(
        path,
        placed.map(([, item]) => item),
      );
      byFile.delete(id);
    }
    if (byFile.size > 0) throw new Damaged('articles belong to no file');
    return items;
  };

  const snapshot = <T>(read: () => T): T => {
    if (connection.inTransaction) return read();
    connection.exec('BEGIN');
    try {
      return read();
    } finally {
      connection.exec('ROLLBACK');
    }
  };

  return {
    splits: {
      get(article) {
        const kept = spans.get(article);
        return kept && { size: sentencesIn(kept), read: () => splitOfBytes(kept) };
      },
    },
    readings: () => new Map([...files()].map(({ path, reading }) => [path, readingOf(reading)])),
    version: () => Number([...connection.rows('PRAGMA data_version')][0]![0]),
    snapshot,
    items: (only) => snapshot(() => itemsOf(only)),
    tally: (paths) =>
      snapshot(() => {
        const known = [...files()].map(({ id, path, flaws, count }) => {
          const placed = jsonOfBytes(flaws) as (readonly [number, { flaw: Flaw }])[];
          return [path, { id, count, flaws: placed.map(([, { flaw }]) => flaw) }] as const;
        });
        return tallyOf(connection, new Map(known), paths);
      }),
    begin: () => connection.exec('BEGIN IMMEDIATE'),
    commit: () => connection.exec('COMMIT'),
    rollback() {
      // SQLite has done it by itself where the disk is full.
      if (connection.inTransaction) connection.exec('ROLLBACK');
    },
    write: (path) => writing(connection, path),
    remark(path, reading) {
      for (const { id, flaws, count } of [...files(path)]) {
        connection.run('DELETE FROM files WHERE id = ?', id);
        writeFile(connection, id, bytesOfJson(path), reading, bytes(flaws), count);
      }
    },
    remove: (path) => removeFile(connection, bytesOfJson(path)),
    close: () => connection.close(),
  };
}

type FileRow = readonly [number, Buffer, Buffer, Buffer, number, number];
type ArticleRow = readonly [number, number, Buffer, Buffer, Buffer, number];

function writing(connection: Connection, path: string): Writing {
  const name = bytesOfJson(path);
  connection.exec('SAVEPOINT file');
  removeFile(connection, name);
  const [next] = [...connection.rows('SELECT COALESCE(MAX(id), 0) + 1 FROM files')][0]!;
  const id = Number(next);
  const flaws: Placed[] = [];
  let place = 0;
  let count = 0;
  return {
    add(item) {
      place += 1;
      if ('flaw' in item) {
        flaws.push([place, item]);
        return;
      }
      count += 1;
      const { text, ...fields } = item.article;
      const row = [
        id,
        place,
        bytesOfJson(item.line === undefined ? fields : { ...fields, line: item.line }),
        bytesOfText(text),
        bytesOfSplit(splitOf(text)),
      ] as const;
      connection.run('INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)', ...row, checksumOf(...row));
    },
    done(reading) {
      writeFile(connection, id, name, reading, bytesOfJson(flaws), count);
      connection.exec('RELEASE file');
    },
    undo: () => connection.exec('ROLLBACK TO file; RELEASE file'),
  };
}

function writeFile(
  connection: Connection,
  id: number,
  path: Buffer,
  { stamp, hash, rested }: Reading,
  flaws: Buffer,
  count: number,
): void {
  const row = [id, path, bytesOfJson([stamp, hash.toString('base64'), rested]), flaws, count] as const;
  connection.run('INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)', ...row, checksumOf(...row));
}

function readingOf(bytes: Buffer): Reading {
  const [stamp, hash, rested] = jsonOfBytes(bytes) as [string, string, boolean];
  return { stamp, hash: Buffer.from(hash, 'base64'), rested };
}

function removeFile(connection: Connection, path: Buffer): void {
  connection.run('DELETE FROM articles WHERE file IN (SELECT id FROM files WHERE path = ?)', path);
  connection.run('DELETE FROM files WHERE path = ?', path);
}

export function bytes(value: unknown): Buffer {
  if (!Buffer.isBuffer(value)) throw new Damaged('a value is missing');
  return value;
}
