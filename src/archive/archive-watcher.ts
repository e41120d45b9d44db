import type { Encoder } from '../encoder/encoder.ts';
import { CorruptIndexError } from '../index/database/errors.ts';
import { type IndexOptions, openIndex } from '../index/open-index.ts';
import type { Changes } from '../index/sync-files.ts';
import type { SyncOptions } from '../index/sync-folder.ts';
import { watchFolders } from '../ingest/files/watch.ts';
import type { Archive } from './archive.ts';
import { archiveOver, markingCorrupt } from './index-archive.ts';
import { keepVectors, type VectorKeeping, type VectorNews } from './keep-vectors.ts';

/** An archive whose files change while it answers. */
export interface FollowedArchive {
  /** Answers as the files were when they were last synced. */
  readonly archive: Archive;
  /** Whether it answers from the index of an earlier version of Ibid: a sync builds the new one. */
  readonly isOutdated: boolean;
  /** Makes the archive agree with its files. One sync at a time. */
  sync(options?: SyncOptions): Promise<Changes>;
  /** Syncs from now on whenever files may have changed. */
  watch(options: WatchOptions): void;
  /** Keeps vectors of its sentences from now on, where its encoder does that; `news` is told when that begins, and is whole. */
  keepVectors(news: (news: VectorNews) => void): void;
  /** Resolves when nothing of it runs any more. */
  close(): Promise<void>;
}

export interface WatchOptions {
  /** Sync every second or so, rather than wait for the system to signal a change: network drives don't. */
  readonly poll: boolean;
  /** Called after each sync, whether or not something has changed. */
  readonly looked?: () => void;
  /** Called when something has changed. */
  readonly changed: (changes: Changes) => void;
  /** Called with the error of a sync that failed: the archive stays as it was, and the next sync comes. */
  readonly failed: (error: Error) => void;
}

/** A file that has changed within this time, in ms, is being written, and looked at again after it. */
const DEBOUNCE_MS = 100;
/** Checking 19,043 files takes 0.3 s: with ten times as long between two syncs polling takes a tenth of a core. */
const POLL_MS = 1_000;
const POLL_SHARE = 10;
const AFTER_FAILURE_MS = 5_000;

/** Opens an archive that is followed. A corrupt index is built again at once. */
export async function openFollowedArchive(
  options: IndexOptions,
  encoder?: Encoder,
): Promise<FollowedArchive> {
  const index = await openIndex({ ...options, followed: true });
  let keeping: VectorKeeping | undefined;
  const sync = async (how?: SyncOptions) => {
    const { changes, changed } = await index.sync(how);
    if (changed) void keeping?.look();
    return changes;
  };
  let stop = () => {};
  // Also where files aren't watched.
  let syncNow = (): void =>
    void sync().catch(({ message }: Error) => options.tell(`the index can't be built again: ${message}`));
  const mark = markingCorrupt(index, options.tell, 'the index is corrupt: it is built again');
  const corrupt = () => mark().then(() => syncNow());
  const archive = archiveOver(index, corrupt, encoder);
  return {
    archive,
    isOutdated: index.isOutdated,
    sync,
    watch(how) {
      ({ stop, syncNow } = watching(sync, () => index.folders, how));
    },
    keepVectors(news) {
      if (!encoder?.vectors) return;
      const failed = (error: Error) => {
        if (error instanceof CorruptIndexError) void corrupt().catch(() => {});
        else options.tell(`vectors are not kept on: ${error.message}`);
      };
      keeping = keepVectors(index, encoder.vectors, { news, failed });
      void keeping.look();
    },
    async close() {
      stop();
      await keeping?.close();
      await index.close();
    },
  };
}

function watching(
  sync: FollowedArchive['sync'],
  folders: () => readonly string[],
  { poll, looked, changed, failed }: WatchOptions,
): { stop: () => void; syncNow: () => void } {
  let closed = false;
  let syncing = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const later = (ms: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(look, ms).unref();
  };
  const watched = poll ? undefined : watchFolders(() => void look(), failed);

  async function look(): Promise<void> {
    again = syncing;
    if (syncing || closed) return;
    syncing = true;
    const began = performance.now();
    try {
      const changes = await sync({ debounceMs: DEBOUNCE_MS });
      const { added, changed: altered, removed, unsettled } = changes;
      if (closed) return;
      looked?.();
      if (added.length + altered.length + removed.length > 0) changed(changes);
      // What came into a new folder before it was watched has not been told.
      if (watched?.watch(folders())) again = true;
      if (poll) later(Math.max(POLL_MS, POLL_SHARE * (performance.now() - began)));
      if (unsettled.length > 0) later(DEBOUNCE_MS);
    } catch (error) {
      if (closed) return;
      failed(error as Error);
      later(AFTER_FAILURE_MS);
    } finally {
      syncing = false;
      if (again && !closed) void look();
    }
  }

  watched?.watch(folders());
  // For what came between opening and watching: seldom anything.
  void look();
  return {
    stop() {
      closed = true;
      clearTimeout(timer);
      watched?.close();
    },
    syncNow: () => void look(),
  };
}
