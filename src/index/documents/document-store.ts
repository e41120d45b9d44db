import type { Flaw, Item } from '../../ingest/formats/reader.ts';
import { causeOf } from '../../ingest/formats/summarise-problems.ts';
import type { Connection, Value } from '../database/connection.ts';
import { bytes, bytesOfJson, checksumOf, jsonOfBytes } from '../database/encoding.ts';
import { CorruptIndexError } from '../database/errors.ts';
import { type DocumentListener, DocumentTable, idsOf } from './document-table.ts';
import type { PreparedItem } from './prepared-article.ts';

/** How a file was when it was read. */
export interface Reading {
  /** Its size and times: another stamp may mean another content. */
  readonly stamp: string;
  /** Of its bytes, or of why they can't be read. */
  readonly hash: Buffer;
  /** Whether it had rested when it was read: if not, it may have changed since without another stamp. */
  readonly rested: boolean;
  /** It was left out for what may be otherwise next time, and is to be read again from then on, in ms since 1970. */
  readonly retryAt?: number | undefined;
}

/** What was read of files: their articles and what is wrong with them. */
export interface Store {
  /** For the tables of other rooms. */
  readonly connection: Connection;
  readings(): Map<string, Reading>;
  /** Another number after another process or thread has written. */
  version(): number;
  begin(): void;
  /** Before what was written is looked at, or committed: which of several articles with one id counts. */
  settle(): void;
  commit(): void;
  rollback(): void;
  /** Inside a transaction: a file from its items. Articles of it that are as they were stay as they are. */
  write(path: string, wrote?: Wrote): Writing;
  /** The ids of the articles that a file has; none of a file that isn't known. */
  idsIn(path: string): ReadonlySet<string>;
  remark(path: string, reading: Reading): void;
  remove(path: string, wrote?: Wrote): void;
  close(): void;
}

export interface Writing {
  add(item: PreparedItem): void;
  done(reading: Reading): void;
}

/**
 * Told of each article that was written or taken away, in bytes of text. It may end the transaction and begin another: before, it
 * calls `settled`, which makes what there is of the file whole by itself, and notes that the file isn't (`UNFINISHED`).
 */
export type Wrote = (bytes: number, settled: () => void) => void;

/** Of a file of which a part is written, and a part is as it was: no stamp is like it, so the file is read again. */
const UNFINISHED: Reading = { stamp: '', hash: Buffer.alloc(0), rested: false };
/** The same as `FileRow.reading`. */
export const UNFINISHED_READING = bytesOfReading(UNFINISHED);

/** A flaw of a file, and its place among what was read of the file. */
export type PlacedFlaw = readonly [place: number, item: Extract<Item, { flaw: unknown }>];

export function storeOf(connection: Connection, listener?: DocumentListener): Store {
  const articles = new DocumentTable(connection, listener);
  return {
    connection,
    readings: () =>
      new Map(Array.from(filesIn(connection), ({ path, reading }) => [path, readingOf(reading)])),
    version: () => Number(connection.row('PRAGMA data_version')![0]),
    begin() {
      connection.exec('BEGIN IMMEDIATE');
      articles.begin();
      listener?.begun();
    },
    settle: () => articles.settle(),
    commit() {
      articles.settle();
      listener?.done();
      connection.exec('COMMIT');
    },
    rollback() {
      // SQLite has done it by itself where the disk is full.
      if (connection.inTransaction) connection.exec('ROLLBACK');
    },
    write: (path, wrote = () => {}) => writing({ connection, articles, path, wrote }),
    idsIn: (path) => new Set(fileIn(connection, path).flatMap(({ id }) => idsOf(connection, id))),
    remark(path, reading) {
      for (const { id, flaws, count } of fileIn(connection, path)) {
        writeFile(connection, { id, path: bytesOfJson(path), reading, flaws, count });
      }
    },
    remove(path, wrote = () => {}) {
      for (const { id, count } of fileIn(connection, path)) {
        const row = { id, path: bytesOfJson(path), reading: UNFINISHED, flaws: bytesOfJson([]), count };
        for (const { number, sentences } of articles.of(id)) {
          articles.remove(number);
          wrote(sentences * SENTENCE_BYTES, () => writeFile(connection, row));
        }
        connection.run('DELETE FROM files WHERE id = ?', id);
      }
    },
    close: () => connection.close(),
  };
}

/** About as long are the sentences of Reuters, AP and SQuAD, in bytes of text. */
const SENTENCE_BYTES = 120;

export interface FileRow {
  readonly id: number;
  readonly path: string;
  readonly reading: Buffer;
  /** JSON of `PlacedFlaw`s. */
  readonly flaws: Buffer;
  readonly count: number;
}

const FILES = `SELECT id, CAST(path AS BLOB), CAST(reading AS BLOB), CAST(flaws AS BLOB),
  CAST(articles AS INTEGER), CAST(checksum AS INTEGER) FROM files`;

