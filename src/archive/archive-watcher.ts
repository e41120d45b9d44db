import type { Encoder, VectorKeeper } from '../encoder/encoder.ts';
import { CorruptIndexError } from '../index/database/errors.ts';
import type { Index } from '../index/index.ts';
import { type IndexOptions, openIndex, type SyncedIndex } from '../index/open-index.ts';
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
  /** Makes the archive agree with its files. One sync at a time. */
  sync(options?: SyncOptions): Promise<Changes>;
  /**
   * From now on, where this process is the archive's writer: syncs whenever files may have changed, and keeps vectors of its sentences, where its
   * encoder does that. Where another process is: answers within a second as of what that one has written, and takes over when it has ended, if
   * its role is to.
   */
  follow(options: FollowOptions): void;
  /** Resolves when nothing of it runs any more. */
  close(): Promise<void>;
}

export interface FollowOptions {
  /** How changes of files are noticed: signalled by the system, looked for every second or so (network drives don't signal), or not. */
  readonly watch: 'on' | 'poll' | 'off';
  /** Called at once, and when it becomes otherwise, with whether this process is the archive's writer. */
  readonly role: (writes: boolean) => void;
  /** Told when keeping vectors begins, and when all are kept. */
  readonly vectors: (news: VectorNews) => void;
  /** Called after each sync, whether or not something has changed, and after each look at what another process has written. */
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
/** How often it is looked whether somebody has written the index, or has ceased to, in ms: it takes .1 ms. */
const REFRESH_MS = 500;

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
  let following: Following | undefined;
  const mark = markingCorrupt(index, options.tell, 'the index is corrupt: it is built again');
  // Who writes builds it again, also where files aren't watched.
  const rebuild = () =>
    following?.look() ??
    sync().catch(({ message }: Error) => options.tell(`the index can't be built again: ${message}`));
  const corrupt = () => mark().then(() => void (index.writes() && rebuild()));
  return {
    archive: archiveOver(index, corrupt, encoder),
    sync,
    follow(how) {
      const begin = (): Following => {
        keeping =
          encoder?.vectors && keepingOf(index, encoder.vectors, { ...how, corrupt, tell: options.tell });
        void keeping?.look();
        const watched = watching(sync, index, how);
        const stop = async () => {
          await watched.stop();
          await keeping?.close();
        };
        return { ...watched, stop };
      };
      following = followingOf(index, begin, how);
    },
    async close() {
      await following?.stop();
      await index.close();
    },
  };
}

interface KeepingOptions extends FollowOptions {
  readonly corrupt: () => Promise<unknown>;
  readonly tell: (note: string) => void;
}

function keepingOf(
  index: Index,
  keeper: VectorKeeper,
  { vectors, corrupt, tell }: KeepingOptions,
): VectorKeeping {
  const failed = (error: Error) => {
    if (error instanceof CorruptIndexError) void corrupt().catch(() => {});
    else tell(`vectors are not kept on: ${error.message}`);
  };
  return keepVectors(index, keeper, { news: vectors, failed });
}

interface Following {
  stop(): void | Promise<void>;
  /** Looks at the files now, where this process writes. */
  look(): void;
}

/** Follows what others write; from the moment on that this process is the writer, also the files: that is what `begin` begins. */
function followingOf(
  index: SyncedIndex,
  begin: () => Following,
  { role, looked, failed }: FollowOptions,
): Following {
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let watched: Following | undefined;
  let wasMarked = false;

  function takeRole(): void {
    const writes = index.writes();
    if (writes === (watched !== undefined)) return;
    void watched?.stop();
    watched = writes ? begin() : undefined;
    role(writes);
  }

  async function look(): Promise<void> {
    try {
      takeRole();
      const isMarked = index.isMarkedCorrupt();
      if (isMarked && !wasMarked) watched?.look();
      wasMarked = isMarked && watched !== undefined;
      await index.refresh();
      if (!watched) looked?.();
    } catch (error) {
      if (!isClosed) failed(error as Error);
    }
    if (!isClosed) timer = setTimeout(look, REFRESH_MS).unref();
  }

  role(false);
  void look();
  return {
    async stop() {
      isClosed = true;
      clearTimeout(timer);
      await watched?.stop();
    },
    look: () => watched?.look(),
  };
}

function watching(
  sync: FollowedArchive['sync'],
  index: SyncedIndex,
  { watch, looked, changed, failed }: FollowOptions,
): Following {
  const poll = watch === 'poll';
  let closed = false;
  let syncing = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const later = (ms: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(look, ms).unref();
  };
  const watched = watch === 'on' ? watchFolders(() => void look(), failed) : undefined;

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
      if (watched?.watch(index.folders)) again = true;
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

  watched?.watch(index.folders);
  // For what came between opening and watching: seldom anything.
  if (watch !== 'off' || index.isOutdated) void look();
  return {
    stop() {
      closed = true;
      clearTimeout(timer);
      watched?.close();
    },
    look: () => void look(),
  };
}
