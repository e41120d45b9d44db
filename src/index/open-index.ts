import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { archiveFolder, completeRestore, unwritable } from '../data-folder.ts';
import { filesOf } from '../ingest/files/files.ts';
import type { Walked } from '../ingest/files/walk.ts';
import type { Article, Problem } from '../model/article.ts';
import { WorkerLostError } from '../threads/worker-lost.ts';
import { type Connection, IN_MEMORY } from './database/connection.ts';
import { CorruptIndexError, IndexBusyError, IndexUnavailableError } from './database/errors.ts';
import {
  earlierIndex,
  indexLocation,
  markCorrupt,
  openForReading,
  removeIndex,
} from './database/open-database.ts';
import { problemsIn } from './documents/problems.ts';
import type { EngineSettings } from './engines/engines.ts';
import type { Index, IndexSnapshot } from './index.ts';
import { openWriter, withWriter } from './index-writer.ts';
import { type OpenSnapshot, openSnapshot, stateOf } from './snapshot.ts';
import type { Changes } from './sync-files.ts';
import type { Synced, SyncOptions } from './sync-folder.ts';
import { type SyncThread, syncThread } from './sync-thread.ts';

export interface IndexOptions extends EngineSettings {
  /** A folder of articles, or the path of one file. */
  readonly corpus: string;
  /** Ibid's own folder, where the index is kept on disk. */
  readonly data: string;
  /** Told what went otherwise, in a line: the index opens all the same. */
  readonly tell: (note: string) => void;
  /** While it is opened: bytes read, of the bytes of all files that have to be read before it answers. */
  readonly progress?: (done: number, all: number) => void;
  /** Ends opening it: what was read until then stays read. */
  readonly signal?: AbortSignal;
  /** For an archive that is followed: later syncs run in a thread, and an index of an earlier version answers meanwhile. */
  readonly followed?: boolean;
}

/** An index that follows the files of a corpus. */
export interface SyncedIndex extends Index {
  /** Where a change of any file shows. */
  readonly folders: readonly string[];
  /** Whether it answers from the index of an earlier version of Ibid: a sync builds the new one. */
  readonly isOutdated: boolean;
  /** Makes the index agree with the files, one sync at a time. Throws what the file system says; then all is as before. */
  sync(options?: SyncOptions): Promise<SyncResult>;
  /** Something in it was found to be corrupt: the next sync, or start, builds it again. */
  markCorrupt(): Promise<void>;
  /** Resolves when nothing of it runs any more. */
  close(): Promise<void>;
}

export interface SyncResult {
  readonly changes: Changes;
  /** Whether questions are asked of another snapshot now. */
  readonly changed: boolean;
}

const NO_CHANGES: Changes = { added: [], changed: [], removed: [], unsettled: [] };

/** Opens the index of a corpus, in a temporary folder where there can be none in `data`, and syncs it. */
export async function openIndex(options: IndexOptions, walked?: Walked): Promise<SyncedIndex> {
  const { data, corpus, tell } = options;
  const own = archiveFolder(data, corpus);
  try {
    completeRestore(own);
    return await DiskIndex.open(indexLocation(own), options, walked);
  } catch (error) {
    if (!(error instanceof IndexUnavailableError)) throw error;
    // The index is in a temporary folder then, and built again at the next start.
    tell(unwritable(data, error.cause ?? error));
    const folder = mkdtempSync(join(tmpdir(), 'ibid-'));
    const leave = () => rmSync(folder, { recursive: true, force: true });
    process.once('exit', leave);
    const index = await DiskIndex.open(indexLocation(folder), options, walked);
    index.whenClosed = () => {
      process.off('exit', leave);
      leave();
    };
    return index;
  }
}

