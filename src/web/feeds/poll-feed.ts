import { addressKey } from '../../ingest/metadata/canonical-url.ts';
import { type FeedState, type PendingEntry, timeOf } from './feed-state.ts';
import type { FeedsWorld, PassOptions } from './feeds-context.ts';
import { fetchArticle, type NoArticle } from './fetch-article.ts';
import type { Taken } from './fetched-urls.ts';
import { entriesOf, mayBeFeed } from './read-feed-page.ts';
import type { ArticleReport, FeedReport } from './report.ts';
import { hasCome, nextTime } from './schedule.ts';
import { type NewArticle, type Stored, storeArticle } from './store-article.ts';

export interface Look {
  readonly feed: string;
  /** Changed in place; `keep` writes it with all others. */
  readonly state: FeedState;
  readonly taken: Taken;
  readonly keep: () => void;
  readonly world: FeedsWorld;
  readonly options: PassOptions;
}

/** The folder of the archive that feeds write to. */
export const FOLDER = 'feeds';

/** With the first after one interval and each next one twice as late: over a day at half an hour. */
const MOST_TRIES = 6;

/** Of one feed: twice what one reading of it can bring. */
const MOST_PENDING = 1_000;

/** Reads one feed if it is due, and fetches the articles that it links to. Throws when the disk refuses to store. */
export async function lookAt(look: Look): Promise<FeedReport> {
  const { feed, state, keep, options } = look;
  const read = isDue(look, state) ? await readFeed(look) : ({ outcome: 'not due' } as const);
  // What is to be fetched is known before it is: a process that is killed goes on with it.
  keep();
  const articles: ArticleReport[] = [];
  for (const entry of state.pending.filter((one) => isDue(look, one))) {
    const { url, title } = entry;
    articles.push(options.dryRun ? { url, title, outcome: 'new' } : await takeArticle(look, entry));
  }
  return { feed, ...read, articles, pending: state.pending.length, nextAt: timeOf(state) };
}

/** Who asks by hand doesn't wait for our own patience, but for the server's. */
function isDue({ world, options }: Look, { nextAt, retryAt = 0 }: FeedState | PendingEntry): boolean {
  return hasCome(options.due ? nextAt : retryAt, world.clock.now());
}

type ReadReport = Pick<FeedReport, 'outcome' | 'reason'>;

/** Brings the list of what is to be fetched up to what the feed says now. */
async function readFeed(look: Look): Promise<ReadReport> {
  const { feed, state, world, options, taken } = look;
  const before = begin(look, state);
  const failed = (reason: string, retryAt?: number): ReadReport => {
    postpone(state, { ...before, reason, retryAt }, world);
    return { outcome: 'refused', reason };
  };
  const fetched = await world.fetcher.fetch(feed, {
    accepts: mayBeFeed,
    // A trial shows all that there is.
    ...(options.dryRun ? {} : { known: { etag: state.etag, lastModified: state.lastModified } }),
    ...(options.signal && { signal: options.signal }),
  });
  if (fetched.status === 'refused') return failed(fetched.refusal.message, fetched.refusal.retryAt);
  if (fetched.status === 'fetched') {
    const entries = await entriesOf(fetched);
    if ('reason' in entries) return failed(entries.reason);
    const known = new Set(state.pending.map(({ url }) => addressKey(url)));
    const fresh = entries.filter(({ url }) => !known.has(addressKey(url)) && !taken.has(url));
    // Also those that the feed has dropped since: they came while their host could not be asked.
    state.pending = [...state.pending, ...fresh].slice(0, MOST_PENDING);
    state.etag = fetched.etag;
    state.lastModified = fetched.lastModified;
  }
  delete state.reason;
  delete state.retryAt;
  state.failures = 0;
  state.nextAt = nextTime(world, 0);
  return { outcome: fetched.status === 'fetched' ? 'read' : 'not modified' };
}

/** Fetches an article and puts it into the archive. */
async function takeArticle(look: Look, entry: PendingEntry): Promise<ArticleReport> {
  const { state, taken, world, options } = look;
  const { url, title } = entry;
  const leave = async (urls: readonly string[], path?: string) => {
    await taken.add([url, ...urls], path);
    state.pending = state.pending.filter((one) => one !== entry);
  };
  // Another feed has had it in the meantime.
  if (taken.has(url)) {
    await leave([]);
    return { url, title, outcome: 'known' };
  }
  const before = begin(look, entry);
  const found =
    before.failures < MOST_TRIES
      ? await fetchArticle(world.fetcher, url, { fromFeed: entry, signal: options.signal })
      : { reason: UNFINISHED };
  if ('reason' in found) {
    postpone(entry, { ...before, ...found }, world);
    if (entry.failures < MOST_TRIES) return { url, title, outcome: 'refused', reason: found.reason };
    await leave([]);
    return { url, title, outcome: 'given up', reason: found.reason };
  }
  const { article, urls } = found;
  if (urls.some((one) => taken.has(one))) {
    await leave(urls);
    return { url, title, outcome: 'known' };
  }
  const stored = storing(look, entry, before, article);
  if ('reason' in stored) {
    await leave(urls);
    return { url, title, outcome: 'given up', reason: stored.reason };
  }
  await leave(urls, stored.path);
  return { url, title: article.fields.title, outcome: 'stored', path: stored.path };
}

/** A disk that is full, or may not be written to, is no fault of the article: it isn't counted as one. */
function storing(
  { world, keep }: Look,
  entry: PendingEntry,
  { failures }: Begun,
  article: NewArticle,
): Stored {
  try {
    return storeArticle(world.corpus, FOLDER, article);
  } catch (error) {
    entry.failures = failures;
    entry.reason = (error as Error).message;
    keep();
    throw error;
  }
}

const UNFINISHED = 'begun, and never finished';

interface Begun {
  /** In a row, before this try. */
  readonly failures: number;
}

/** Counts as failed until it has succeeded: what takes the process down with it isn't tried again at once. */
function begin({ world, keep }: Look, what: FeedState | PendingEntry): Begun {
  const { failures } = what;
  postpone(what, { failures, reason: UNFINISHED }, world);
  keep();
  return { failures };
}

type Failed = NoArticle & Begun;

function postpone(
  what: FeedState | PendingEntry,
  { failures, reason, retryAt }: Failed,
  world: FeedsWorld,
): void {
  what.reason = reason;
  what.retryAt = retryAt;
  // A host that asks to wait has refused nothing.
  what.failures = failures + (retryAt === undefined ? 1 : 0);
  what.nextAt = nextTime(world, what.failures, retryAt);
}
