import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownSplits } from '../corpus/collection.ts';
import { type Corpus, corpusOf } from '../corpus/corpus.ts';
import type { Item } from '../corpus/reader.ts';
import type { Walked } from '../corpus/walk.ts';
import { removeDatabase, Unusable } from './connection.ts';
import { Damaged } from './encoding.ts';
import { openStore } from './open-store.ts';
import { refresh } from './refresh.ts';
import type { Store } from './store.ts';

export interface StoredCorpus extends Corpus {
  readonly splits: KnownSplits;
  /** Of the files' contents, in their order: the same where the articles are. */
  readonly identity: string;
}

/** The store of an archive: archives that share a data folder have a file each. */
export function storeOfCorpus(data: string, corpus: string): string {
  return join(data, `articles-${keyOfCorpus(corpus)}.db`);
}

/** What the files of an archive are called by in a data folder. */
export function keyOfCorpus(corpus: string): string {
  return createHash('sha256').update(realpathSync(corpus)).digest('hex').slice(0, 12);
}

/**
 * What `readCorpus` would answer, reading only the files that have changed since the last time; nothing where there can
 * be no store, which is told.
 */
export async function readThroughStore(
  location: string,
  walked: Walked,
  tell: (note: string) => void,
): Promise<StoredCorpus | undefined> {
  try {
    return await withStore(location, tell, async (store) => {
      await refresh(store, walked.files);
      return corpusInStore(store, walked);
    });
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    tell(`${error.message}: everything is read anew`);
    return undefined;
  }
}

/** The articles of these files as the store has them. */
export function corpusInStore(store: Store, walked: Walked): StoredCorpus {
  return store.snapshot(() => ({
    ...corpusOfItems(walked, store.items()),
    splits: store.splits,
    identity: identityOf(walked, hashesOf(store)),
  }));
}

/** By path, what the store's articles of a file were read from. */
export function hashesOf(store: Store): Map<string, string> {
  return new Map([...store.readings()].map(([path, { hash }]) => [path, hash.toString('base64')]));
}

export function identityOf({ files }: Walked, hashes: ReadonlyMap<string, string>): string {
  const sum = createHash('sha256');
  for (const { path } of files) sum.update(`${JSON.stringify(path)} ${hashes.get(path) ?? ''}\n`);
  return sum.digest('hex');
}

/** A file whose items aren't known (it is being written) is left out. */
export function corpusOfItems(
  { files, problems }: Walked,
  items: ReadonlyMap<string, readonly Item[]>,
): Corpus {
  const known = files.flatMap((file) => {
    const own = items.get(file.path);
    return own ? [{ file, items: own }] : [];
  });
  return corpusOf(known, problems);
}

/** Opens, uses and closes a store; one that turns out to be damaged is thrown away, and used anew. */
export async function withStore<T>(
  location: string,
  tell: (note: string) => void,
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const rebuilt = (why: string) => tell(`${location} is built again: ${why}`);
  const attempt = async () => {
    const store = await openStore(location, { rebuilt });
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
