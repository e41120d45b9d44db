import { CorruptIndexError } from '../index/database/errors.js';
import { archiveBy } from './archive.js';
import { SnapshotArchive } from './snapshot-archive.js';
/**
 * The archive that answers from an index. `corrupt` is called when something in a snapshot turns out to be corrupt: once,
 * however many questions meet it while the index is built again, unless it rejects.
 */
export function archiveOver(index, corrupt = async () => { }) {
    const reported = new WeakSet();
    const archives = new WeakMap();
    const over = (snapshot) => {
        const known = archives.get(snapshot) ?? new SnapshotArchive(snapshot);
        archives.set(snapshot, known);
        return known;
    };
    return archiveBy(async (method, values) => {
        return index.use(async (snapshot) => {
            try {
                return await over(snapshot)[method](...values);
            }
            catch (error) {
                if (error instanceof CorruptIndexError && !reported.has(snapshot)) {
                    reported.add(snapshot);
                    corrupt().catch(() => reported.delete(snapshot));
                }
                throw error;
            }
        });
    });
}
/** What `archiveOver` calls for an index on disk: tells `note`, and marks the index, so that the next sync builds it again. */
export function markingCorrupt(index, tell, note) {
    return async () => {
        tell(note);
        try {
            await index.markCorrupt();
        }
        catch (error) {
            tell(`the index can't be marked as corrupt: ${error.message}`);
            throw error;
        }
    };
}
