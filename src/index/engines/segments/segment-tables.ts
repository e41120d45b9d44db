import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../../model/article.ts';
import { PRIVATE_FOLDER } from '../../../write-atomic.ts';
import type { Connection } from '../../database/connection.ts';
import { bytes, checksumOf } from '../../database/encoding.ts';
import { CorruptIndexError } from '../../database/errors.ts';
import type { DocumentWords } from '../../document-words.ts';
import { MAX_NEW_SEGMENT_SENTENCES, nextMerge } from './merge-policy.ts';
import type { GatheredTerms } from './postings/gathered-terms.ts';
import { CorruptSegmentError, SegmentFormatError } from './postings/segment-file.ts';
import { mergeSegments, NewSegment, type WrittenSegment } from './segments.ts';

/** The segments that count, in the order of their documents. Throws `CorruptIndexError`. */
export function segmentsIn(connection: Connection): WrittenSegment[] {
  const rows = connection.rows(
    `SELECT CAST(first AS INTEGER), CAST(last AS INTEGER), CAST(sentences AS INTEGER), CAST(file AS BLOB),
       CAST(checksum AS INTEGER) FROM segments ORDER BY first`,
  );
  return Array.from(rows, (row) => {
    const [first, last, sentences] = row.slice(0, 3) as [number, number, number];
    const file = bytes(row[3]);
    if (checksumOf(first, last, sentences, file) !== row[4])
      throw new CorruptIndexError('the list of segments is not what was written');
    return { first, last, sentences, file: file.toString() };
  });
}

/** The numbers of documents that are in a segment and don't count any more. Throws `CorruptIndexError`. */
export function deletesIn(connection: Connection): number[] {
  const rows = connection.rows(
    `SELECT CAST(document AS INTEGER), CAST(sentences AS INTEGER), CAST(checksum AS INTEGER) FROM deletes`,
  );
  return Array.from(rows as Iterable<[number, number, number]>, ([document, sentences, checksum]) => {
    if (checksumOf(document, sentences) !== checksum)
      throw new CorruptIndexError('the list of deletes is not what was written');
    return document;
  });
}

/**
 * Writes what a transaction adds and removes. Files are written before it is committed, and count from then on: those of
 * a transaction that never was are deleted some time later.
 */
export function segmentWriter(connection: Connection, folder: string) {
  let growing = new NewSegment();
  const write = () => {
    if (growing.sentences === 0) return;
    mkdirSync(folder, PRIVATE_FOLDER);
    list(connection, growing.write(folder, newName()));
    growing = new NewSegment();
  };
  return {
    begin() {
      growing = new NewSegment();
    },
    /** `from`: as `NewSegment.add`. */
    add(document: Document, from: DocumentWords | GatheredTerms) {
      if (document.sentences.length === 0) return;
      growing.add(document, from);
      if (growing.sentences >= MAX_NEW_SEGMENT_SENTENCES) write();
    },
    remove({ number, sentences }: Document) {
      if (sentences.length === 0) return;
      const row = [number, sentences.length] as const;
      connection.run('INSERT INTO deletes VALUES (?,?,?)', ...row, checksumOf(...row));
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
    const removed = deletesIn(connection).filter((document) => first <= document && document <= last);
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
      for (const document of removed) connection.run('DELETE FROM deletes WHERE document = ?', document);
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
  const damaged =
    error instanceof CorruptSegmentError || error instanceof SegmentFormatError || isGone(error);
  return damaged ? new CorruptIndexError((error as Error).message) : undefined;
}

export function isGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function sizedIn(connection: Connection) {
  return segmentsIn(connection).map((segment) => {
    const [row] = [
      ...connection.rows(
        'SELECT CAST(TOTAL(sentences) AS INTEGER) FROM deletes WHERE document BETWEEN ? AND ?',
        segment.first,
        segment.last,
      ),
    ];
    const removed = Number(row![0]);
    return { ...segment, removed, left: segment.sentences - removed };
  });
}

function list(connection: Connection, { first, last, sentences, file }: WrittenSegment): void {
  const row = [first, last, sentences, Buffer.from(file)] as const;
  connection.run('INSERT INTO segments VALUES (?,?,?,?,?)', ...row, checksumOf(...row));
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
