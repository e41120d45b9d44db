import type { Encoder } from '../encoder/encoder.ts';
import { CorruptIndexError } from '../index/database/errors.ts';
import type { Index, IndexSnapshot } from '../index/index.ts';
import type { SyncedIndex } from '../index/open-index.ts';
import { type Archive, archiveBy } from './archive.ts';
import { SnapshotArchive } from './snapshot-archive.ts';

/**
 * The archive that answers from an index. `corrupt` is called when something in a snapshot turns out to be corrupt: once,
 * however many questions meet it while the index is built again, unless it rejects.
 */
export function archiveOver(
  index: Index,
  corrupt: () => Promise<unknown> = async () => {},
  encoder?: Encoder,
): Archive {
  const reported = new WeakSet<IndexSnapshot>();
  const archives = new WeakMap<IndexSnapshot, SnapshotArchive>();
  const over = (snapshot: IndexSnapshot): SnapshotArchive => {
    const known = archives.get(snapshot) ?? new SnapshotArchive(snapshot, encoder);
    archives.set(snapshot, known);
    return known;
  };
  return archiveBy(async (method, values) => {
    return index.use(async (snapshot) => {
      try {
        return await (over(snapshot)[method] as (...values: readonly unknown[]) => Promise<unknown>)(
          ...values,
        );
      } catch (error) {
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
export function markingCorrupt(
  index: Pick<SyncedIndex, 'markCorrupt'>,
  tell: (note: string) => void,
  note: string,
): () => Promise<void> {
  return async () => {
    tell(note);
    try {
      await index.markCorrupt();
    } catch (error) {
      tell(`the index can't be marked as corrupt: ${(error as Error).message}`);
      throw error;
    }
  };
}
