import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { READING_VERSION } from '../../ingest/reading-version.ts';
import { writeAtomicSync } from '../../write-atomic.ts';
import { type Connection, connect, IN_MEMORY, removeDatabase } from './connection.ts';
import { bytes, checksumOf } from './encoding.ts';
import { CorruptIndexError } from './errors.ts';
import { FORMAT, SCHEMA } from './schema.ts';

/** What decides what an index holds: our reading, and the Unicode data of this Node. */
const VERSIONS = [READING_VERSION, process.versions.icu ?? '', process.versions.unicode ?? ''].join(' ');

/**
 * The file of an index in the folder of its archive. Other versions of Ibid have files of their own: a new index is
 * built beside the old one, which goes on answering.
 */
export function indexLocation(folder: string, versions = VERSIONS): string {
  const hash = createHash('sha256').update(versions).digest('hex').slice(0, 8);
  return join(folder, `index-${FORMAT}-${hash}.db`);
}

/** The folder of an index's segment files. */
export function segmentFolder(location: string): string {
  return location.replace(/\.db$/, '.segments');
}

/** Opens an index to write it; makes an empty one where there is none. Throws `CorruptIndexError`, `IndexUnavailableError`. */
export async function openForWriting(location: string): Promise<Connection> {
  checkMark(location);
  return opened(location, (connection) => {
    if (isEmpty(connection)) create(connection);
    checkAbout(connection);
  });
}

/**
 * Opens an index to read it, without the write lock; `undefined` where there is none, or not all files were read once, unless it may be
 * `partial`. Throws `CorruptIndexError`, `IndexUnavailableError`.
 */
export async function openForReading(
  location: string,
  { partial = false } = {},
): Promise<Connection | undefined> {
  if (!existsSync(location)) return undefined;
  checkMark(location);
  const connection = await opened(location, () => {});
  try {
    if (!isEmpty(connection) && (checkAbout(connection) || partial)) return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
  connection.close();
  return undefined;
}

async function opened(location: string, prepare: (connection: Connection) => void): Promise<Connection> {
  const connection = await connect(location);
  try {
    prepare(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** All files of the corpus have been read once: the index may be read by others. */
export function setComplete(connection: Connection): void {
  if (!checkAbout(connection)) writeAbout(connection, true);
}

/**
 * Marks an index as corrupt, in a file beside it, so that who reads it needs no lock; the next process to write it builds it again. Throws
 * what the file system throws.
 */
export function markCorrupt(location: string, why = 'something in it was found to be corrupt'): void {
  if (existsSync(location)) writeAtomicSync(markOf(location), why, { isPrivate: true });
}

/** Why an index was marked as corrupt; `undefined`: it was not. */
export function corruptMark(location: string): string | undefined {
  const mark = markOf(location);
  return existsSync(mark) ? readFileSync(mark, 'utf8') : undefined;
}

function checkMark(location: string): void {
  const why = corruptMark(location);
  if (why !== undefined) throw new CorruptIndexError(why);
}

function markOf(location: string): string {
  return location.replace(/(?:\.db)?$/, '.corrupt');
}

/** Removes an index: its database, its segments, and last the mark that it is corrupt. */
export function removeIndex(location: string): void {
  removeDatabase(location);
  rmSync(segmentFolder(location), { recursive: true, force: true });
  rmSync(markOf(location), { force: true });
}

/** The complete index that another version of Ibid has left in this folder, in the same format; `undefined`: none. */
export function earlierIndex(location: string): string | undefined {
  const prefix = `index-${FORMAT}-`;
  return otherIndexes(location).find((path) => basename(path).startsWith(prefix));
}

/** How long an index of another version of Ibid is kept, in ms: a day in which one can go back to that version. */
const KEPT_MS = 24 * 3_600_000;

/** Removes indexes of other versions of Ibid that nobody has written for a day. */
export function removeEarlierIndexes(location: string, now = Date.now()): void {
  for (const path of otherIndexes(location)) {
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - written > KEPT_MS) removeIndex(path);
  }
}

/** Latest first. */
function otherIndexes(location: string): string[] {
  const folder = dirname(location);
  if (location === IN_MEMORY || !existsSync(folder)) return [];
  const writtenAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return readdirSync(folder)
    .filter((name) => /^index-\d+-[\da-f]{8}\.db$/.test(name) && name !== basename(location))
    .map((name) => join(folder, name))
    .sort((a, b) => writtenAt(b) - writtenAt(a));
}

function create(connection: Connection): void {
  connection.exec('BEGIN IMMEDIATE');
  // Asked again inside the transaction: another process may just have done it.
  if (isEmpty(connection)) {
    connection.exec(SCHEMA);
    writeAbout(connection, false);
  }
  connection.exec('COMMIT');
}

function isEmpty(connection: Connection): boolean {
  return connection.row("SELECT 1 FROM sqlite_master WHERE type = 'table' LIMIT 1") === undefined;
}

/** Whether the index is complete. Throws `CorruptIndexError` where what is known of it isn't sound. */
function checkAbout(connection: Connection): boolean {
  const row = connection.row('SELECT CAST(versions AS BLOB), complete, checksum FROM about');
  if (!row) throw new CorruptIndexError('what is known of it is missing');
  const [versions, complete, checksum] = row;
  if (checksumOf(bytes(versions), Number(complete)) !== checksum)
    throw new CorruptIndexError('what is known of it is not what was written');
  return complete === 1;
}

function writeAbout(connection: Connection, complete: boolean): void {
  const row = [Buffer.from(VERSIONS), complete ? 1 : 0] as const;
  connection.run('DELETE FROM about');
  connection.run('INSERT INTO about VALUES (?,?,?)', ...row, checksumOf(...row));
}
