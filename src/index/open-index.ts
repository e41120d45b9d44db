import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Walked } from '../ingest/files/walk.ts';
import type { Collection, Problem } from '../model/model.ts';
import { removeDatabase, IndexUnavailableError } from './database/connection.ts';
import { CorruptIndexError } from './database/encoding.ts';
import { storedCollection } from './documents/document-reader.ts';
import { totalsIn } from './documents/document-table.ts';
import type { Register } from './documents/metadata.ts';
import { storedRegister } from './documents/metadata-index.ts';
import { condemn, openStore } from './documents/open-store.ts';
import { storeOfCorpus } from './documents/with-store.ts';
import type { Searcher } from './engines/engine.ts';
import { damageIn, isGone, mergeDue, removedIn, segmentsIn } from './engines/segments/segment-tables.ts';
import { keptSegments } from './engines/segments/segments.ts';
import { annexeIn, segmentFolder } from './index-writer.ts';
import type { Vocabulary } from './lexicon/lexicon.ts';
import { keptVocabulary } from './lexicon/lexicon-reader.ts';
import { once } from './lexicon/once.ts';
import type { Changes } from './sync.ts';
import { type Pass, type PassOptions, pass } from './sync-folder.ts';
import { passThread } from './sync-thread.ts';

export interface KeptOptions {
  readonly corpus: string;
  /** Ibid's own folder. */
  readonly data: string;
  readonly tell: (note: string) => void;
  /** Whether later looks are made in a thread of their own. */
  readonly apart?: boolean;
}

/** What the files of a corpus hold, read and indexed, on disk: a look at the files brings it up to date. */
export interface Kept {
  /** As of the last look: they stay as they are until the next one. */
  parts(): KeptParts;
  readonly folders: readonly string[];
  /** One look at a time. */
  look(options?: PassOptions): Promise<Looked>;
  /** Something in it was found to be damaged: the next look, or start, builds it again. */
  condemn(): Promise<void>;
  close(): void;
}

export interface KeptParts {
  readonly collection: Collection;
  readonly register: Register;
  readonly vocabulary: Vocabulary;
  readonly engine: Searcher;
  readonly problems: readonly Problem[];
}

export interface Looked {
  readonly changes: Changes;
  /** Whether `parts()` are others now: files have changed, or what is wrong with their folders. */
  readonly another: boolean;
}

/** Opens the store of a corpus, in a temporary folder where there can be none in `data`, and looks at the files. */
export async function openKept(options: KeptOptions, walked?: Walked): Promise<Kept> {
  const location = storeOfCorpus(options.data, options.corpus);
  try {
    return await keptAt(location, options, walked);
  } catch (error) {
    if (!(error instanceof IndexUnavailableError)) throw error;
    options.tell(`${location} can't be used (${error.message}): nothing is kept for the next start`);
    const folder = mkdtempSync(join(tmpdir(), 'ibid-'));
    const leave = () => rmSync(folder, { recursive: true, force: true });
    process.once('exit', leave);
    const kept = await keptAt(storeOfCorpus(folder, options.corpus), options, walked);
    return {
      ...kept,
      get folders() {
        return kept.folders;
      },
      close() {
        kept.close();
        process.off('exit', leave);
        leave();
      },
    };
  }
}

async function keptAt(location: string, { corpus, tell, apart }: KeptOptions, known?: Walked): Promise<Kept> {
  const folder = segmentFolder(location);
  const annexe = annexeIn(folder);
  const rebuilt = (why: string) => tell(`${location} is built again: ${why}`);
  const opened = () => openStore(location, { rebuilt, annexe });
  let store = await opened();
  const thread = apart ? passThread({ location, corpus }) : undefined;
  const segments = keptSegments(folder);
  let latest: Pass;
  let parts: KeptParts | undefined;
  let state = '';

  /** Everything that is read from here on is of one moment, whatever others write. Says whether it is another state. */
  const hold = (): boolean => {
    const { connection } = store;
    connection.exec('BEGIN');
    // Every article that comes or goes changes the totals.
    const { problems } = latest;
    const listed = segmentsIn(connection);
    const now = JSON.stringify([totalsIn(connection), listed, problems]);
    if (parts && now === state) return false;
    segments.show(listed, removedIn(connection));
    parts = {
      collection: storedCollection(connection),
      register: storedRegister(connection),
      vocabulary: keptVocabulary(connection),
      engine: segments.engine,
      problems,
    };
    state = now;
    return true;
  };
  const release = () => store.rollback();
  /** A segment that was listed a moment ago may just have been merged into another. */
  const holdNow = (attempts = ATTEMPTS): boolean => {
    try {
      return hold();
    } catch (error) {
      release();
      if (!isGone(error) || attempts === 1) throw damageIn(error) ?? error;
      return holdNow(attempts - 1);
    }
  };
  const passed = async (options: PassOptions, found?: Walked): Promise<Pass> => {
    // The first look is made in this thread: nothing waits for it yet, and another thread takes 0.1 s to start.
    if (thread && parts) return thread.pass(options);
    const writer = await opened();
    try {
      const made = await pass(writer, corpus, options, found);
      mergeDue(writer.connection, folder);
      return made;
    } finally {
      writer.close();
    }
  };
  const look = async (options: PassOptions, found?: Walked): Promise<Looked> => {
    latest = await passed(options, found);
    release();
    return { changes: latest.changes, another: holdNow() };
  };
  /** A store that turns out to be damaged is thrown away, and everything is read anew. */
  const mended = async (options: PassOptions, found?: Walked): Promise<Looked> => {
    try {
      return await look(options, found);
    } catch (error) {
      if (!(error instanceof CorruptIndexError)) throw error;
      rebuilt(`it was damaged (${error.message})`);
      thread?.close();
      // Whoever asks meanwhile is answered out of the old one.
      const broken = store;
      removeDatabase(location);
      store = await opened();
      state = '';
      try {
        return await look(options, found);
      } finally {
        broken.close();
      }
    }
  };

  await mended({}, known);
  return {
    parts: () => parts!,
    get folders() {
      return latest.folders;
    },
    look: (options = {}) => mended(options),
    async condemn() {
      // It has the store open, and looks at the mark when it opens it.
      thread?.close();
      await condemn(location);
    },
    close: once(() => {
      thread?.close();
      release();
      store.close();
      return true;
    }),
  };
}

const ATTEMPTS = 5;
