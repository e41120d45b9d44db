import type { Item } from '../corpus/reader.ts';
import type { Walked } from '../corpus/walk.ts';
import { removeDatabase, Unusable } from './connection.ts';
import { Damaged } from './encoding.ts';
import { openMemoryStore, openStore } from './open-store.ts';
import { type Pass, type PassOptions, pass, passWorker } from './pass.ts';
import { corpusOfItems, hashesOf, identityOf, type StoredCorpus, storeOfCorpus } from './read-corpus.ts';
import { type Changes, isChange } from './refresh.ts';
import type { Store } from './store.ts';

export interface LiveCorpusOptions {
  readonly corpus: string;
  /** Ibid's own folder. */
  readonly data: string;
  readonly tell: (note: string) => void;
  /** Whether later looks are made in a thread of their own. */
  readonly apart?: boolean;
}

/** A corpus that is looked at again and again. */
export interface LiveCorpus {
  /** As of the last look. */
  current(): StoredCorpus;
  readonly folders: readonly string[];
  /** Of the store; none where it is in memory. */
  readonly location: string | undefined;
  /** One look at a time. */
  look(options?: LookOptions): Promise<Looked>;
  close(): void;
}

export interface LookOptions extends PassOptions {
  /** In this thread, where little has to be read: another one takes 0.1 s to start. */
  readonly here?: boolean;
}

export interface Looked {
  readonly changes: Changes;
  /** Whether `current()` is another one now: files have changed, or what is wrong with their folders. */
  readonly another: boolean;
}

/** Opens the store of a corpus (in memory where there can be none) and looks at the files for the first time. */
export async function openLiveCorpus({ corpus, data, tell, apart }: LiveCorpusOptions): Promise<LiveCorpus> {
  const location = storeOfCorpus(data, corpus);
  const rebuilt = (why: string) => tell(`${location} is built again: ${why}`);
  const inMemory = (error: unknown) => {
    if (!(error instanceof Unusable)) throw error;
    tell(`${location} can't be used (${error.message}): nothing is kept for the next start`);
    return openMemoryStore();
  };
  let onDisk = true;
  let store = await openStore(location, { rebuilt }).catch((error: unknown) => {
    onDisk = false;
    return inMemory(error);
  });
  const worker = apart && onDisk ? passWorker({ location, corpus }) : undefined;
  const items = new Map<string, readonly Item[]>();
  const taken = new Map<string, string>();
  let version = -1;
  let walked: Walked | undefined;

  /** A store that turns out to be damaged is thrown away, and the pass made anew. */
  const mended = async (make: () => Promise<Pass>): Promise<Looked> => {
    try {
      return taking(await make());
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      rebuilt(`it was damaged (${error.message})`);
      worker?.close();
      store.close();
      removeDatabase(location);
      store = await openStore(location);
      version = -1;
      return taking(await pass(store, corpus));
    }
  };
  /** Takes out of the store what isn't as it was taken: another process may have written it before this one looked. */
  const taking = ({ walked: now, changes }: Pass): Looked => {
    const before = version;
    version = store.version();
    const written = isChange(changes) || version !== before;
    const taking = written
      ? store.snapshot(() => takenFrom(store, items, taken))
      : { added: [], changed: [], removed: [] };
    const another = isChange(taking) || !same(now.problems, walked?.problems);
    walked = now;
    return { changes: { ...taking, unsettled: changes.unsettled }, another };
  };
  const look = ({ settleMs, here = false }: LookOptions = {}): Promise<Looked> =>
    mended(() => (worker && !here ? worker.pass({ settleMs }) : pass(store, corpus, { settleMs })));

  await look({ here: true });
  return {
    current: () => ({
      ...corpusOfItems(walked!, items),
      splits: store.splits,
      identity: identityOf(walked!, taken),
    }),
    get location() {
      return onDisk ? location : undefined;
    },
    get folders() {
      return walked!.folders;
    },
    look,
    close() {
      worker?.close();
      store.close();
    },
  };
}

type Taken = Omit<Changes, 'unsettled'>;

function takenFrom(store: Store, items: Map<string, readonly Item[]>, taken: Map<string, string>): Taken {
  const hashes = hashesOf(store);
  const removed = [...taken.keys()].filter((path) => !hashes.has(path));
  const other = [...hashes].filter(([path, hash]) => taken.get(path) !== hash);
  const [added, changed] = [false, true].map((known) =>
    other.map(([path]) => path).filter((path) => taken.has(path) === known),
  ) as [string[], string[]];
  for (const path of removed) {
    items.delete(path);
    taken.delete(path);
  }
  const all = taken.size === 0 ? store.items() : undefined;
  for (const [path, hash] of other) {
    const own = all ? all.get(path) : store.items(path).get(path);
    if (!own) throw new Damaged('a file that was there is gone');
    items.set(path, own);
    taken.set(path, hash);
  }
  return { added, changed, removed };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
