import pMap, { pMapIterable } from 'p-map';
import { type FileState, hashOf, stateOf } from '../ingest/files/file-stamp.ts';
import { type CorpusFile, type Item, withoutRetry } from '../ingest/formats/reader.ts';
import { isPacked } from '../ingest/formats/readers.ts';
import { itemsIn } from '../ingest/read-corpus.ts';
import type { Reading, Store, Wrote } from './documents/document-store.ts';
import type { PreparedItem } from './documents/prepared-article.ts';
import { prepareAhead } from './prepare-ahead.ts';
import { openPreparing, type Preparing, threadsFor } from './preparing.ts';

export interface SyncFilesOptions {
  /** Which files may change in the store, by path; all where absent. */
  readonly only?: (path: string) => boolean;
  /**
   * Waited for before a file is read: one that changes meanwhile is being written, stays as it was in the store, and is
   * named. Without it every file is read as it is.
   */
  readonly settle?: () => Promise<unknown>;
  /** The caller has begun a transaction and ends it: nothing is kept before that. */
  readonly within?: boolean;
  /** Bytes of text after which a transaction ends, between two files. */
  readonly batch?: number;
  /** Bytes of text after which one ends within a file: up to there a file is as before or after. */
  readonly piece?: number;
  /** Threads that prepare articles beside this one, which writes them; as many as `threadsFor` says where absent. */
  readonly threads?: number;
  /** The time, in ms since 1970. */
  readonly now?: () => number;
  /** While reading: bytes done, of the bytes of all files that have to be read. */
  readonly tick?: (done: number, all: number) => void;
}

/** What has become of the files since the store was last refreshed, by path. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Being written: to be looked at again. */
  readonly unsettled: readonly string[];
}

/**
 * A process killed while it reads a large archive starts from the last transaction: 8 MB take some ten seconds of CPU time. A larger file is written
 * in as many transactions, each with all of some of its articles.
 */
const BATCH = 8 * 1024 * 1024;

/**
 * After which a file that was left out for its time is read again, in ms: one that is always too slow costs half a minute of
 * CPU time an hour.
 */
const RETRY_MS = 60 * 60_000;

/**
 * Brings the store up to what the files are now, reading only those that have changed. What is gone goes first; a pass over fewer than
 * 8 MB is one transaction as a whole.
 */
export async function syncFiles(
  store: Store,
  files: readonly CorpusFile[],
  options: SyncFilesOptions = {},
): Promise<Changes> {
  const { only = () => true, settle, within = false, now = Date.now, tick = () => {} } = options;
  const readings = store.readings();
  const present = new Set(files.map(({ path }) => path));
  const removed = [...readings.keys()].filter((path) => !present.has(path) && only(path));
  const looked = await pMap(
    files.filter(({ path }) => only(path)),
    (file) => checkFile(file, readings.get(file.path), now()),
    { concurrency: AT_ONCE },
  );
  const stale = looked.filter(({ verdict }) => verdict === 'read');
  const moving = settle ? await movingOf(stale, settle) : new Set<string>();
  const remarked = looked.filter(({ verdict }) => verdict === 'remark');
  const toRead = stale.filter(({ file }) => !moving.has(file.path));
  const read: string[] = [];
  if (removed.length + remarked.length + toRead.length > 0) {
    const batch = batches(
      store,
      within ? ENDLESS : { most: options.batch ?? BATCH, piece: options.piece ?? BATCH },
    );
    let preparing: Preparing | undefined;
    try {
      for (const path of removed) {
        store.remove(path, batch.wrote);
        batch.whole();
      }
      for (const { file, state, hash } of remarked) {
        const { retryAt } = readings.get(file.path)!;
        store.remark(file.path, { ...readingOf(state, hash!), retryAt });
      }
      const all = toRead.reduce((sum, { state }) => sum + state.bytes, 0);
      let done = 0;
      let reached = 0;
      // Only a large file is read while it is written; one that is read again, for its encoding, doesn't set it back.
      const seen = (bytes: number) => {
        reached = Math.max(reached, done + bytes);
        tick(Math.min(reached, all), all);
      };
      preparing = openPreparing(options.threads ?? threadsFor(all));
      const files = ahead(toRead, seen);
      const knownIn = ({ file }: Opened) => (readings.has(file.path) ? store.idsIn(file.path) : NOTHING);
      for await (const opened of preparing ? prepareAhead(files, preparing, knownIn) : files) {
        await write(store, opened, { watching: settle !== undefined, now, seen, wrote: batch.wrote });
        read.push(opened.file.path);
        done += opened.state.bytes;
        seen(0);
        batch.whole(opened.state.bytes);
      }
      batch.end();
    } catch (error) {
      batch.giveUp();
      if (!(error instanceof ChangedWhileReading)) throw error;
      // Transactions before it stand, and the other files are gone through once more.
      const { path } = error;
      const { unsettled } = await syncFiles(store, files, {
        ...options,
        only: (one) => one !== path && only(one),
      });
      return { ...changesOf(readings, store.readings()), unsettled: [path, ...unsettled] };
    } finally {
      await preparing?.close();
    }
  }
  return {
    added: read.filter((path) => !readings.has(path)),
    changed: read.filter((path) => readings.has(path)),
    removed,
    unsettled: [...moving],
  };
}