/** All files, or those that meet a condition. Throws `CorruptIndexError`. */
export function filesIn(connection: Connection, condition = '', ...values: readonly Value[]): FileRow[] {
  const rows = connection.rows(`${FILES} ${condition}`, ...values);
  return Array.from(
    rows as IterableIterator<readonly [number, Buffer, Buffer, Buffer, number, number]>,
    (row) => {
      const [id, name, reading, flaws, count, checksum] = row;
      if (checksumOf(id, bytes(name), bytes(reading), bytes(flaws), count) !== checksum) {
        throw new CorruptIndexError('what is known of a file is not what was written');
      }
      return { id, path: jsonOfBytes(name) as string, reading, flaws, count };
    },
  );
}

function fileIn(connection: Connection, path: string): FileRow[] {
  return filesIn(connection, 'WHERE path = ?', bytesOfJson(path));
}

interface WritingOf {
  readonly connection: Connection;
  readonly articles: DocumentTable;
  readonly path: string;
  readonly wrote: Wrote;
}

function writing({ connection, articles, path, wrote }: WritingOf): Writing {
  const name = bytesOfJson(path);
  const known = fileIn(connection, path)[0]?.id;
  const [next] = connection.row('SELECT COALESCE(MAX(id), 0) + 1 FROM files')!;
  const id = known ?? Number(next);
  const before = earlierArticles(articles, known === undefined ? [] : articles.of(id));
  const flaws = flawsOfFile();
  let place = 0;
  let count = 0;
  const write = (reading: Reading) =>
    writeFile(connection, { id, path: name, reading, flaws: bytesOfJson(flaws.all()), count });
  /** Of each article that was written so far, what it was before goes. */
  const settled = () => {
    for (const { number } of before.replaced()) articles.remove(number);
    write(UNFINISHED);
  };
  return {
    add(item) {
      place += 1;
      if ('flaw' in item) {
        flaws.add(place, item);
        return;
      }
      count += 1;
      const { article, line, prepared } = item;
      if (before.hadSeveral(article.id)) articles.touch(article.id);
      const same = articles.same(before.numbersOf(article.id), article);
      before.wrote(article.id, same);
      if (same === undefined) articles.insert(article, { file: id, place, line }, prepared);
      else articles.move(same, { file: id, place, line });
      wrote(article.text.length, settled);
    },
    done(reading) {
      for (const { number, sentences } of before.left()) {
        articles.remove(number);
        wrote(sentences * SENTENCE_BYTES, () => write(UNFINISHED));
      }
      write(reading);
    },
  };
}

/** The articles that a file had before, by their ids, while it is written anew. */
function earlierArticles(table: DocumentTable, articles: ReturnType<DocumentTable['of']>) {
  const byId = new Map<string, (typeof articles)[number][]>();
  for (const article of articles) byId.set(article.id, [...(byId.get(article.id) ?? []), article]);
  const several = new Set([...byId].flatMap(([id, { length }]) => (length > 1 ? [id] : [])));
  const written = new Set<string>();
  return {
    /** Whether more than one of them had this id. */
    hadSeveral: (id: string) => several.has(id),
    numbersOf: (id: string) => (byId.get(id) ?? []).map(({ number }) => table.latest(number)),
    /** An article with this id was written; `same`: it is one of them, as it was. */
    wrote(id: string, same: number | undefined) {
      const others = byId.get(id)?.filter(({ number }) => table.latest(number) !== same) ?? [];
      byId.set(id, others);
      if (others.length > 0) written.add(id);
    },
    /** Those that an article with their id has taken the place of, once each. */
    replaced() {
      const gone = [...written].flatMap((id) => byId.get(id)!);
      for (const id of written) byId.delete(id);
      written.clear();
      return gone;
    },
    left: () => [...byId.values()].flat(),
  };
}

/** More than these are only counted by their cause: of a large file there may be millions. */
const FLAWS_KEPT = 1_000;

function flawsOfFile() {
  const kept: PlacedFlaw[] = [];
  const others = new Map<string, { readonly place: number; readonly flaw: Flaw; times: number }>();
  return {
    add(place: number, item: PlacedFlaw[1]) {
      if (kept.length < FLAWS_KEPT) {
        kept.push([place, item]);
        return;
      }
      const { severity, reason } = item.flaw;
      const kind = `${severity} ${causeOf(reason)}`;
      const other = others.get(kind);
      if (other) other.times += 1;
      else others.set(kind, { place, flaw: item.flaw, times: 1 });
    },
    all: (): PlacedFlaw[] => [
      ...kept,
      ...[...others.values()].map(
        ({ place, flaw, times }): PlacedFlaw => [place, { flaw: { ...flaw, times } }],
      ),
    ],
  };
}

interface FileToWrite {
  readonly id: number;
  readonly path: Buffer;
  readonly reading: Reading;
  readonly flaws: Buffer;
  readonly count: number;
}

function writeFile(connection: Connection, { id, path, reading, flaws, count }: FileToWrite): void {
  const row = [id, path, bytesOfReading(reading), flaws, count] as const;
  connection.run('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)', ...row, checksumOf(...row));
}

function bytesOfReading({ stamp, hash, rested, retryAt }: Reading): Buffer {
  return bytesOfJson([stamp, hash.toString('base64'), rested, ...(retryAt === undefined ? [] : [retryAt])]);
}

function readingOf(bytes: Buffer): Reading {
  const [stamp, hash, rested, retryAt] = jsonOfBytes(bytes) as [string, string, boolean, number?];
  return { stamp, hash: Buffer.from(hash, 'base64'), rested, retryAt };
}
