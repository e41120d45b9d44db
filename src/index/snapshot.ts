import type { Problem } from '../model/article.ts';
import { type Connection, IN_MEMORY } from './database/connection.ts';
import { segmentFolder } from './database/open-database.ts';
import { documentReader } from './documents/document-reader.ts';
import { totalsIn } from './documents/document-table.ts';
import { articleFilter, metadataIndex } from './documents/metadata-index.ts';
import type { Engine, SegmentFiles } from './engines/engine.ts';
import { type EngineSettings, engineFor } from './engines/engines.ts';
import { damageIn, deletesIn, isGone, segmentsIn } from './engines/segments/segment-tables.ts';
import type { ArticleFilter, IndexSnapshot } from './index.ts';
import { lexiconReader } from './lexicon/lexicon-reader.ts';
import { quotedArticles } from './quoted-articles.ts';

/** A snapshot with what it holds open. */
export interface OpenSnapshot {
  readonly snapshot: IndexSnapshot;
  readonly engine: Engine;
  readonly connection: Connection;
  /** What tells it from other snapshots of the same index. */
  readonly state: string;
}

export interface SnapshotOptions extends EngineSettings {
  readonly location: string;
  readonly problems: readonly Problem[];
  /** The snapshot before, whose engine's work may be used again. */
  readonly previous?: OpenSnapshot | undefined;
}

/**
 * Opens a snapshot: everything that is read from here on is of one moment, whatever others write. It lasts until the
 * connection is closed. Throws `CorruptIndexError`.
 */
export function openSnapshot(connection: Connection, options: SnapshotOptions): OpenSnapshot {
  for (let attempt = 1; ; attempt++) {
    try {
      // In memory nobody else writes, and the writer's own transactions come and go.
      if (options.location !== IN_MEMORY) connection.exec('BEGIN');
      return snapshotOf(connection, options);
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      // A segment that was listed a moment ago may just have been merged into another.
      if (!isGone(error) || attempt === ATTEMPTS) throw damageIn(error) ?? error;
    }
  }
}

const ATTEMPTS = 5;

function snapshotOf(connection: Connection, options: SnapshotOptions): OpenSnapshot {
  const { location, problems, previous } = options;
  const totals = totalsIn(connection);
  const files = location === IN_MEMORY ? undefined : segmentFilesIn(connection, location);
  // Every article that comes or goes changes the totals.
  const state = JSON.stringify([totals, files, problems]);
  const { name, open } = engineFor(totals.sentences, options);
  const documents = documentReader(connection);
  const accepts = (filter: ArticleFilter | undefined) =>
    filter === undefined ? undefined : articleFilter(connection, filter);
  const source = {
    sentences: totals.sentences,
    documents: () => documents.all(),
    accepts,
    ...(files && { files }),
  };
  const engine = open(source, previous?.engine);
  const asked = {
    articles: totals.articles,
    lexicon: lexiconReader(connection),
    metadata: metadataIndex(connection),
    postings: (terms: readonly string[], filter?: ArticleFilter) => engine.postings(terms, filter),
  };
  const mayHold = quotedArticles(asked);
  const snapshot: IndexSnapshot = {
    ...asked,
    sentences: totals.sentences,
    engine: name,
    problems,
    search: (requests) => engine.search(requests),
    documents: async (numbers) => numbers.map((number) => documents.read(number)),
    async *containing(words) {
      yield* documents.containing(words, await mayHold(words));
    },
    duplicates: async (numbers) => new Map(numbers.map((number) => [number, documents.duplicatesOf(number)])),
  };
  return { snapshot, engine, connection, state };
}

function segmentFilesIn(connection: Connection, location: string): SegmentFiles {
  return {
    folder: segmentFolder(location),
    segments: segmentsIn(connection).map(({ file, first, last }) => ({ file, first, last })),
    deletes: deletesIn(connection),
  };
}

/** What tells the state of an index on disk, without opening more of it than that. Throws `CorruptIndexError`. */
export function stateOf(connection: Connection, location: string, problems: readonly Problem[]): string {
  return JSON.stringify([totalsIn(connection), segmentFilesIn(connection, location), problems]);
}
