import { setTimeout as wait } from 'node:timers/promises';
import { filesOf } from '../ingest/files/files.js';
import { problemsIn } from './documents/problems.js';
import { syncFiles } from './sync-files.js';
/** Makes a store agree with the files of a corpus, reading only what has changed. */
export async function syncFolder(store, corpus, { debounceMs, ...options } = {}, walked) {
    const found = walked ?? (await filesOf(corpus, options));
    const settle = debounceMs === undefined ? {} : { settle: () => wait(debounceMs) };
    const changes = await syncFiles(store, found.files, settle);
    return { changes, problems: problemsIn(store.connection, found), folders: found.folders };
}
