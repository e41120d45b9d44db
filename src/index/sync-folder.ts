import { setTimeout as rest } from 'node:timers/promises';
import { filesOf } from '../ingest/files/files.ts';
import type { Walked } from '../ingest/files/walk.ts';
import type { Problem } from '../model/model.ts';
import type { Store } from './documents/document-store.ts';
import { problemsIn } from './documents/problems.ts';
import { type Changes, refresh } from './sync.ts';

/** A look at all files of a corpus: what has changed since the last one, and what is wrong now. */
export interface Pass {
  readonly changes: Changes;
  readonly problems: readonly Problem[];
  /** Where a change of any file shows. */
  readonly folders: readonly string[];
}

export interface PassOptions {
  /** How long files are waited for to rest; without it they are read as they are. */
  readonly settleMs?: number | undefined;
}

export async function pass(
  store: Store,
  corpus: string,
  { settleMs }: PassOptions = {},
  walked?: Walked,
): Promise<Pass> {
  const found = walked ?? (await filesOf(corpus));
  const settle = settleMs === undefined ? {} : { settle: () => rest(settleMs) };
  const changes = await refresh(store, found.files, settle);
  return { changes, problems: problemsIn(store.connection, found), folders: found.folders };
}