/** Builds an index in memory over files, for an archive that is read faster than looked up, or over articles. */
export async function openMemoryIndex(
  from: { readonly walked: Walked } | { readonly articles: readonly Article[] },
  settings: EngineSettings = {},
): Promise<Index & { close(): void }> {
  const writer = await openWriter(IN_MEMORY);
  const { store } = writer;
  let problems: readonly Problem[] = [];
  if ('walked' in from) ({ problems } = await writer.sync('', {}, from.walked));
  else {
    store.begin();
    const writing = store.write('articles');
    for (const article of from.articles) writing.add({ article });
    writing.done({ stamp: '', hash: Buffer.alloc(0), rested: true });
    store.commit();
    problems = problemsIn(store.connection, NO_FILES);
  }
  const { snapshot } = openSnapshot(store.connection, { location: IN_MEMORY, problems, ...settings });
  return { use: (work) => work(snapshot), close: () => writer.close() };
}

const NO_FILES: Walked = {
  files: [{ path: 'articles', location: '' }],
  problems: [],
  folders: [],
  others: new Map(),
};

/** How often, and how long, in ms, an index that another process builds is waited for. */
const BUSY_WAIT_MS = 1_000;

class DiskIndex implements SyncedIndex {
  folders: readonly string[] = [];
  isOutdated = false;
  /** Called once, when all is closed. */
  whenClosed = () => {};
  private readonly location: string;
  private readonly options: IndexOptions;
  private readonly thread: SyncThread | undefined;
  private current: Held | undefined;
  /** While the index is being marked as corrupt. */
  private marking: Promise<void> | undefined;
  private problems: readonly Problem[] = [];

  /** Opens it, and syncs it unless it is followed and can answer as it is. */
  static async open(location: string, options: IndexOptions, walked?: Walked): Promise<DiskIndex> {
    const index = new DiskIndex(location, options);
    try {
      if (!(options.followed && (await index.showEarlier(walked)))) await index.firstSync(walked);
      return index;
    } catch (error) {
      await index.close();
      throw error;
    }
  }

  private constructor(location: string, options: IndexOptions) {
    this.location = location;
    this.options = options;
    const { corpus, followed } = options;
    if (followed) this.thread = syncThread({ location, corpus }, (why) => this.rebuilding(why));
  }

  async use<T>(work: (snapshot: IndexSnapshot) => Promise<T>): Promise<T> {
    const held = this.current!;
    held.users += 1;
    try {
      return await work(held.open.snapshot);
    } finally {
      held.users -= 1;
      if (held !== this.current) held.closeUnused({ keepLog: this.current !== undefined });
    }
  }

  async sync(options: SyncOptions = {}): Promise<SyncResult> {
    try {
      return await this.show(await this.synced(options));
    } catch (error) {
      if (!this.marking || !(error instanceof WorkerLostError)) return this.rebuilt(error);
      // The thread was closed to mark the index: its sync is begun anew.
      await this.marking;
      return this.sync(options);
    }
  }

  async markCorrupt(): Promise<void> {
    // The thread has it open, and looks at the mark when it opens it.
    this.marking = (this.thread?.close() ?? Promise.resolve()).then(() => markCorrupt(this.location));
    try {
      await this.marking;
    } finally {
      this.marking = undefined;
    }
  }

  async close(): Promise<void> {
    const ended = this.thread?.close();
    const { current } = this;
    this.current = undefined;
    current?.closeUnused();
    await ended;
    this.whenClosed();
    this.whenClosed = () => {};
  }

  /** Answers from the index of an earlier version of Ibid, where there is no complete one of this version. */
  private async showEarlier(walked?: Walked): Promise<boolean> {
    const earlier = earlierIndex(this.location);
    if (earlier === undefined || (await isComplete(this.location))) return false;
    try {
      const connection = await openForReading(earlier);
      if (!connection) return false;
      const { problems, folders } = await this.unsynced(connection, walked);
      this.folders = folders;
      this.current = new Held(openSnapshot(connection, { ...this.options, location: earlier, problems }));
      this.isOutdated = true;
      this.options.tell(
        'rebuilding the index: this version of Ibid reads articles differently; the old one answers meanwhile',
      );
      return true;
    } catch (error) {
      if (error instanceof CorruptIndexError || error instanceof IndexUnavailableError) return false;
      throw error;
    }
  }

