import type { Article, Collection, Filter } from '../model.ts';
import { fold } from '../text/fold.ts';

/** Which documents of a collection a filter lets through; `undefined` where it asks for nothing. */
export function accepted(
  collection: Collection,
  filter: Filter,
): ((document: number) => boolean) | undefined {
  if (filter.publisher === undefined && filter.from === undefined && filter.to === undefined)
    return undefined;
  const passes = collection.documents.map(({ article }) => counts(article, filter));
  return (document) => passes[document] === true;
}

function counts({ publisher, published }: Article, filter: Filter): boolean {
  if (filter.publisher !== undefined && fold(publisher ?? '') !== fold(filter.publisher)) return false;
  if (filter.from === undefined && filter.to === undefined) return true;
  const day = dayOf(published);
  return day !== undefined && (filter.from ?? '') <= day && day <= (filter.to ?? '9999');
}

/** The day that an article states, whatever the reader's time zone. */
export function dayOf(published: string | undefined): string | undefined {
  return published?.slice(0, 10);
}
