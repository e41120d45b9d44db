import { CorruptIndexError } from '../index/database/errors.ts';
import type { Index, IndexSnapshot } from '../index/index.ts';
import { type Archive, archiveBy } from './archive.ts';
import { SnapshotArchive } from './snapshot-archive.ts';

/** The archive that answers from an index; `corrupt` is called when something in it turns out to be corrupt. */
export function archiveOver(index: Index, corrupt: () => void = () => {}): Archive {
  const archives = new WeakMap<IndexSnapshot, SnapshotArchive>();
  const over = (snapshot: IndexSnapshot): SnapshotArchive => {
    const known = archives.get(snapshot) ?? new SnapshotArchive(snapshot);
    archives.set(snapshot, known);
    return known;
  };
  return archiveBy(async (method, values) => {
    try {
      return await index.use((snapshot) =>
        (over(snapshot)[method] as (...values: readonly unknown[]) => Promise<unknown>)(...values),
      );
    } catch (error) {
      if (error instanceof CorruptIndexError) corrupt();
      throw error;
    }
  });
}
