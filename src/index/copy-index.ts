import { type FileHandle, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PRIVATE_FILE } from '../write-atomic.ts';
import { connect, removeDatabase } from './database/connection.ts';
import { IndexBusyError } from './database/errors.ts';
import { openForReading, segmentFolder } from './database/open-database.ts';
import { isGone, segmentsIn } from './engines/segments/segment-tables.ts';

/** An index as of one moment. */
export interface IndexCopy {
  /** Segment files by name, open to be read: they last although a merge deletes them meanwhile. */
  readonly segments: ReadonlyMap<string, FileHandle>;
  close(): Promise<void>;
}

/** How often it is tried again: all segments of the copy must still be there after it was made. */
const ATTEMPTS = 5;

/**
 * Copies the database of an index to a file at `to`, which must not be there, and opens the segments that count in it, while others read
 * and write. `undefined` where there is no index, or its files have not all been read once. Throws `CorruptIndexError`,
 * `IndexBusyError`, `IndexUnavailableError`.
 */
export async function copyIndex(location: string, to: string): Promise<IndexCopy | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const before = await openSegments(segmentFolder(location));
    try {
      if (!(await copyDatabase(location, to))) return undefined;
      const segments = await openListed(await listedIn(to), before, segmentFolder(location));
      if (segments) return { segments, close: () => closeAll(segments.values()) };
    } finally {
      // Those that are listed were taken out of it.
      await closeAll(before.values());
    }
    removeDatabase(to);
  }
  throw new IndexBusyError('its segments are merged faster than they are copied: try again later');
}

async function copyDatabase(location: string, to: string): Promise<boolean> {
  const connection = await openForReading(location);
  if (!connection) return false;
  try {
    // SQLite takes an empty file for a new one, and keeps its mode.
    await writeFile(to, '', { flag: 'wx', ...PRIVATE_FILE });
    connection.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`);
    return true;
  } finally {
    connection.close({ keepLog: true });
  }
}

async function listedIn(copy: string): Promise<string[]> {
  const connection = await connect(copy);
  try {
    return segmentsIn(connection).map(({ file }) => file);
  } finally {
    connection.close();
  }
}

/** All that are there: of a merge that comes while the database is copied, those that went into it. */
async function openSegments(folder: string): Promise<Map<string, FileHandle>> {
  const names = await readdir(folder).catch(() => []);
  const opened = new Map<string, FileHandle>();
  for (const name of names) {
    const handle = await openThere(join(folder, name));
    if (handle) opened.set(name, handle);
  }
  return opened;
}

/** Takes the listed ones out of `opened`; `undefined` where one is gone. */
async function openListed(
  names: readonly string[],
  opened: Map<string, FileHandle>,
  folder: string,
): Promise<Map<string, FileHandle> | undefined> {
  const listed = new Map<string, FileHandle>();
  for (const name of names) {
    const handle = opened.get(name) ?? (await openThere(join(folder, name)));
    opened.delete(name);
    if (handle) listed.set(name, handle);
  }
  if (listed.size === names.length) return listed;
  await closeAll(listed.values());
  return undefined;
}

async function openThere(path: string): Promise<FileHandle | undefined> {
  return open(path, 'r').catch((error: unknown) => {
    if (!isGone(error)) throw error;
    return undefined;
  });
}

async function closeAll(handles: Iterable<FileHandle>): Promise<void> {
  for (const handle of handles) await handle.close();
}
