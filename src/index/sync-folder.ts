import { setTimeout as wait } from 'node:timers/promises';
import { type CorpusOptions, filesOf } from '../ingest/files/files.ts';
import type { Walked } from '../ingest/files/walk.ts';
import type { Problem } from '../model/article.ts';
import type { Store } from './documents/document-store.ts';
import { problemsIn } from './documents/problems.ts';
import { type Changes, syncFiles } from './sync-files.ts';

/** What a sync has found: what has changed since the last one, and what is wrong with the files now. */
export interface Synced {
  readonly changes: Changes;
  readonly problems: readonly Problem[];
  /** Where a change of any file shows. */
  readonly folders: readonly string[];
}

export interface SyncOptions extends CorpusOptions {
  /** How long files have to stay as they are before they are read, in ms; absent: they are read as they are. */
  readonly debounceMs?: number | undefined;
  /** While reading: bytes done, of the bytes of all files that have to be read. */
  readonly tick?: ((done: number, all: number) => void) | undefined;
}

/** Makes a store agree with the files of a corpus, reading only what has changed. */
export async function syncFolder(
  store: Store,
  corpus: string,
  { debounceMs, tick, ...options }: SyncOptions = {},
  walked?: Walked,
): Promise<Synced> {
  const found = walked ?? (await filesOf(corpus, options));
  const settle = debounceMs === undefined ? {} : { settle: () => wait(debounceMs) };
  const changes = await syncFiles(store, found.files, { ...settle, ...(tick && { tick }) });
  return { changes, problems: problemsIn(store.connection, found), folders: found.folders };
}
