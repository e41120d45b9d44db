import { setTimeout as rest } from 'node:timers/promises';
import { filesOf } from '../corpus/files.ts';
import type { Walked } from '../corpus/walk.ts';
import { type Changes, refresh } from './refresh.ts';
import type { Store } from './store.ts';

/** A look at all files of a corpus: what there is, and what has changed since the last one. */
export interface Pass {
  readonly walked: Walked;
  readonly changes: Changes;
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
  return { walked: found, changes: await refresh(store, found.files, settle) };
}
