import { existsSync } from 'node:fs';
import type { Connection } from './database/connection.ts';
import { CorruptIndexError, IndexBusyError, IndexUnavailableError } from './database/errors.ts';
import { earlierIndex, openForReading } from './database/open-database.ts';
import { type EngineSettings, engineFor } from './engines/engines.ts';
import { openSnapshot } from './snapshot.ts';

/** What is on disk of an index, as of a look at it. */
export interface IndexState {
  /**
   * `none`: there is no file. `earlier`: only that of another version of Ibid. `partial`: not all files have been read once.
   * `corrupt`, `unavailable`: `reason` says why.
   */
  readonly state: 'none' | 'earlier' | 'partial' | 'complete' | 'corrupt' | 'unavailable';
  readonly reason?: string;
  /** Of a complete one. */
  readonly holds?: { readonly articles: number; readonly sentences: number; readonly engine: string };
  /** Whether another process holds the write lock. */
  readonly isBeingWritten: boolean;
}

/** Looks at the index at `location`, and leaves it as it is. Throws `UsageError` for the name of an engine that there is not. */
export async function inspectIndex(location: string, settings: EngineSettings): Promise<IndexState> {
  // For its complaint about a name.
  engineFor(0, settings);
  if (!existsSync(location)) {
    return { state: earlierIndex(location) === undefined ? 'none' : 'earlier', isBeingWritten: false };
  }
  try {
    const connection = await openForReading(location);
    if (!connection) return { state: 'partial', isBeingWritten: false };
    try {
      const isBeingWritten = isLocked(connection);
      return { state: 'complete', holds: holdsOf(connection, location, settings), isBeingWritten };
    } finally {
      connection.close({ keepLog: true });
    }
  } catch (error) {
    return { ...faultOf(error), isBeingWritten: error instanceof IndexBusyError };
  }
}

function faultOf(error: unknown): Pick<IndexState, 'state' | 'reason'> {
  if (error instanceof CorruptIndexError) return { state: 'corrupt', reason: error.message };
  if (error instanceof IndexUnavailableError) return { state: 'unavailable', reason: error.message };
  throw error;
}

/** Opens the segments, which finds missing and damaged ones in a few ms; MiniSearch would be built for it, and says nothing of the disk. */
function holdsOf(
  connection: Connection,
  location: string,
  settings: EngineSettings,
): NonNullable<IndexState['holds']> {
  const { snapshot } = openSnapshot(connection, { location, problems: [], engine: 'segments' });
  const { articles, sentences } = snapshot;
  return { articles, sentences, engine: engineFor(sentences, settings).name };
}

/** Whether the write lock can't be had at once. */
function isLocked(connection: Connection): boolean {
  connection.exec('PRAGMA busy_timeout = 0');
  try {
    connection.exec('BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch (error) {
    if (error instanceof IndexBusyError) return true;
    throw error;
  }
}
