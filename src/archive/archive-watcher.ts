import { type KeptOptions, openKept } from '../index/open-index.ts';
import type { Changes } from '../index/sync.ts';
import type { PassOptions } from '../index/sync-folder.ts';
import { watchFolders } from '../ingest/files/watch.ts';
import type { Archive } from './archive.ts';
import { keptArchive } from './kept-archive.ts';

/** An archive whose files change while it answers. */
export interface LiveArchive {
  /** As the files were when they were last looked at: another object after each change. */
  readonly archive: Archive;
  /** Looks at the files; where something has changed, `archive` is another one. One look at a time. */
  refresh(options?: PassOptions): Promise<Changes>;
  /** From now on looks at the files whenever they may have changed. */
  watch(options: WatchOptions): void;
  close(): void;
}

export interface WatchOptions {
  /** Look every second or so, rather than wait for the system to tell: network drives don't. */
  readonly poll: boolean;
  readonly changed: (changes: Changes) => void;
  /** A look that failed: the archive stays as it was, and the next one comes. */
  readonly failed: (error: Error) => void;
}

/** A file that has changed within this time is being written, and looked at again after it. */
const SETTLE_MS = 100;
/** Looking at 19,043 files takes 0.3 s: with ten times as long between two looks polling takes a tenth of a core. */
const POLL_MS = 1_000;
const POLL_SHARE = 10;
const AFTER_FAILURE_MS = 5_000;

export async function openLiveArchive(options: KeptOptions): Promise<LiveArchive> {
  const kept = await openKept(options);
  const current = () =>
    keptArchive(kept, () => {
      options.tell('the archive’s store is damaged: it is built again');
      lookNow();
    });
  let archive = current();
  let stop = () => {};
  let lookNow = () => {};

  const refresh: LiveArchive['refresh'] = async (how) => {
    const { changes, another } = await kept.look(how);
    if (another) archive = current();
    return changes;
  };
  return {
    get archive() {
      return archive;
    },
    refresh,
    watch(how) {
      ({ stop, lookNow } = watching(refresh, () => kept.folders, how));
    },
    close() {
      stop();
      kept.close();
    },
  };
}

function watching(
  refresh: LiveArchive['refresh'],
  folders: () => readonly string[],
  { poll, changed, failed }: WatchOptions,
): { stop: () => void; lookNow: () => void } {
  let closed = false;
  let looking = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const later = (ms: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(look, ms).unref();
  };
  const watched = poll ? undefined : watchFolders(() => void look(), failed);

  async function look(): Promise<void> {
    again = looking;
    if (looking || closed) return;
    looking = true;
    const began = performance.now();
    try {
      const changes = await refresh({ settleMs: SETTLE_MS });
      const { added, changed: altered, removed, unsettled } = changes;
      if (closed) return;
      if (added.length + altered.length + removed.length > 0) changed(changes);
      // What came into a new folder before it was watched has not been told.
      if (watched?.watch(folders())) again = true;
      if (poll) later(Math.max(POLL_MS, POLL_SHARE * (performance.now() - began)));
      if (unsettled.length > 0) later(SETTLE_MS);
    } catch (error) {
      if (closed) return;
      failed(error as Error);
      later(AFTER_FAILURE_MS);
    } finally {
      looking = false;
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
    lookNow: () => void look(),
  };
}
