import { join } from 'node:path';
import { archiveFolder, FEEDS_FILES } from '../../data-folder.ts';
import type { FeedList } from '../../web/feeds/feed-list.ts';
import { type FeedStates, readStates } from '../../web/feeds/feed-state.ts';
import { counted } from '../terminal/counted.ts';
import { type Finding, ok, warning } from './finding.ts';

/** Failing feeds that have a line each. */
const FEEDS_SHOWN = 10;

/** What is known of the feeds of an archive from the last looks at them. */
export function readFeedStates(data: string, corpus: string): FeedStates {
  return readStates(join(archiveFolder(data, corpus), `${FEEDS_FILES}.json`));
}

/** The last error of each feed that is listed, where the last look at it failed, and what in the list is no feed. */
export function checkFeeds({ feeds, faults }: FeedList, states: FeedStates): Finding[] {
  const wrong = faults.map((fault) => warning('feeds', fault, 'write addresses that begin with https://'));
  const failing = feeds.flatMap((feed) => {
    const { failures = 0, reason = 'it failed' } = states.get(feed) ?? {};
    if (failures === 0) return [];
    const often = failures === 1 ? '' : ` (${failures} times in a row)`;
    return [warning('feeds', `${feed}: ${reason}${often}`, 'ibid feeds --dry-run tries again now')];
  });
  const more = failing.length - FEEDS_SHOWN;
  const found = [
    ...wrong,
    ...failing.slice(0, FEEDS_SHOWN),
    ...(more > 0 ? [warning('feeds', `and ${counted(more, 'other')} of ${feeds.length}`)] : []),
  ];
  return found.length > 0 ? found : [ok('feeds', soundText(feeds, states))];
}

function soundText(feeds: readonly string[], states: FeedStates): string {
  if (feeds.length === 0) return 'none are listed';
  const unread = feeds.filter((feed) => !states.has(feed)).length;
  return `${counted(feeds.length, 'feed')}, none failing${unread > 0 ? `, ${unread} not looked at yet` : ''}`;
}
