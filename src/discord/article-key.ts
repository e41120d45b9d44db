import type { Collection } from '../model.ts';
import { fingerprint } from './custom-id.ts';

/** Stands for an article's id in a button: ids may be longer than all that a button remembers. */
export function articleKey(id: string): string {
  return fingerprint(id, 10);
}

/** The article's id from its fingerprint, by an index made once for each state of the archive. */
export function idOf(collection: Collection, key: string): string | undefined {
  let ids = idsOf.get(collection);
  if (!ids) {
    ids = new Map(collection.documents.map(({ article }) => [articleKey(article.id), article.id]));
    idsOf.set(collection, ids);
  }
  return ids.get(key);
}

const idsOf = new WeakMap<Collection, Map<string, string>>();
