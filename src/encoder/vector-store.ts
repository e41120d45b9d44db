import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type Connection, connect, removeDatabase } from '../index/database/connection.ts';
import { bytes, checksumOf } from '../index/database/encoding.ts';
import { CorruptIndexError } from '../index/database/errors.ts';
import type { VectorProgress } from './encoder.ts';
import type { QuantizedVector } from './vectors.ts';

/**
 * Vectors of an archive's sentences in a file, by the text as its model reads it: what the index calls a sentence doesn't
 * matter, so they outlive an index that is built again. One thread writes it. Never throws: where it fails, that is told in
 * one line, and it holds nothing from then on.
 */
export interface VectorStore {
  /** `false` after it has failed. */
  readonly isOpen: boolean;
  /** `undefined` where none is kept. */
  get(text: string): QuantizedVector | undefined;
  /** Whether a text's vector is kept; `prune` spares it then. */
  meet(text: string): boolean;
  /** Keeps the vector of a text that was not met; lasting after the next `commit`. */
  put(text: string, vector: QuantizedVector): void;
  /** Begins to count what is met anew. */
  begin(): void;
  /** Makes what was put last; where something was, how far the keeping is. */
  commit(progress: VectorProgress): void;
  /**
   * Forgets some of the vectors that were not met since `begin`; returns whether there are no more of them. Forgets none where as
   * many sentences as are said to be kept were not met, since then not all were handed over; and where there are none at all: what an
   * archive's drive comes back with need not be computed again.
   */
  prune(progress: VectorProgress): boolean;
  close(): void;
}

/** Numbers and bytes alone: libsql ends the process where a damaged text is not UTF-8. */
const SCHEMA = `
  CREATE TABLE vectors (key BLOB NOT NULL UNIQUE, vector BLOB NOT NULL);
  CREATE TABLE about (identity BLOB NOT NULL, kept INTEGER, past INTEGER, sentences INTEGER);
`;
/** In bytes of SHA-256: of a billion texts two share one with a probability below 10^-20. */
const KEY_BYTES = 16;
const CHECKSUM_BYTES = 4;
/** Rows that are deleted in one transaction: some 10 ms, for which a question may have to wait. */
const PRUNED_AT_ONCE = 1_000;

/**
 * Opens the file, or makes it. What it holds of another model, or of this one used otherwise, is deleted; a damaged file is
 * thrown away. `identity` stands for all that decides a vector; `size` is how long one is.
 */
export async function openVectorStore(
  path: string,
  { identity, size }: { readonly identity: Buffer; readonly size: number },
  tell: (line: string) => void,
): Promise<VectorStore> {
  const told = (error: unknown) => tell(`${path} ${faultOf(error)}`);
  let connection: Connection | undefined;
  try {
    connection = await soundDatabase(path, identity, tell);
  } catch (error) {
    told(error);
  }
  return new DiskVectors(connection, { path, size, told });
}

async function soundDatabase(
  path: string,
  identity: Buffer,
  tell: (line: string) => void,
): Promise<Connection> {
  try {
    return await databaseOf(path, identity);
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error;
    tell(`${path} is damaged: all vectors are computed anew`);
    removeDatabase(path);
    return databaseOf(path, identity);
  }
}

function faultOf(error: unknown): string {
  const { message } = error as Error;
  if (error instanceof CorruptIndexError)
    return `is damaged (${message}): vectors are computed anew from the next start on`;
  return `can't be used (${message}): vectors are not kept; let the user who runs Ibid write it, or free some space`;
}

