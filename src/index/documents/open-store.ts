import { UsageError } from '../../usage-error.ts';
import { type Connection, connect, IN_MEMORY, removeDatabase } from '../database/connection.ts';
import { bytes, checksumOf, Damaged } from '../database/encoding.ts';
import { fingerprintOf, READING } from '../database/schema-fingerprint.ts';
import { type Store, storeOf } from './document-store.ts';
import { ARTICLE_TABLES, type Listener } from './document-table.ts';

/** Of the tables. A store of a higher one was written by a newer Ibid; one of a lower one is built again. */
export const FORMAT = 3;

const TABLES = `
  CREATE TABLE about (fingerprint BLOB NOT NULL);
  CREATE TABLE files (
    id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, reading BLOB NOT NULL, flaws BLOB NOT NULL,
    articles INTEGER NOT NULL, checksum INTEGER NOT NULL
  );
  ${ARTICLE_TABLES}`;

const FORMATS = `PRAGMA user_version = ${FORMAT}; PRAGMA application_id = ${voucherOf(FORMAT)};`;

/** What other rooms keep beside the articles, in the same transactions. */
export interface Annexe {
  /** SQL that makes their tables. */
  readonly tables: string;
  /** Rooms whose code decides what is in them. */
  readonly rooms: readonly string[];
  readonly listener: (connection: Connection) => Listener;
}

export interface StoreOptions {
  /** Called where what was there is of no use any more, and why. */
  readonly rebuilt?: (why: string) => void;
  readonly annexe?: Annexe;
  readonly fingerprint?: Buffer;
}

/** Opens what is at `location`, or begins anew. Throws `Unusable` where that can't be, `UsageError` for a newer Ibid's. */
export async function openStore(location: string, options: StoreOptions = {}): Promise<Store> {
  try {
    return await open(location, options);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    options.rebuilt?.(`it was damaged (${error.message})`);
    removeDatabase(location);
    return open(location, options);
  }
}

/** A store that is gone when it is closed. */
export function openMemoryStore(): Promise<Store> {
  return openStore(IN_MEMORY);
}

async function open(location: string, options: StoreOptions): Promise<Store> {
  const connection = await connect(location);
  try {
    prepare(connection, location, options);
    return storeOf(connection, options.annexe?.listener(connection));
  } catch (error) {
    connection.close();
    throw error;
  }
}

function prepare(
  connection: Connection,
  location: string,
  { rebuilt, annexe, ...options }: StoreOptions,
): void {
  const fingerprint = options.fingerprint ?? fingerprintOf([...READING, ...(annexe?.rooms ?? [])]);
  const isOurs = () => versionOf(connection) === FORMAT && fingerprintIn(connection)?.equals(fingerprint);
  if (isOurs()) return;
  // Asked again inside the transaction: another process may just have done it.
  connection.exec('BEGIN IMMEDIATE');
  const version = versionOf(connection);
  if (version > FORMAT) {
    connection.exec('ROLLBACK');
    throw new UsageError(
      `${location} was written by a newer Ibid (format ${version}; this one knows ${FORMAT}): update Ibid, or delete that file.`,
    );
  }
  if (!isOurs()) {
    if (version > 0)
      rebuilt?.(isCondemned(connection) ? 'it was damaged' : 'articles are read in another way by now');
    for (const name of tablesIn(connection)) connection.exec(`DROP TABLE "${name}"`);
    connection.exec(`${TABLES} ${annexe?.tables ?? ''} ${FORMATS}`);
    connection.run('INSERT INTO about VALUES (?)', fingerprint);
  }
  connection.exec('COMMIT');
}

/** Has a store built again when it is next opened, whoever reads it now: something in it isn't what was written. */
export async function condemn(location: string): Promise<void> {
  const connection = await connect(location);
  try {
    connection.run('UPDATE about SET fingerprint = ?', CONDEMNED);
  } finally {
    connection.close();
  }
}

const CONDEMNED = Buffer.alloc(0);

function isCondemned(connection: Connection): boolean {
  return fingerprintIn(connection)?.equals(CONDEMNED) ?? false;
}

function tablesIn(connection: Connection): string[] {
  const rows = connection.rows("SELECT CAST(name AS BLOB) FROM sqlite_master WHERE type = 'table'");
  const names = Array.from(rows, ([name]) => bytes(name).toString());
  return names.filter((name) => /^[a-z_]+$/.test(name) && !name.startsWith('sqlite_'));
}

/** 0 for a file that was just made. */
function versionOf(connection: Connection): number {
  const [version, voucher] = ['user_version', 'application_id'].map((name) =>
    Number(connection.row(`PRAGMA ${name}`)![0]),
  );
  if (version === 0 && voucher === 0) return 0;
  if (voucher !== voucherOf(version!)) throw new Damaged('its format is unknown');
  return version!;
}

/** Stands beside the version, so that a damaged one isn't taken for a newer Ibid's. A signed number of 32 bits. */
function voucherOf(version: number): number {
  return checksumOf(version) | 0;
}

function fingerprintIn(connection: Connection): Buffer | undefined {
  const row = connection.row('SELECT CAST(fingerprint AS BLOB) FROM about');
  return row && bytes(row[0]);
}
