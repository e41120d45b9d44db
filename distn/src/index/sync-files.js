import pMap, { pMapIterable } from 'p-map';
import { hashOf, stateOf } from '../ingest/files/file-stamp.js';
import { withoutRetry } from '../ingest/formats/reader.js';
import { isPacked } from '../ingest/formats/readers.js';
import { itemsIn } from '../ingest/read-corpus.js';
/** A process killed while it reads a large archive starts from the last transaction: 8 MB take about a second. */
const BATCH = 8 * 1024 * 1024;
/**
 * After which a file that was left out for its time is read again, in ms: one that is always too slow costs half a minute of
 * CPU time an hour.
 */
const RETRY_MS = 60 * 60_000;
/**
 * Brings the store up to what the files are now, reading only those that have changed. What is gone goes in the first
 * transaction; a pass over fewer than 8 MB is one transaction as a whole.
 */
export async function syncFiles(store, files, options = {}) {
    const { only = () => true, settle, within = false, now = Date.now, tick = () => { } } = options;
    const readings = store.readings();
    const present = new Set(files.map(({ path }) => path));
    const removed = [...readings.keys()].filter((path) => !present.has(path) && only(path));
    const looked = await pMap(files.filter(({ path }) => only(path)), (file) => checkFile(file, readings.get(file.path), now()), { concurrency: AT_ONCE });
    const stale = looked.filter(({ verdict }) => verdict === 'read');
    const moving = settle ? await movingOf(stale, settle) : new Set();
    const remarked = looked.filter(({ verdict }) => verdict === 'remark');
    const toRead = stale.filter(({ file }) => !moving.has(file.path));
    const read = [];
    if (removed.length + remarked.length + toRead.length > 0) {
        const batch = batches(store, within ? Number.POSITIVE_INFINITY : (options.batch ?? BATCH), within);
        try {
            for (const path of removed)
                store.remove(path);
            for (const { file, state, hash } of remarked) {
                const { retryAt } = readings.get(file.path);
                store.remark(file.path, { ...readingOf(state, hash), retryAt });
            }
            const all = toRead.reduce((sum, { state }) => sum + state.bytes, 0);
            let done = 0;
            let reached = 0;
            // Only a large file is read while it is written; one that is read again, for its encoding, doesn't set it back.
            const seen = (bytes) => {
                reached = Math.max(reached, done + bytes);
                tick(Math.min(reached, all), all);
            };
            for await (const opened of ahead(toRead, seen)) {
                await write(store, opened, { watching: settle !== undefined, now, seen });
                read.push(opened.file.path);
                done += opened.state.bytes;
                seen(0);
                batch.wrote(opened.state.bytes);
            }
            batch.end();
        }
        catch (error) {
            batch.giveUp();
            if (!(error instanceof ChangedWhileReading))
                throw error;
            // Transactions before it stand, and the other files are gone through once more.
            const { path } = error;
            const { unsettled } = await syncFiles(store, files, {
                ...options,
                only: (one) => one !== path && only(one),
            });
            return { ...changesOf(readings, store.readings()), unsettled: [path, ...unsettled] };
        }
    }
    return {
        added: read.filter((path) => !readings.has(path)),
        changed: read.filter((path) => readings.has(path)),
        removed,
        unsettled: [...moving],
    };
}
/** A file that changed while it was read, though it had rested before: its transaction is given up. */
class ChangedWhileReading extends Error {
    path;
    constructor(path) {
        super(`${path} is being written`);
        this.path = path;
    }
}
/** What has become of files between two states of the store. */
function changesOf(before, now) {
    const other = [...now].filter(([path, { hash }]) => !before.get(path)?.hash.equals(hash));
    return {
        added: other.flatMap(([path]) => (before.has(path) ? [] : [path])),
        changed: other.flatMap(([path]) => (before.has(path) ? [path] : [])),
        removed: [...before.keys()].filter((path) => !now.has(path)),
    };
}
/**
 * By its size and times, and by its content where these don't tell. What was left out for its time is read again after a
 * while, or when it is touched.
 */
async function checkFile(file, known, now) {
    const state = await stateOf(file);
    if (!known)
        return { file, state, verdict: 'read' };
    const isTouched = known.stamp !== state.stamp;
    if (known.retryAt !== undefined && (isTouched || known.retryAt <= now))
        return { file, state, verdict: 'read' };
    if (!isTouched && known.rested)
        return { file, state, verdict: 'same' };
    const hash = await hashOf(file);
    if (!hash.equals(known.hash))
        return { file, state, hash, verdict: 'read' };
    return { file, state, hash, verdict: !isTouched && !state.rested ? 'same' : 'remark' };
}
async function movingOf(stale, settle) {
    if (stale.length === 0)
        return new Set();
    await settle();
    const states = await pMap(stale, ({ file }) => stateOf(file), { concurrency: AT_ONCE });
    const moving = stale.filter(({ state }, i) => state.stamp !== states[i].stamp);
    return new Set(moving.map(({ file }) => file.path));
}
/** Files read at the same time: see `read-corpus.ts`. */
const AT_ONCE = 16;
/** Larger files are not held in memory: their articles go into the store one by one. */
const SMALL = 256 * 1024;
/** Opens files in their order, small ones some steps ahead of the one that is written. */
function ahead(files, seen) {
    return pMapIterable(files, (checked) => open(checked, seen), { concurrency: AT_ONCE });
}
/** The hash comes before the reading: should the file change between the two, it is read again the next time. */
async function open({ file, state, hash }, seen) {
    const opened = { file, state, hash: hash ?? (await hashOf(file)) };
    if (state.bytes > SMALL || isPacked(file.path))
        return { ...opened, items: itemsIn({ ...file, seen }) };
    const items = [];
    for await (const item of itemsIn(file))
        items.push(item);
    return { ...opened, items };
}
/** Writes a file's articles, and when to read it again where something else than the file was at fault. */
async function write(store, { file, state, hash, items }, { watching, now, seen }) {
    const writing = store.write(file.path);
    let retryAt;
    for await (const item of items) {
        if ('flaw' in item && item.flaw.retry)
            retryAt = now() + RETRY_MS;
        writing.add(withoutRetry(item));
        seen(0);
    }
    const still = (await stateOf(file)).stamp === state.stamp;
    if (watching && !still)
        throw new ChangedWhileReading(file.path);
    writing.done({ ...readingOf(state, hash), rested: state.rested && still, retryAt });
}
function readingOf({ stamp, rested }, hash) {
    return { stamp, hash, rested };
}
/** Transactions of about `most` bytes; one that has begun outside is left to who began it. */
function batches(store, most, within) {
    let bytes = 0;
    if (!within)
        store.begin();
    return {
        wrote(more) {
            bytes += more;
            if (bytes < most)
                return;
            store.commit();
            bytes = 0;
            store.begin();
        },
        end: () => within || store.commit(),
        giveUp: () => within || store.rollback(),
    };
}
