import type { Walked } from '../ingest/files/walk.ts';
import { type Connection, IN_MEMORY } from './database/connection.ts';
import { CorruptIndexError } from './database/errors.ts';
import {
  openForWriting,
  removeEarlierIndexes,
  removeIndex,
  segmentFolder,
  setComplete,
} from './database/open-database.ts';
import { documentWords } from './document-words.ts';
import { type Store, storeOf } from './documents/document-store.ts';
import type { DocumentListener } from './documents/document-table.ts';
import { mergeDue, segmentWriter } from './engines/segments/segment-tables.ts';
import { addCounted } from './lexicon/counted-document.ts';
import { addTermStats } from './lexicon/lexicon-tables.ts';
import { TermStats } from './lexicon/term-stats.ts';
import { type Synced, type SyncOptions, syncFolder } from './sync-folder.ts';
import { alone, syncLock } from './writer-lease.ts';

/** The only writer of an index: documents, lexicon and segments, in the same transactions. */
export interface IndexWriter {
  readonly store: Store;
  /** Makes the index agree with the files. Throws `CorruptIndexError`, `IndexBusyError`, `IndexUnavailableError`. */
  sync(corpus: string, options?: SyncOptions, walked?: Walked): Promise<Synced>;
  /** Merges segments that are due; `complete`: all files have been read, so the index may be read by others. */
  finish(done: { readonly complete: boolean }): void;
  close(): void;
}

/**
 * Opens an index to write it. A corrupt one is removed and begun anew; `rebuilding` is told why. Throws
 * `IndexUnavailableError`.
 */
export async function openWriter(
  location: string,
  rebuilding: (why: string) => void = () => {},
): Promise<IndexWriter> {
  try {
    return writerOver(location, await openForWriting(location));
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error;
    rebuilding(error.message);
    removeIndex(location);
    return writerOver(location, await openForWriting(location));
  }
}

/** Told why an index is begun anew, and that another process writes it and is waited for. */
export interface WriterListener {
  readonly rebuilding: (why: string) => void;
  /** Where absent, `IndexBusyError` is thrown instead. */
  readonly waiting?: () => void;
}

/**
 * Opens, uses and closes an index to write it, alone among all processes; one that turns out to be corrupt is removed, and used
 * anew. Throws `IndexBusyError`, `IndexUnavailableError`.
 */
export async function withWriter<T>(
  location: string,
  { rebuilding, waiting }: WriterListener,
  use: (writer: IndexWriter) => Promise<T>,
): Promise<T> {
  return alone(syncLock(location), () => used(location, rebuilding, use), waiting);
}

async function used<T>(
  location: string,
  rebuilding: (why: string) => void,
  use: (writer: IndexWriter) => Promise<T>,
): Promise<T> {
  const attempt = async () => {
    const writer = await openWriter(location, rebuilding);
    try {
      return await use(writer);
    } finally {
      writer.close();
    }
  };
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error;
    rebuilding(error.message);
    removeIndex(location);
    return attempt();
  }
}

function writerOver(location: string, connection: Connection): IndexWriter {
  const folder = location === IN_MEMORY ? undefined : segmentFolder(location);
  const store = storeOf(connection, listenerOf(connection, folder));
  const finish = ({ complete }: { readonly complete: boolean }) => {
    if (folder !== undefined) mergeDue(connection, folder);
    if (complete) setComplete(connection);
    if (complete && folder !== undefined) removeEarlierIndexes(location);
  };
  return {
    store,
    finish,
    async sync(corpus, options = {}, walked) {
      const synced = await syncFolder(store, corpus, options, walked);
      finish({ complete: true });
      return synced;
    },
    close: () => store.close(),
  };
}

/** Terms, names and spellings that are counted in memory before they go into the tables: 71 MB. */
const MAX_COUNTED = 300_000;

/** Follows the documents of a store with the lexicon, and with segments where they have a folder. */
function listenerOf(connection: Connection, folder: string | undefined): DocumentListener {
  const segments = folder === undefined ? undefined : segmentWriter(connection, folder);
  let stats = new TermStats();
  const write = () => {
    addTermStats(connection, stats);
    stats = new TermStats();
  };
  return {
    begun() {
      segments?.begin();
      stats = new TermStats();
    },
    added(document, prepared) {
      if (prepared) {
        segments?.add(document, prepared.terms);
        addCounted(stats, prepared.counted);
      } else {
        const words = documentWords(document);
        segments?.add(document, words);
        stats.count(document, 1, words);
      }
      if (stats.size > MAX_COUNTED) write();
    },
    removed(document) {
      segments?.remove(document);
      stats.count(document, -1);
      if (stats.size > MAX_COUNTED) write();
    },
    done() {
      segments?.done();
      write();
    },
  };
}
