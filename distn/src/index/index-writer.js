import { IN_MEMORY } from './database/connection.js';
import { CorruptIndexError } from './database/errors.js';
import { openForWriting, removeEarlierIndexes, removeIndex, segmentFolder, setComplete, } from './database/open-database.js';
import { storeOf } from './documents/document-store.js';
import { mergeDue, segmentWriter } from './engines/segments/segment-tables.js';
import { addTermStats } from './lexicon/lexicon-tables.js';
import { TermStats } from './lexicon/term-stats.js';
import { syncFolder } from './sync-folder.js';
/**
 * Opens an index to write it. A corrupt one is removed and begun anew; `rebuilding` is told why. Throws
 * `IndexUnavailableError`.
 */
export async function openWriter(location, rebuilding = () => { }) {
    try {
        return writerOver(location, await openForWriting(location));
    }
    catch (error) {
        if (!(error instanceof CorruptIndexError))
            throw error;
        rebuilding(error.message);
        removeIndex(location);
        return writerOver(location, await openForWriting(location));
    }
}
/** Opens, uses and closes an index to write it; one that turns out to be corrupt is removed, and used anew. */
export async function withWriter(location, rebuilding, use) {
    const attempt = async () => {
        const writer = await openWriter(location, rebuilding);
        try {
            return await use(writer);
        }
        finally {
            writer.close();
        }
    };
    try {
        return await attempt();
    }
    catch (error) {
        if (!(error instanceof CorruptIndexError))
            throw error;
        rebuilding(error.message);
        removeIndex(location);
        return attempt();
    }
}
function writerOver(location, connection) {
    const folder = location === IN_MEMORY ? undefined : segmentFolder(location);
    const store = storeOf(connection, listenerOf(connection, folder));
    const finish = ({ complete }) => {
        if (folder !== undefined)
            mergeDue(connection, folder);
        if (complete)
            setComplete(connection);
        if (complete && folder !== undefined)
            removeEarlierIndexes(location);
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
function listenerOf(connection, folder) {
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
        added(document) {
            segments?.add(document);
            stats.count(document);
            if (stats.size > MAX_COUNTED)
                write();
        },
        removed(document) {
            segments?.remove(document);
            stats.count(document, -1);
            if (stats.size > MAX_COUNTED)
                write();
        },
        done() {
            segments?.done();
            write();
        },
    };
}
