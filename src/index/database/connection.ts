import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type Libsql from 'libsql';
import { nativeCall } from '../../threads/native-calls.ts';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../../write-atomic.ts';
import { CorruptIndexError, IndexBusyError, IndexUnavailableError } from './errors.ts';

/** A database file, and the statements that have been prepared on it. The only door to libsql. */
export interface Connection {
  exec(sql: string): void;
  run(sql: string, ...values: readonly Value[]): number;
  /** The first row, as the list of its columns: `rows` keeps some 1 KB of each call until the event loop turns. */
  row(sql: string, ...values: readonly Value[]): readonly unknown[] | undefined;
  /** All rows, each the list of its columns. */
  rows(sql: string, ...values: readonly Value[]): IterableIterator<readonly unknown[]>;
  readonly inTransaction: boolean;
  /** Moves the log into the database before, 3 ms a megabyte; not with `keepLog`, which is for who must not wait. */
  close(options?: { readonly keepLog?: boolean }): void;
}

export type Value = number | Buffer;

/** How long to wait for another process's write lock, in ms. */
const LOCK_TIMEOUT_MS = 5_000;

/** In memory only: gone when it is closed. */
export const IN_MEMORY = ':memory:';

/** Throws `CorruptIndexError` where the file is no database, `IndexUnavailableError` where it can't be opened. */
export async function connect(location: string): Promise<Connection> {
  const Database = load();
  return guarded(() => {
    if (location !== IN_MEMORY) makePrivate(location);
    const database = new Database(location, { timeout: LOCK_TIMEOUT_MS });
    try {
      // A killed process loses nothing either way; with NORMAL a power cut may cost the last transactions, which are
      // read again from their files.
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    } catch (error) {
      database.close();
      throw error;
    }
    return connectionOf(database);
  });
}

const require = createRequire(import.meta.url);

/** When it is first needed: at once, since a thread that is terminated meanwhile would abort the process. */
function load(): typeof Libsql {
  try {
    return nativeCall(() => require('libsql') as typeof Libsql);
  } catch (cause) {
    const machine = `${process.platform} on ${process.arch}`;
    throw new IndexUnavailableError(`libsql has no prebuilt binary for ${machine}`, { cause });
  }
}

/** SQLite takes an empty file for a new database, and gives its mode to what it keeps beside it. */
function makePrivate(location: string): void {
  mkdirSync(dirname(location), PRIVATE_FOLDER);
  if (!existsSync(location)) closeSync(openSync(location, 'a', PRIVATE_FILE.mode));
}

/** Values go in as one list: libsql takes a single `Buffer` for a set of named values, and ends the process. */
function connectionOf(database: Libsql.Database): Connection {
  const statements = new Map<string, Libsql.Statement>();
  const prepared = (sql: string, prepare = (): Libsql.Statement => database.prepare(sql)) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = prepare();
      statements.set(sql, statement);
    }
    return statement;
  };
  /** Rows as lists of columns. */
  const query = (sql: string) => prepared(sql, () => database.prepare(sql).raw());
  return {
    exec: (sql) => guarded(() => void database.exec(sql)),
    run: (sql, ...values) => guarded(() => Number(prepared(sql).run(values).lastInsertRowid)),
    row: (sql, ...values) => guarded(() => query(sql).get(values) as readonly unknown[] | undefined),
    *rows(sql, ...values) {
      const rows = guarded(() => query(sql).iterate(values));
      for (;;) {
        const { done, value } = guarded(() => rows.next());
        if (done) return;
        yield value as readonly unknown[];
      }
    },
    get inTransaction() {
      return nativeCall(() => database.inTransaction);
    },
    close({ keepLog = false } = {}) {
      try {
        // libsql leaves this undone while a prepared statement is alive. Who reads meanwhile isn't waited for.
        if (!keepLog) {
          nativeCall(() => database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)'));
        }
      } catch {
        // Somebody reads: who opens the file next finds the log beside it.
      }
      nativeCall(() => database.close());
    },
  };
}

/**
 * Whether a connection, of this process or another, has a database open: in WAL mode each holds a lock for as long as it lives, which the
 * system takes back where its process is killed. A connection of ours counts until its statements are collected. `false` where
 * there is no database. Throws `IndexUnavailableError`.
 */
export function isOpenSomewhere(location: string): boolean {
  if (!existsSync(location)) return false;
  const Database = load();
  try {
    guarded(() => {
      const database = new Database(location, { timeout: 0 });
      try {
        // Only `exec`: a prepared statement would outlive `close`, and hold the lock. WAL mode and an exclusive lock exclude all others.
        database.exec(
          'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; SELECT 1 FROM sqlite_master',
        );
      } finally {
        database.close();
      }
    });
    return false;
  } catch (error) {
    if (error instanceof IndexBusyError) return true;
    // No database: nobody can have it open.
    if (error instanceof CorruptIndexError) return false;
    throw error;
  }
}

/** A lock that one holder has among all threads and processes of this machine, until it is released or its process ends. */
export interface FileLock {
  /** Whether the file is still in its place: where it was deleted, somebody else may have locked another one there. */
  isHeld(): boolean;
  release(): void;
}

/**
 * Locks a file, which is made where there is none; `undefined` where somebody else has it locked. It is the system's own lock, as SQLite takes
 * it: one of a process that was killed is free at once, whatever its number, its container or its clock. Throws
 * `IndexUnavailableError`.
 */
export function lockFile(path: string): FileLock | undefined {
  const Database = load();
  try {
    return guarded(() => {
      makePrivate(path);
      const database = new Database(path, { timeout: 0 });
      try {
        // Nothing is ever written into it: it stays empty.
        database.exec('BEGIN EXCLUSIVE');
      } catch (error) {
        database.close();
        throw error;
      }
      const inodeOf = () => statSync(path, { throwIfNoEntry: false })?.ino;
      const inode = inodeOf();
      return {
        isHeld: () => inodeOf() === inode,
        release: () => nativeCall(() => database.close()),
      };
    });
  } catch (error) {
    if (error instanceof IndexBusyError) return undefined;
    throw error;
  }
}

/** The database, and what SQLite keeps beside it. */
export function removeDatabase(location: string): void {
  guarded(() => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${location}${suffix}`, { force: true });
  });
}

/** SQLite's result codes that tell of the place, not of the content: sqlite.org/rescode.html. */
const OF_THE_PLACE = /^SQLITE_(FULL|READONLY|CANTOPEN|IOERR|PERM|NOMEM|NOLFS)/;

/** Every call of libsql: it isn't broken off, and its errors become ours. */
function guarded<T>(action: () => T): T {
  try {
    return nativeCall(action);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    if (code !== undefined && /^SQLITE_(BUSY|LOCKED)/.test(code))
      throw new IndexBusyError('another process writes it', { cause: error });
    const unopened = /^ConnectionFailed/.test(message);
    if (unopened || (code !== undefined && (OF_THE_PLACE.test(code) || /^E[A-Z]+$/.test(code)))) {
      throw new IndexUnavailableError(unopened ? 'the file can’t be opened' : message, { cause: error });
    }
    if (code?.startsWith('SQLITE_')) throw new CorruptIndexError(message, { cause: error });
    throw error;
  }
}
