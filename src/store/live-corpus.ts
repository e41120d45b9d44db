import { corpusOf } from '../corpus/corpus.ts';
import type { Item } from '../corpus/reader.ts';
import type { Walked } from '../corpus/walk.ts';
import { removeDatabase, Unusable } from './connection.ts';
import { Damaged } from './encoding.ts';
import { openMemoryStore, openStore } from './open-store.ts';
import { type Pass, type PassOptions, pass, passWorker } from './pass.ts';
import { type StoredCorpus, storeOfCorpus } from './read-corpus.ts';
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
  /** One look at a time. */
  look(options?: PassOptions): Promise<Looked>;
  close(): void;
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
  let items = new Map<string, readonly Item[]>();
  let walked: Walked = { files: [], problems: [], folders: [] };

  /** A store that turns out to be damaged is thrown away, and the pass made anew. */
  const mended = async (make: (store: Store) => Promise<Pass>): Promise<Pass> => {
    try {
      return await make(store);
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      rebuilt(`it was damaged (${error.message})`);
      worker?.close();
      store.close();
      removeDatabase(location);
      store = await openStore(location);
      items = new Map();
      return make(store);
    }
  };
  /** What `items` is taken for comes out of the store: all of it the first time, then what has changed. */
  const take = ({ walked: now, changes }: Pass): Pass => {
    if (items.size === 0) items = store.items();
    for (const path of changes.removed) items.delete(path);
    for (const path of [...changes.added, ...changes.changed]) items.set(path, store.items(path).get(path)!);
    return { walked: now, changes };
  };
  const look = async (options?: PassOptions): Promise<Looked> => {
    const seen = await mended(async (from) => {
      const made =
        worker && items.size > 0 ? await worker.pass(options ?? {}) : await pass(from, corpus, options);
      return take(made);
    });
    const another = isChange(seen.changes) || !same(seen.walked.problems, walked.problems);
    walked = seen.walked;
    return { changes: seen.changes, another };
  };

  await look();
  return {
    current() {
      const known = walked.files.flatMap((file) => {
        const own = items.get(file.path);
        return own ? [{ file, items: own }] : [];
      });
      const { splits } = store;
      return { ...corpusOf(known, walked.problems), splits };
    },
    get folders() {
      return walked.folders;
    },
    look,
    close() {
      worker?.close();
      store.close();
    },
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
