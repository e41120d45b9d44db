import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { removeDatabase, Unusable } from '../database/connection.ts';
import { Damaged } from '../database/encoding.ts';
import type { Store } from './document-store.ts';
import { openStore, type StoreOptions } from './open-store.ts';

/** The store of an archive: archives that share a data folder have a file each. */
export function storeOfCorpus(data: string, corpus: string): string {
  return join(data, `articles-${keyOfCorpus(corpus)}.db`);
}

/** What the files of an archive are called by in a data folder. */
export function keyOfCorpus(corpus: string): string {
  return createHash('sha256').update(realpathSync(corpus)).digest('hex').slice(0, 12);
}

/** Opens, uses and closes a store; one that turns out to be damaged is thrown away, and used anew. */
export async function withStore<T>(
  location: string,
  options: Pick<StoreOptions, 'annexe'> & { readonly tell: (note: string) => void },
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const rebuilt = (why: string) => options.tell(`${location} is built again: ${why}`);
  const attempt = async () => {
    const store = await openStore(location, { ...options, rebuilt });
    try {
      return await use(store);
    } finally {
      store.close();
    }
  };
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Unusable) throw new Unusable(`${location} can't be used (${error.message})`);
    if (!(error instanceof Damaged)) throw error;
    rebuilt(`it was damaged (${error.message})`);
    removeDatabase(location);
    return attempt();
  }
}
