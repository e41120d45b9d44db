import { pMapSettled } from 'p-map';
import { readFeedList } from './feed-list.ts';
import { type FeedStates, newState, readStates, timeOf, writeStates } from './feed-state.ts';
import type { FeedsWorld, PassOptions } from './feeds-context.ts';
import { openTaken } from './fetched-urls.ts';
import { FOLDER, lookAt } from './poll-feed.ts';
import type { FeedReport, PassReport } from './report.ts';
import { hasCome } from './schedule.ts';

/** Feeds at the same time: hosts are waited for, one request at a time each. */
const AT_ONCE = 4;

/** Reads every feed of the list once, and fetches their new articles. Throws when the disk refuses to store. */
export async function pass(world: FeedsWorld, options: PassOptions = {}): Promise<PassReport> {
  const { feeds, faults } = await readFeedList(world.source);
  const stateFile = `${world.memory}.json`;
  const states = readStates(stateFile);
  // Unless something is due: looking through the archive takes time.
  const isDue = (feed: string) =>
    !options.due || hasCome(timeOf(states.get(feed) ?? newState()), world.clock.now());
  const due = feeds.filter(isDue);
  if (due.length === 0) return { feeds: feeds.map((feed) => notDue(feed, states)), faults };
  for (const feed of states.keys()) if (!feeds.includes(feed)) states.delete(feed);
  const taken = await openTaken(`${world.memory}.jsonl`, world.corpus, FOLDER);
  const keep = () => {
    if (!options.dryRun) writeStates(stateFile, states);
  };
  const reports = new Map<string, FeedReport>();
  const look = async (feed: string) => {
    const state = states.get(feed) ?? newState();
    states.set(feed, state);
    const report = await lookAt({ feed, state, taken, keep, world, options });
    reports.set(feed, report);
    keep();
    options.told?.(report);
  };
  // Where one of them fails (a full disk), the others come to their end first.
  const ends = await pMapSettled(due, look, { concurrency: AT_ONCE });
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return { feeds: feeds.map((feed) => reports.get(feed) ?? notDue(feed, states)), faults };
}

function notDue(feed: string, states: FeedStates): FeedReport {
  const state = states.get(feed) ?? newState();
  return { feed, outcome: 'not due', articles: [], pending: state.pending.length, nextAt: timeOf(state) };
}
