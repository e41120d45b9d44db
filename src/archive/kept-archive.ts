import { CorruptIndexError } from '../index/database/encoding.ts';
import type { Kept } from '../index/open-index.ts';
import { type Archive, archiveOver } from './archive.ts';

/**
 * The archive that answers out of what is kept. Texts are read, and checked, when they are asked for: where one turns
 * out to be damaged the question fails, and the store is marked to be built again.
 */
export function keptArchive(kept: Kept, condemned: () => void): Archive {
  const archive = archiveOver(kept.parts());
  const watched = Object.entries(archive).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value];
    const asked = (...values: unknown[]) => {
      try {
        return (value as (...values: unknown[]) => unknown)(...values);
      } catch (error) {
        if (error instanceof CorruptIndexError) void kept.condemn().then(condemned, () => {});
        throw error;
      }
    };
    return [name, asked];
  });
  return Object.fromEntries(watched) as Archive;
}