async function databaseOf(path: string, identity: Buffer): Promise<Connection> {
  const connection = await connect(path);
  try {
    connection.exec('BEGIN IMMEDIATE');
    if (!connection.row("SELECT 1 FROM sqlite_master WHERE type = 'table' LIMIT 1")) connection.exec(SCHEMA);
    const [known] = connection.row('SELECT identity FROM about') ?? [];
    if (!(known instanceof Uint8Array && identity.equals(known))) {
      connection.exec('DELETE FROM vectors; DELETE FROM about');
      connection.run('INSERT INTO about VALUES (?, 0, 0, 0)', identity);
    }
    connection.exec('COMMIT');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

interface DiskVectorsOptions {
  readonly path: string;
  readonly size: number;
  readonly told: (error: unknown) => void;
}

class DiskVectors implements VectorStore {
  private readonly options: DiskVectorsOptions;
  private connection: Connection | undefined;
  private met = metRows();

  constructor(connection: Connection | undefined, options: DiskVectorsOptions) {
    this.connection = connection;
    this.options = options;
  }

  get isOpen(): boolean {
    return this.connection !== undefined;
  }

  get(text: string): QuantizedVector | undefined {
    const key = keyOf(text);
    return this.attempt((connection) => {
      const row = connection.row('SELECT vector FROM vectors WHERE key = ?', key);
      return row && vectorIn(bytes(row[0]), key, this.options.size);
    }, undefined);
  }

  meet(text: string): boolean {
    return this.attempt((connection) => {
      const row = connection.row('SELECT rowid FROM vectors WHERE key = ?', keyOf(text));
      if (row) this.met.add(Number(row[0]));
      return row !== undefined;
    }, false);
  }

  put(text: string, vector: QuantizedVector): void {
    const key = keyOf(text);
    this.attempt((connection) => {
      beginWriting(connection);
      // Another process may have written it meanwhile.
      this.met.add(connection.run('INSERT OR IGNORE INTO vectors VALUES (?, ?)', key, rowOf(vector, key)));
    }, undefined);
  }

  begin(): void {
    this.met = metRows();
  }

  commit(progress: VectorProgress): void {
    this.attempt((connection) => connection.inTransaction && committed(connection, progress), undefined);
  }

  prune(progress: VectorProgress): boolean {
    return this.attempt((connection) => {
      beginWriting(connection);
      const isWhole = progress.kept > 0 && progress.kept === this.met.count;
      const isDone = !isWhole || deleteOthers(connection, this.met);
      committed(connection, progress);
      return isDone;
    }, true);
  }

  close(): void {
    this.attempt((connection) => {
      if (connection.inTransaction) connection.exec('COMMIT');
      connection.close();
    }, undefined);
    this.connection = undefined;
  }

  /** `otherwise` where it isn't open, or fails now. */
  private attempt<T>(act: (connection: Connection) => T, otherwise: T): T {
    if (!this.connection) return otherwise;
    try {
      return act(this.connection);
    } catch (error) {
      this.fail(error);
      return otherwise;
    }
  }

  private fail(error: unknown): void {
    const { path, told } = this.options;
    told(error);
    try {
      this.connection?.close();
      // The next start begins a new one.
      if (error instanceof CorruptIndexError) removeDatabase(path);
    } catch {
      // It was told what is wrong.
    }
    this.connection = undefined;
  }
}

function beginWriting(connection: Connection): void {
  if (!connection.inTransaction) connection.exec('BEGIN IMMEDIATE');
}

function committed(connection: Connection, { kept, past, sentences }: VectorProgress): void {
  connection.run('UPDATE about SET kept = ?, past = ?, sentences = ?', kept, past, sentences);
  connection.exec('COMMIT');
}

/** Deletes some of the rows that were not met, by their numbers: to look at all rows would read the whole file. */
function deleteOthers(connection: Connection, met: MetRows): boolean {
  const last = Number(connection.row('SELECT COALESCE(MAX(rowid), 0) FROM vectors')![0]);
  let deleted = 0;
  for (let row = met.next(0); row <= last; row = met.next(row)) {
    if (deleted === PRUNED_AT_ONCE) return false;
    connection.run('DELETE FROM vectors WHERE rowid = ?', row);
    met.mark(row);
    deleted += 1;
  }
  return true;
}

/** Numbers of rows, one bit each. */
interface MetRows {
  /** How many sentences were met: several may have the same text. */
  readonly count: number;
  /** A sentence of that row. */
  add(row: number): void;
  mark(row: number): void;
  /** The first row after this one that isn't marked. */
  next(row: number): number;
}

function metRows(): MetRows {
  let bits = new Uint8Array(1_024);
  let count = 0;
  function mark(row: number): void {
    const at = row >> 3;
    if (at >= bits.length) {
      const more = new Uint8Array(2 * at);
      more.set(bits);
      bits = more;
    }
    bits[at]! |= 1 << (row & 7);
  }
  return {
    get count() {
      return count;
    },
    add(row) {
      count += 1;
      mark(row);
    },
    mark,
    next(row) {
      let next = row + 1;
      while ((bits[next >> 3] ?? 0) & (1 << (next & 7))) next += 1;
      return next;
    },
  };
}

function keyOf(text: string): Buffer {
  // Half a surrogate pair has no UTF-8.
  return createHash('sha256').update(Buffer.from(text, 'utf16le')).digest().subarray(0, KEY_BYTES);
}

/** The components, and a checksum over them and the key. */
function rowOf(vector: QuantizedVector, key: Buffer): Buffer {
  const row = Buffer.alloc(vector.length + CHECKSUM_BYTES);
  row.set(new Uint8Array(vector.buffer, vector.byteOffset, vector.length));
  row.writeUInt32LE(checksumOf(row.subarray(0, vector.length), key), vector.length);
  return row;
}

function vectorIn(row: Buffer, key: Buffer, size: number): QuantizedVector {
  if (
    row.length !== size + CHECKSUM_BYTES ||
    checksumOf(row.subarray(0, size), key) !== row.readUInt32LE(size)
  )
    throw new CorruptIndexError('a vector is not what was written');
  return Int8Array.from(new Int8Array(row.buffer, row.byteOffset, size));
}

/** How far the keeping of vectors in a file is; `undefined` where there is none that can be read. */
export async function readVectorProgress(path: string): Promise<VectorProgress | undefined> {
  if (!existsSync(path)) return undefined;
  try {
    const connection = await connect(path);
    try {
      const [kept, past, sentences] = connection.row('SELECT kept, past, sentences FROM about') ?? [];
      return { kept: Number(kept ?? 0), past: Number(past ?? 0), sentences: Number(sentences ?? 0) };
    } finally {
      connection.close({ keepLog: true });
    }
  } catch {
    // Who writes it says what is wrong.
    return undefined;
  }
}