  /** Another process may be writing: what it has written answers, or is waited for where it isn't whole yet. */
  private async firstSync(walked: Walked | undefined): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        await this.show(await this.synced({}, walked)).catch((error) => this.rebuilt(error));
        return;
      } catch (error) {
        if (!(error instanceof IndexBusyError)) throw error;
        if (await this.showWritten(walked)) {
          this.options.tell('another process is writing the index: answers are as of what it had written');
          return;
        }
        if (attempt === 0) this.options.tell('another process is building the index: waiting for it');
        await wait(BUSY_WAIT_MS, undefined, { signal: this.options.signal });
      }
    }
  }

  /** Builds a corrupt index again; what is asked meanwhile is answered from the old one, which is open. */
  private async rebuilt(error: unknown): Promise<SyncResult> {
    if (!(error instanceof CorruptIndexError)) throw error;
    this.rebuilding(error.message);
    await this.thread?.close();
    removeIndex(this.location);
    return this.show(await this.synced({}));
  }

  private async synced(options: SyncOptions, walked?: Walked): Promise<Synced> {
    // The first sync runs here: nothing waits for this thread yet, and another one takes 0.1 s to start.
    if (this.thread && this.current) return this.thread.sync(options);
    const { location, options: own } = this;
    const tick = (done: number, all: number) => {
      own.signal?.throwIfAborted();
      own.progress?.(done, all);
    };
    return withWriter(
      location,
      (why) => this.rebuilding(why),
      (writer) => writer.sync(own.corpus, { ...options, tick }, walked),
    );
  }

  /** Answers from what another process has written; `false` where that isn't whole, or can't be read. */
  private async showWritten(walked: Walked | undefined): Promise<boolean> {
    try {
      const connection = await openForReading(this.location);
      if (!connection) return false;
      this.showFrom(connection, await this.unsynced(connection, walked));
      return true;
    } catch (error) {
      if (error instanceof CorruptIndexError || error instanceof IndexUnavailableError) return false;
      throw error;
    }
  }

  /** What an index says of the files as they are now, without a sync. */
  private async unsynced(connection: Connection, walked: Walked | undefined): Promise<Synced> {
    const found = walked ?? (await filesOf(this.options.corpus));
    return { changes: NO_CHANGES, problems: problemsIn(connection, found), folders: found.folders };
  }

  /** Asks the latest state from now on. Throws `CorruptIndexError`; `IndexBusyError` where the index isn't whole yet. */
  private async show(synced: Synced): Promise<SyncResult> {
    const connection = await openForReading(this.location);
    if (!connection) throw new IndexBusyError('another process builds it');
    return this.showFrom(connection, synced);
  }

  private showFrom(connection: Connection, { changes, problems, folders }: Synced): SyncResult {
    this.folders = folders;
    this.problems = problems;
    const previous = this.current?.open;
    try {
      if (previous && stateOf(connection, this.location, this.problems) === previous.state) {
        connection.close();
        return { changes, changed: false };
      }
      const { location } = this;
      const open = openSnapshot(connection, { ...this.options, location, problems, previous });
      const before = this.current;
      this.current = new Held(open);
      this.isOutdated = false;
      before?.closeUnused({ keepLog: true });
      return { changes, changed: true };
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  private rebuilding(why: string): void {
    this.options.tell(`rebuilding the index of ${this.options.corpus}: ${why}`);
  }
}

/** Whether there is an index of which all files have been read once. */
async function isComplete(location: string): Promise<boolean> {
  try {
    const connection = await openForReading(location);
    connection?.close();
    return connection !== undefined;
  } catch (error) {
    if (error instanceof CorruptIndexError) return false;
    throw error;
  }
}

/** A snapshot, and how many questions are being asked of it. */
class Held {
  users = 0;
  readonly open: OpenSnapshot;

  constructor(open: OpenSnapshot) {
    this.open = open;
  }

  /**
   * To be called when it is no longer the latest one, and whenever a question is done; `keepLog` where others wait: who writes
   * next moves the log.
   */
  closeUnused(options?: { readonly keepLog: boolean }): void {
    if (this.users > 0) return;
    const { connection } = this.open;
    if (connection.inTransaction) connection.exec('ROLLBACK');
    connection.close(options);
  }
}
