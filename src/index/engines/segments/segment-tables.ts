import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../../model/model.ts';
import type { Connection } from '../../database/connection.ts';
import { CorruptIndexError } from '../../database/encoding.ts';
import { LARGEST_NEW, nextMerge } from './merge-policy.ts';
import { DamagedFile, mergeSegments, NewSegment, OtherFormat, type WrittenSegment } from './segments.ts';

/** Which segment files count, and which of their documents don't any more. */
export const SEGMENT_TABLES = `
  CREATE TABLE segments (
    first INTEGER PRIMARY KEY, last INTEGER NOT NULL, sentences INTEGER NOT NULL, file BLOB NOT NULL
  );
  CREATE TABLE removed (document INTEGER PRIMARY KEY, sentences INTEGER NOT NULL);`;

/** In the order of their documents. */
export function segmentsIn(connection: Connection): WrittenSegment[] {
  const rows = connection.rows(
    'SELECT first, last, sentences, CAST(file AS BLOB) FROM segments ORDER BY first',
  );
  return Array.from(rows, ([first, last, sentences, file]) => {
    return { first: Number(first), last: Number(last), sentences: Number(sentences), file: String(file) };
  });
}

export function removedIn(connection: Connection): number[] {
  return Array.from(connection.rows('SELECT document FROM removed'), ([document]) => Number(document));
}

/**
 * Writes what a transaction adds and removes. Files are written before it is committed, and count from then on: those of
 * a transaction that never was are deleted some time later.
 */
export function segmentWriter(connection: Connection, folder: string) {
  let growing = new NewSegment();
  const write = () => {
    if (growing.sentences === 0) return;
    mkdirSync(folder, { recursive: true });
    list(connection, growing.write(folder, newName()));
    growing = new NewSegment();
  };
  return {
    begin() {
      growing = new NewSegment();
    },
    add(document: Document) {
      if (document.sentences.length === 0) return;
      growing.add(document);
      if (growing.sentences >= LARGEST_NEW) write();
    },
    remove({ number, sentences }: Document) {
      if (sentences.length > 0) connection.run('INSERT INTO removed VALUES (?,?)', number, sentences.length);
    },
    done: write,
  };
}

/** Merges segments as long as some are due, each time in a transaction of its own; files that nobody lists any more go. */
export function mergeDue(connection: Connection, folder: string): void {
  for (;;) {
    const due = nextMerge(sizedIn(connection));
    if (!due) break;
    const { first } = due[0]!;
    const { last } = due.at(-1)!;
    const removed = removedIn(connection).filter((document) => first <= document && document <= last);
    let merged: WrittenSegment | undefined;
    try {
      merged = mergeSegments(folder, due, removed, newName());
    } catch (error) {
      if (areListed(connection, due)) throw damageIn(error) ?? error;
      continue;
    }
    connection.exec('BEGIN IMMEDIATE');
    // Who merged meanwhile was faster: what was written here is deleted some day.
    if (areListed(connection, due)) {
      for (const segment of due) connection.run('DELETE FROM segments WHERE first = ?', segment.first);
      for (const document of removed) connection.run('DELETE FROM removed WHERE document = ?', document);
      if (merged) list(connection, merged);
    }
    connection.exec('COMMIT');
    for (const { file } of due) rmSync(join(folder, file), { force: true });
  }
  deleteUnlisted(connection, folder);
}

/** Not, where somebody else has just merged them. */
function areListed(connection: Connection, segments: readonly WrittenSegment[]): boolean {
  const listed = new Set(segmentsIn(connection).map(({ file }) => file));
  return segments.every(({ file }) => listed.has(file));
}

/** An error of opening listed segments as the store's: it is to be built again. `undefined`: it says nothing of them. */
export function damageIn(error: unknown): CorruptIndexError | undefined {
  const damaged = error instanceof DamagedFile || error instanceof OtherFormat || isGone(error);
  return damaged ? new CorruptIndexError((error as Error).message) : undefined;
}

export function isGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function sizedIn(connection: Connection) {
  return segmentsIn(connection).map((segment) => {
    const [row] = [
      ...connection.rows(
        'SELECT CAST(TOTAL(sentences) AS INTEGER) FROM removed WHERE document BETWEEN ? AND ?',
        segment.first,
        segment.last,
      ),
    ];
    const removed = Number(row![0]);
    return { ...segment, removed, left: segment.sentences - removed };
  });
}

function list(connection: Connection, { first, last, sentences, file }: WrittenSegment): void {
  connection.run('INSERT INTO segments VALUES (?,?,?,?)', first, last, sentences, Buffer.from(file));
}

function newName(): string {
  return `${randomUUID()}.segment`;
}

/** Longer than any transaction takes from writing a file to its commit. */
const ABANDONED_MS = 3_600_000;

/** Files that no transaction lists, where they can't be of one that is going on. */
function deleteUnlisted(connection: Connection, folder: string): void {
  const listed = new Set(segmentsIn(connection).map(({ file }) => file));
  for (const file of namesIn(folder)) {
    if (listed.has(file)) continue;
    const path = join(folder, file);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > ABANDONED_MS) rmSync(path, { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
