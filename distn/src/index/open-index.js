import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveFolder, unwritable } from '../data-folder.js';
import { filesOf } from '../ingest/files/files.js';
import { WorkerLostError } from '../threads/worker-lost.js';
import { IN_MEMORY } from './database/connection.js';
import { CorruptIndexError, IndexBusyError, IndexUnavailableError } from './database/errors.js';
import { earlierIndex, indexLocation, markCorrupt, openForReading, removeIndex, } from './database/open-database.js';
import { problemsIn } from './documents/problems.js';
import { openWriter, withWriter } from './index-writer.js';
import { openSnapshot, stateOf } from './snapshot.js';
import { syncThread } from './sync-thread.js';
const NO_CHANGES = { added: [], changed: [], removed: [], unsettled: [] };
/** Opens the index of a corpus, in a temporary folder where there can be none in `data`, and syncs it. */
export async function openIndex(options, walked) {
    const { data, corpus, tell } = options;
    try {
        return await DiskIndex.open(indexLocation(archiveFolder(data, corpus)), options, walked);
    }
    catch (error) {
        if (!(error instanceof IndexUnavailableError))
            throw error;
        // The index is in a temporary folder then, and built again at the next start.
        tell(unwritable(data, error.cause ?? error));
        const folder = mkdtempSync(join(tmpdir(), 'ibid-'));
        const leave = () => rmSync(folder, { recursive: true, force: true });
        process.once('exit', leave);
        const index = await DiskIndex.open(indexLocation(folder), options, walked);
        index.whenClosed = () => {
            process.off('exit', leave);
            leave();
        };
        return index;
    }
}
/** Builds an index in memory over files, for an archive that is read faster than looked up, or over articles. */
export async function openMemoryIndex(from, settings = {}) {
    const writer = await openWriter(IN_MEMORY);
    const { store } = writer;
    let problems = [];
    if ('walked' in from)
        ({ problems } = await writer.sync('', {}, from.walked));
    else {
        store.begin();
        const writing = store.write('articles');
        for (const article of from.articles)
            writing.add({ article });
        writing.done({ stamp: '', hash: Buffer.alloc(0), rested: true });
        store.commit();
        problems = problemsIn(store.connection, NO_FILES);
    }
    const { snapshot } = openSnapshot(store.connection, { location: IN_MEMORY, problems, ...settings });
    return { use: (work) => work(snapshot), close: () => writer.close() };
}
const NO_FILES = {
    files: [{ path: 'articles', location: '' }],
    problems: [],
    folders: [],
    others: new Map(),
};
/** How often, and how long, in ms, an index that another process builds is waited for. */
const BUSY_WAIT_MS = 1_000;
class DiskIndex {
    folders = [];
    isOutdated = false;
    /** Called once, when all is closed. */
    whenClosed = () => { };
    location;
    options;
    thread;
    current;
    /** While the index is being marked as corrupt. */
    marking;
    problems = [];
    /** Opens it, and syncs it unless it is followed and can answer as it is. */
    static async open(location, options, walked) {
        const index = new DiskIndex(location, options);
        try {
            if (!(options.followed && (await index.showEarlier(walked))))
                await index.firstSync(walked);
            return index;
        }
        catch (error) {
            index.close();
            throw error;
        }
    }
    constructor(location, options) {
        this.location = location;
        this.options = options;
        const { corpus, followed } = options;
        if (followed)
            this.thread = syncThread({ location, corpus }, (why) => this.rebuilding(why));
    }
    async use(work) {
        const held = this.current;
        held.users += 1;
        try {
            return await work(held.open.snapshot);
        }
        finally {
            held.users -= 1;
            if (held !== this.current)
                held.closeUnused({ keepLog: this.current !== undefined });
        }
    }
    async sync(options = {}) {
        try {
            return await this.show(await this.synced(options));
        }
        catch (error) {
            if (!this.marking || !(error instanceof WorkerLostError))
                return this.rebuilt(error);
            // The thread was closed to mark the index: its sync is begun anew.
            await this.marking;
            return this.sync(options);
        }
    }
    async markCorrupt() {
        // The thread has it open, and looks at the mark when it opens it.
        this.marking = (this.thread?.close() ?? Promise.resolve()).then(() => markCorrupt(this.location));
        try {
            await this.marking;
        }
        finally {
            this.marking = undefined;
        }
    }
    close() {
        void this.thread?.close();
        const { current } = this;
        this.current = undefined;
        current?.closeUnused();
        this.whenClosed();
        this.whenClosed = () => { };
    }
    /** Answers from the index of an earlier version of Ibid, where there is no complete one of this version. */
    async showEarlier(walked) {
        const earlier = earlierIndex(this.location);
        if (earlier === undefined || (await isComplete(this.location)))
            return false;
        try {
            const connection = await openForReading(earlier);
            if (!connection)
                return false;
            const { problems, folders } = await this.unsynced(connection, walked);
            this.folders = folders;
            this.current = new Held(openSnapshot(connection, { ...this.options, location: earlier, problems }));
            this.isOutdated = true;
            this.options.tell('rebuilding the index: this version of Ibid reads articles differently; the old one answers meanwhile');
            return true;
        }
        catch (error) {
            if (error instanceof CorruptIndexError || error instanceof IndexUnavailableError)
                return false;
            throw error;
        }
    }
    /** Another process may be writing: what it has written answers, or is waited for where it isn't whole yet. */
    async firstSync(walked) {
        for (let attempt = 0;; attempt++) {
            try {
                await this.show(await this.synced({}, walked)).catch((error) => this.rebuilt(error));
                return;
            }
            catch (error) {
                if (!(error instanceof IndexBusyError))
                    throw error;
                if (await this.showWritten(walked)) {
                    this.options.tell('another process is writing the index: answers are as of what it had written');
                    return;
                }
                if (attempt === 0)
                    this.options.tell('another process is building the index: waiting for it');
                await new Promise((resolve) => setTimeout(resolve, BUSY_WAIT_MS));
            }
        }
    }
    /** Builds a corrupt index again; what is asked meanwhile is answered from the old one, which is open. */
    async rebuilt(error) {
        if (!(error instanceof CorruptIndexError))
            throw error;
        this.rebuilding(error.message);
        await this.thread?.close();
        removeIndex(this.location);
        return this.show(await this.synced({}));
    }
    async synced(options, walked) {
        // The first sync runs here: nothing waits for this thread yet, and another one takes 0.1 s to start.
        if (this.thread && this.current)
            return this.thread.sync(options);
        const { location, options: own } = this;
        return withWriter(location, (why) => this.rebuilding(why), (writer) => writer.sync(own.corpus, options, walked));
    }
    /** Answers from what another process has written; `false` where that isn't whole, or can't be read. */
    async showWritten(walked) {
        try {
            const connection = await openForReading(this.location);
            if (!connection)
                return false;
            this.showFrom(connection, await this.unsynced(connection, walked));
            return true;
        }
        catch (error) {
            if (error instanceof CorruptIndexError || error instanceof IndexUnavailableError)
                return false;
            throw error;
        }
    }
    /** What an index says of the files as they are now, without a sync. */
    async unsynced(connection, walked) {
        const found = walked ?? (await filesOf(this.options.corpus));
        return { changes: NO_CHANGES, problems: problemsIn(connection, found), folders: found.folders };
    }
    /** Asks the latest state from now on. Throws `CorruptIndexError`; `IndexBusyError` where the index isn't whole yet. */
    async show(synced) {
        const connection = await openForReading(this.location);
        if (!connection)
            throw new IndexBusyError('another process builds it');
        return this.showFrom(connection, synced);
    }
    showFrom(connection, { changes, problems, folders }) {
        this.folders = folders;
        this.problems = problems;
        const previous = this.current?.open;
        try {
            if (previous && stateOf(connection, this.location, this.problems) === previous.state) {
                connection.close();
                return { changes, changed: false };
            }
            const { location } = this;
            const open = openSnapshot(connection, { ...this.options, location, problems, previous });
            const before = this.current;
            this.current = new Held(open);
            this.isOutdated = false;
            before?.closeUnused({ keepLog: true });
            return { changes, changed: true };
        }
        catch (error) {
            connection.close();
            throw error;
        }
    }
    rebuilding(why) {
        this.options.tell(`rebuilding the index of ${this.options.corpus}: ${why}`);
    }
}
/** Whether there is an index of which all files have been read once. */
async function isComplete(location) {
    try {
        const connection = await openForReading(location);
        connection?.close();
        return connection !== undefined;
    }
    catch (error) {
        if (error instanceof CorruptIndexError)
            return false;
        throw error;
    }
}
/** A snapshot, and how many questions are being asked of it. */
class Held {
    users = 0;
    open;
    constructor(open) {
        this.open = open;
    }
    /**
     * To be called when it is no longer the latest one, and whenever a question is done; `keepLog` where others wait: who writes
     * next moves the log.
     */
    closeUnused(options) {
        if (this.users > 0)
            return;
        const { connection } = this.open;
        if (connection.inTransaction)
            connection.exec('ROLLBACK');
        connection.close(options);
    }
}
