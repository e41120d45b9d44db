import { IN_MEMORY } from './database/connection.js';
import { segmentFolder } from './database/open-database.js';
import { documentReader } from './documents/document-reader.js';
import { totalsIn } from './documents/document-table.js';
import { articleFilter, metadataIndex } from './documents/metadata-index.js';
import { engineFor } from './engines/engines.js';
import { damageIn, deletesIn, isGone, segmentsIn } from './engines/segments/segment-tables.js';
import { lexiconReader } from './lexicon/lexicon-reader.js';
/**
 * Opens a snapshot: everything that is read from here on is of one moment, whatever others write. It lasts until the
 * connection is closed. Throws `CorruptIndexError`.
 */
export function openSnapshot(connection, options) {
    for (let attempt = 1;; attempt++) {
        try {
            // In memory nobody else writes, and the writer's own transactions come and go.
            if (options.location !== IN_MEMORY)
                connection.exec('BEGIN');
            return snapshotOf(connection, options);
        }
        catch (error) {
            if (connection.inTransaction)
                connection.exec('ROLLBACK');
            // A segment that was listed a moment ago may just have been merged into another.
            if (!isGone(error) || attempt === ATTEMPTS)
                throw damageIn(error) ?? error;
        }
    }
}
const ATTEMPTS = 5;
function snapshotOf(connection, options) {
    const { location, problems, previous } = options;
    const totals = totalsIn(connection);
    const files = location === IN_MEMORY ? undefined : segmentFilesIn(connection, location);
    // Every article that comes or goes changes the totals.
    const state = JSON.stringify([totals, files, problems]);
    const { name, open } = engineFor(totals.sentences, options);
    const documents = documentReader(connection);
    const accepts = (filter) => filter === undefined ? undefined : articleFilter(connection, filter);
    const source = {
        sentences: totals.sentences,
        documents: () => documents.all(),
        accepts,
        ...(files && { files }),
    };
    const engine = open(source, previous?.engine);
    const snapshot = {
        articles: totals.articles,
        sentences: totals.sentences,
        engine: name,
        problems,
        lexicon: lexiconReader(connection),
        metadata: metadataIndex(connection),
        search: (requests) => engine.search(requests),
        postings: (terms, filter) => engine.postings(terms, filter),
        documents: async (numbers) => numbers.map((number) => documents.read(number)),
        async *containing(words) {
            yield* documents.containing(words);
        },
        duplicates: async (numbers) => new Map(numbers.map((number) => [number, documents.duplicatesOf(number)])),
    };
    return { snapshot, engine, connection, state };
}
function segmentFilesIn(connection, location) {
    return {
        folder: segmentFolder(location),
        segments: segmentsIn(connection).map(({ file, first, last }) => ({ file, first, last })),
        deletes: deletesIn(connection),
    };
}
/** What tells the state of an index on disk, without opening more of it than that. Throws `CorruptIndexError`. */
export function stateOf(connection, location, problems) {
    return JSON.stringify([totalsIn(connection), segmentFilesIn(connection, location), problems]);
}
