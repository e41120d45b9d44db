import type { Connection } from './database/connection.ts';
import type { Listener } from './documents/document-table.ts';
import type { Annexe } from './documents/open-store.ts';
import { SEGMENT_TABLES, segmentWriter } from './engines/segments/segment-tables.ts';
import { addCounts, VOCABULARY_TABLES } from './lexicon/lexicon-tables.ts';
import { Counts } from './lexicon/term-stats.ts';

/** Index and vocabulary beside the articles of a store: what is written of one is written of all, or of none. */
export function annexeIn(folder: string): Annexe {
  return {
    tables: `${VOCABULARY_TABLES} ${SEGMENT_TABLES}`,
    rooms: ['question', 'search', 'indexing'],
    listener: (connection) => listenerOf(connection, folder),
  };
}

/** The folder of a store's segments. */
export function segmentFolder(location: string): string {
  return `${location.replace(/\.db$/, '')}.index`;
}

/** Words, names and ways to write them that are counted in memory before they go into the tables: 71 MB. */
const MOST_COUNTED = 300_000;

function listenerOf(connection: Connection, folder: string): Listener {
  const segments = segmentWriter(connection, folder);
  let counts = new Counts();
  const write = () => {
    addCounts(connection, counts);
    counts = new Counts();
  };
  return {
    begun() {
      segments.begin();
      counts = new Counts();
    },
    added(document) {
      segments.add(document);
      counts.count(document);
      if (counts.size > MOST_COUNTED) write();
    },
    removed(document) {
      segments.remove(document);
      counts.count(document, -1);
      if (counts.size > MOST_COUNTED) write();
    },
    done() {
      segments.done();
      write();
    },
  };
}
