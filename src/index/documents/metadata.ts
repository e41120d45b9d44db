import { byCodeUnits } from '../../ingest/files/by-code-units.ts';
import type { Article } from '../../model/article.ts';
import type { Filter } from '../../model/query.ts';
import type { ArchiveStatus } from '../../model/status.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { fold } from '../../text/tokens/fold.ts';

/** By the fields that lists and filters read. */
type Fields = Pick<Article, 'id' | 'title'>;

/** What a button remembers an article by. */
export function markOf(id: string): string {
  return fingerprint(id, 10);
}

/** Of a whole text: those with the same mark are the same. */
export function textMarkOf(text: string): string {
  return fingerprint(text, 24);
}

/** What an article is found by while its title or id is typed. */
export function findableAs({ title, id }: Fields): string {
  return fold(`${title} ${id}`);
}

/** The day that an article states, whatever the reader's time zone. */
export function dayOf(published: string | undefined): string | undefined {
  return published?.slice(0, 10);
}

/** Whether an article is of the publisher of a filter; every one, where it has none. */
export function isByPublisher(own: string | undefined, { publisher }: Filter): boolean {
  return publisher === undefined || fold(own ?? '') === fold(publisher);
}

/** Whether an article was published on the days of a filter; every one, where it has none. */
export function isWithin(published: string | undefined, { from, to }: Filter): boolean {
  return (from === undefined && to === undefined) || isAmong(dayOf(published), { from, to });
}

/** Whether a day is known, and one of those. */
export function isAmong(
  day: string | undefined,
  { from = '', to = '9999' }: { from?: string | undefined; to?: string | undefined },
): boolean {
  return day !== undefined && from <= day && day <= to;
}

type Tally = ArchiveStatus['publishers'];

/** Most articles first, then by name. */
export function mostFirst(tally: Tally): Tally {
  return [...tally].sort((a, b) => b.articles - a.articles || byCodeUnits(a.name, b.name));
}
