import { WrongUse } from '../wrong-use.ts';
import { type Connection, connect, IN_MEMORY, removeDatabase } from './connection.ts';
import { checksumOf, Damaged } from './encoding.ts';
import { readingFingerprint } from './fingerprint.ts';
import { bytes, type Store, storeOf } from './store.ts';

/** Of the tables below. A store of a higher one was written by a newer Ibid; one of a lower one is built again. */
export const FORMAT = 1;

/** Every column is a number or bytes: libsql ends the process where damaged text isn't UTF-8. */
const TABLES = `
  CREATE TABLE about (fingerprint BLOB NOT NULL);
  CREATE TABLE files (
    id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, reading BLOB NOT NULL, flaws BLOB NOT NULL,
    articles INTEGER NOT NULL, checksum INTEGER NOT NULL
  );
  CREATE TABLE articles (
    file INTEGER NOT NULL, place INTEGER NOT NULL, fields BLOB NOT NULL, text BLOB NOT NULL, spans BLOB NOT NULL,
    checksum INTEGER NOT NULL, UNIQUE (file, place)
  );
  PRAGMA user_version = ${FORMAT};
  PRAGMA application_id = ${voucherOf(FORMAT)};`;

export interface StoreOptions {
  /** Called where what was there is of no use any more, and why. */
  readonly rebuilt?: (why: string) => void;
  readonly fingerprint?: Buffer;
}

/** Opens what is at `location`, or begins anew. Throws `Unusable` where that can't be, `WrongUse` for a newer Ibid's. */
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

async function open(location: string, { rebuilt, fingerprint }: StoreOptions): Promise<Store> {
  const connection = await connect(location);
  try {
    prepare(connection, location, fingerprint ?? readingFingerprint(), rebuilt);
    return storeOf(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
}

function prepare(
  connection: Connection,
  location: string,
  fingerprint: Buffer,
  rebuilt?: (why: string) => void,
): void {
  const isOurs = () => versionOf(connection) === FORMAT && fingerprintOf(connection)?.equals(fingerprint);
  if (isOurs()) return;
  // Asked again inside the transaction: another process may just have done it.
  connection.exec('BEGIN IMMEDIATE');
  const version = versionOf(connection);
  if (version > FORMAT) {
    connection.exec('ROLLBACK');
    throw new WrongUse(
      `${location} was written by a newer Ibid (format ${version}; this one knows ${FORMAT}): update Ibid, or delete that file.`,
    );
  }
  if (!isOurs()) {
    if (version > 0) rebuilt?.('articles are read in another way by now');
    connection.exec('DROP TABLE IF EXISTS about; DROP TABLE IF EXISTS articles; DROP TABLE IF EXISTS files');
    connection.exec(TABLES);
    connection.run('INSERT INTO about VALUES (?)', fingerprint);
  }
  connection.exec('COMMIT');
}

/** 0 for a file that was just made. */
function versionOf(connection: Connection): number {
  const [version, voucher] = ['user_version', 'application_id'].map((name) =>
    Number([...connection.rows(`PRAGMA ${name}`)][0]![0]),
  );
  if (version === 0 && voucher === 0) return 0;
  if (voucher !== voucherOf(version!)) throw new Damaged('its format is unknown');
  return version!;
}

/** Stands beside the version, so that a damaged one isn't taken for a newer Ibid's. A signed number of 32 bits. */
function voucherOf(version: number): number {
  return checksumOf(version) | 0;
}

function fingerprintOf(connection: Connection): Buffer | undefined {
  const [row] = [...connection.rows('SELECT CAST(fingerprint AS BLOB) FROM about')];
  return row && bytes(row[0]);
}
