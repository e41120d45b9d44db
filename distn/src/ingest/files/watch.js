import { statSync, watch } from 'node:fs';
/** An editor saves in several steps, a copy comes in pieces: told when nothing happens for so long … */
const QUIET_MS = 100;
/** … but while something happens all the time, after so long at the latest. */
const LONGEST_MS = 500;
/**
 * Tells when something may have changed in folders, by the system's own notices (inotify, FSEvents,
 * ReadDirectoryChangesW): one watch a folder, none a file. Over 19,043 files in 201 folders that is ready in 5 ms and takes
 * 1 MB; chokidar 5 took 2.3 s and 179 MB.
 */
export function watchFolders(changed, failed) {
    const watches = new Map();
    const later = debounced(changed);
    const drop = (location) => {
        watches.get(location)?.watcher.close();
        watches.delete(location);
    };
    const open = (location, folder) => {
        try {
            const watcher = watch(location, { persistent: false }, (_, name) => {
                if (!name?.startsWith('.'))
                    later.call();
            });
            // Windows says so when a watched folder goes: the next look finds out what is left.
            watcher.on('error', () => {
                drop(location);
                later.call();
            });
            watches.set(location, { watcher, folder });
        }
        catch (error) {
            failed(isExhausted(error) ? new Error(EXHAUSTED, { cause: error }) : error);
        }
    };
    return {
        watch(locations) {
            const wanted = new Map(locations.map((location) => [location, folderAt(location)]));
            // A folder that was moved and made again is another one under the same name.
            for (const [location, { folder }] of [...watches]) {
                if (wanted.get(location) !== folder)
                    drop(location);
            }
            const missing = [...wanted].filter(([location, folder]) => folder !== '' && !watches.has(location));
            for (const [location, folder] of missing)
                open(location, folder);
            return missing.length > 0;
        },
        close() {
            later.cancel();
            for (const location of [...watches.keys()])
                drop(location);
        },
    };
}
const EXHAUSTED = 'the system has no watches left for all folders of the archive: set IBID_WATCH=poll';
function isExhausted(error) {
    return ['ENOSPC', 'EMFILE'].includes(error.code ?? '');
}
/** Which folder it is, whatever it is called; nothing where there is none any more. */
function folderAt(location) {
    const stats = statSync(location, { bigint: true, throwIfNoEntry: false });
    return stats ? `${stats.dev} ${stats.ino}` : '';
}
function debounced(action) {
    let timer;
    let first = 0;
    return {
        call() {
            const now = performance.now();
            if (!timer)
                first = now;
            clearTimeout(timer);
            const wait = Math.max(0, Math.min(QUIET_MS, first + LONGEST_MS - now));
            timer = setTimeout(() => {
                timer = undefined;
                action();
            }, wait);
        },
        cancel: () => clearTimeout(timer),
    };
}