/** A file that changed while it was read, though it had rested before: its transaction is given up. */
class ChangedWhileReading extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} is being written`);
    this.path = path;
  }
}

/** What has become of files between two states of the store. */
function changesOf(before: ReadonlyMap<string, Reading>, now: ReadonlyMap<string, Reading>) {
  const other = [...now].filter(([path, { hash }]) => !before.get(path)?.hash.equals(hash));
  return {
    added: other.flatMap(([path]) => (before.has(path) ? [] : [path])),
    changed: other.flatMap(([path]) => (before.has(path) ? [path] : [])),
    removed: [...before.keys()].filter((path) => !now.has(path)),
  };
}

interface CheckedFile {
  readonly file: CorpusFile;
  readonly state: FileState;
  /** `remark`: other times, same content. */
  readonly verdict: 'same' | 'remark' | 'read';
  readonly hash?: Buffer;
}

/**
 * By its size and times, and by its content where these don't tell. What was left out for its time is read again after a
 * while, or when it is touched.
 */
async function checkFile(file: CorpusFile, known: Reading | undefined, now: number): Promise<CheckedFile> {
  const state = await stateOf(file);
  if (!known) return { file, state, verdict: 'read' };
  const isTouched = known.stamp !== state.stamp;
  if (known.retryAt !== undefined && (isTouched || known.retryAt <= now))
    return { file, state, verdict: 'read' };
  if (!isTouched && known.rested) return { file, state, verdict: 'same' };
  const hash = await hashOf(file);
  if (!hash.equals(known.hash)) return { file, state, hash, verdict: 'read' };
  return { file, state, hash, verdict: !isTouched && !state.rested ? 'same' : 'remark' };
}

async function movingOf(stale: readonly CheckedFile[], settle: () => Promise<unknown>): Promise<Set<string>> {
  if (stale.length === 0) return new Set();
  await settle();
  const states = await pMap(stale, ({ file }) => stateOf(file), { concurrency: AT_ONCE });
  const moving = stale.filter(({ state }, i) => state.stamp !== states[i]!.stamp);
  return new Set(moving.map(({ file }) => file.path));
}

interface Opened {
  readonly file: CorpusFile;
  readonly state: FileState;
  readonly hash: Buffer;
  readonly items: Iterable<Item> | AsyncIterable<PreparedItem>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Files read at the same time: see `read-corpus.ts`. */
const AT_ONCE = 16;
/** Larger files are not held in memory: their articles go into the store one by one. */
const SMALL = 256 * 1024;

/** Told how far reading has come in a file, in bytes. */
type Seen = (bytes: number) => void;

/** Opens files in their order, small ones some steps ahead of the one that is written. */
function ahead(files: readonly CheckedFile[], seen: Seen): AsyncIterable<Opened> {
  return pMapIterable(files, (checked) => open(checked, seen), { concurrency: AT_ONCE });
}

/** The hash comes before the reading: should the file change between the two, it is read again the next time. */
async function open({ file, state, hash }: CheckedFile, seen: Seen): Promise<Opened> {
  const opened = { file, state, hash: hash ?? (await hashOf(file)) };
  if (state.bytes > SMALL || isPacked(file.path)) return { ...opened, items: itemsIn({ ...file, seen }) };
  const items: Item[] = [];
  for await (const item of itemsIn(file)) items.push(item);
  return { ...opened, items };
}

interface WriteOptions {
  /** Throws `ChangedWhileReading` where the file has changed meanwhile. */
  readonly watching: boolean;
  readonly now: () => number;
  readonly seen: Seen;
  readonly wrote: Wrote;
}

/** Writes a file's articles, and when to read it again where something else than the file was at fault. */
async function write(
  store: Store,
  { file, state, hash, items }: Opened,
  { watching, now, seen, wrote }: WriteOptions,
): Promise<void> {
  const writing = store.write(file.path, wrote);
  let retryAt: number | undefined;
  for await (const item of items) {
    if ('flaw' in item && item.flaw.retry) retryAt = now() + RETRY_MS;
    writing.add('flaw' in item ? withoutRetry(item) : item);
    seen(0);
  }
  const still = (await stateOf(file)).stamp === state.stamp;
  if (watching && !still) throw new ChangedWhileReading(file.path);
  writing.done({ ...readingOf(state, hash), rested: state.rested && still, retryAt });
}

function readingOf({ stamp, rested }: FileState, hash: Buffer): Reading {
  return { stamp, hash, rested };
}

/** When a transaction ends, in bytes of text: between two files, and within one. */
interface Bounds {
  readonly most: number;
  readonly piece: number;
}

/** The transaction has begun outside, and is left to who began it. */
const ENDLESS = undefined;

function batches(store: Store, bounds: Bounds | undefined) {
  let bytes = 0;
  let ofFile = 0;
  let ofPiece = 0;
  if (bounds) store.begin();
  const next = () => {
    store.commit();
    bytes = 0;
    ofPiece = 0;
    store.begin();
  };
  return {
    /** A part of a file was written, or taken away. */
    wrote(more: number, settled: () => void) {
      bytes += more;
      ofFile += more;
      ofPiece += more;
      if (!bounds || ofPiece < bounds.piece) return;
      settled();
      next();
    },
    /** One was written to its end: what isn't text of it counts too. */
    whole(all = 0) {
      bytes += Math.max(0, all - ofFile);
      ofFile = 0;
      ofPiece = 0;
      if (bounds && bytes >= bounds.most) next();
    },
    end: () => bounds && store.commit(),
    giveUp: () => bounds && store.rollback(),
  };
}
