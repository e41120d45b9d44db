import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { archiveFolder, completeRestore, unwritable } from '../data-folder.ts';
import type { Walked } from '../ingest/files/walk.ts';
import type { Article, Problem } from '../model/article.ts';
import type { Role } from '../model/role.ts';
import { UsageError } from '../usage-error.ts';
import { type Connection, IN_MEMORY } from './database/connection.ts';
import { CorruptIndexError, IndexBusyError, IndexUnavailableError } from './database/errors.ts';
import { DatabaseNews } from './database/news.ts';
import {
  corruptMark,
  earlierIndex,
  indexLocation,
  markCorrupt,
  openForReading,
} from './database/open-database.ts';
import { filesIn } from './documents/document-store.ts';
import { totalsIn } from './documents/document-table.ts';
import { problemsIn } from './documents/problems.ts';
import type { EngineSettings } from './engines/engines.ts';
import type { Index, IndexSnapshot } from './index.ts';
import { openWriter, withWriter } from './index-writer.ts';
import { type OpenSnapshot, openSnapshot, stateOf } from './snapshot.ts';
import type { Changes } from './sync-files.ts';
import type { Synced, SyncOptions } from './sync-folder.ts';
import { type SyncThread, syncThread } from './sync-thread.ts';
import { WriterLease } from './writer-lease.ts';

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
  /** What this process may do where several have the archive open; `all` where absent. */
  readonly role?: Role;
}

/** An index that follows the files of a corpus. */
export interface SyncedIndex extends Index {
  /** Where a change of any file shows. */
  readonly folders: readonly string[];
  /** Whether it answers from the index of an earlier version of Ibid: a sync builds the new one. */
  readonly isOutdated: boolean;
  /**
   * Whether this process is the one that follows the files; it is from now on, where it may be and no other one is. Who doesn't write calls `refresh`
   * rather than `sync`.
   */
  writes(): boolean;
  /** Makes the index agree with the files, one sync at a time. Throws what the file system says; then all is as before. */
  sync(options?: SyncOptions): Promise<SyncResult>;
  /** Asks the latest state from now on, whoever has written it; says whether it is another one. */
  refresh(): Promise<boolean>;
  /** Whether it was found to be corrupt, by this process or another, and not built again yet. */
  isMarkedCorrupt(): boolean;
  /** Something in it was found to be corrupt: the next sync, or start, builds it again. Throws what the file system throws. */
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
    if (!(error instanceof IndexUnavailableError) || error instanceof IndexBusyError) throw error;
    if (options.role === 'reader')
      throw new UsageError(`IBID_ROLE=reader: ${unwritable(data, error.cause ?? error)}`);
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
  private readonly lease: WriterLease | undefined;
  private readonly news: DatabaseNews;
  private current: Held | undefined;
  private problems: readonly Problem[] = [];

  /** Opens it, and syncs it unless it is followed and can answer as it is, or another process does that. */
  static async open(location: string, options: IndexOptions, walked?: Walked): Promise<DiskIndex> {
    const index = new DiskIndex(location, options);
    try {
      const isThere = await index.firstRead();
      if (isThere || (options.followed && (await index.showEarlier()))) return index;
      await index.firstSync(walked);
      return index;
    } catch (error) {
      await index.close();
      throw error;
    }
  }

  private constructor(location: string, options: IndexOptions) {
    this.location = location;
    this.options = options;
    this.news = new DatabaseNews(location);
    const { corpus, followed, role = 'all', tell } = options;
    if (!followed) return;
    this.thread = syncThread({ location, corpus }, (why) => this.rebuilding(why));
    this.lease = new WriterLease(dirname(location), role, tell);
  }

  writes(): boolean {
    return this.lease ? this.lease.held() : this.options.role !== 'reader';
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
    return this.synced(options)
      .then((synced) => this.show(synced))
      .catch((error) => this.rebuilt(error));
  }

  async refresh(): Promise<boolean> {
    return (await this.news.has()) && this.showWritten();
  }

  isMarkedCorrupt(): boolean {
    return corruptMark(this.location) !== undefined;
  }

  async markCorrupt(): Promise<void> {
    markCorrupt(this.location);
  }

  async close(): Promise<void> {
    const ended = this.thread?.close();
    const { current } = this;
    this.current = undefined;
    current?.closeUnused();
    this.news.close();
    await ended;
    this.lease?.release();
    this.whenClosed();
    this.whenClosed = () => {};
  }

  /** Answers from the index of an earlier version of Ibid, where there is no complete one of this version. */
  private async showEarlier(): Promise<boolean> {
    const earlier = earlierIndex(this.location);
    if (earlier === undefined || (await isComplete(this.location))) return false;
    try {
      const connection = await openForReading(earlier);
      if (!connection) return false;
      const { problems } = writtenIn(connection);
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

  /**
   * Where this process doesn't write: waits for an index to answer from. `false` where it does. Throws `UsageError` where there is none and
   * nobody waits.
   */
  private async firstRead(): Promise<boolean> {
    const { role, followed, signal, data } = this.options;
    while (!this.writes()) {
      // A writer that waits for its turn has promised to write.
      if (role !== 'writer' && ((await this.refresh()) || (followed && (await this.showEarlier()))))
        return true;
      if (!followed)
        throw new UsageError(
          `IBID_ROLE=reader: there is no index in ${data} yet, and this process may not write one`,
        );
      await wait(BUSY_WAIT_MS, undefined, { signal });
    }
    return false;
  }

  /**
   * Another process may be writing: what it has written answers. Where it isn't whole yet a followed archive waits for it; who asks once is
   * answered from the part that is there.
   */
  private async firstSync(walked: Walked | undefined): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        await this.show(await this.synced({}, walked)).catch((error) => this.rebuilt(error));
        return;
      } catch (error) {
        if (!(error instanceof IndexBusyError)) throw error;
        if (await this.showWritten()) {
          this.options.tell('another process is writing the index: answers are as of what it had written');
          return;
        }
        if (!this.options.followed && (await this.showWritten({ partial: true }))) {
          const { articles } = this.current!.open.snapshot;
          this.options.tell(
            `another process is reading the archive for the first time: answers are from the ${articles} articles that it has read so far`,
          );
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
    markCorrupt(this.location, error.message);
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
    return withWriter(location, { rebuilding: (why) => this.rebuilding(why) }, (writer) =>
      writer.sync(own.corpus, { ...options, tick }, walked),
    );
  }

  /** Answers from what has been written; `false` where that isn't whole, can't be read, or answers already. */
  private async showWritten({ partial = false } = {}): Promise<boolean> {
    try {
      const connection = await openForReading(this.location, { partial });
      if (!connection) return false;
      if (partial && totalsIn(connection).articles === 0) {
        connection.close({ keepLog: true });
        return false;
      }
      return this.showFrom(connection, { ...writtenIn(connection), folders: this.folders }).changed;
    } catch (error) {
      if (error instanceof CorruptIndexError || error instanceof IndexUnavailableError) return false;
      throw error;
    }
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
    const previous = this.isOutdated ? undefined : this.current?.open;
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

/** What an index says of its files as it was written, whatever they are now. */
function writtenIn(connection: Connection): Pick<Synced, 'changes' | 'problems'> {
  const files = filesIn(connection, 'ORDER BY path').map(({ path }) => ({ path, location: '' }));
  return { changes: NO_CHANGES, problems: problemsIn(connection, { ...NO_FILES, files }) };
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
