import type { UsableBotConfig } from '../../config.ts';
import { filesOf } from '../../ingest/files/files.ts';
import { type FeedList, readFeedList } from '../../web/feeds/feed-list.ts';
import { oneLine } from '../terminal/error.ts';
import { checkArchive } from './check-archive.ts';
import { checkData, checkDisk } from './check-data.ts';
import { checkDiscord } from './check-discord.ts';
import { checkFeeds, readFeedStates } from './check-feeds.ts';
import { checkIndex } from './check-index.ts';
import { checkModels } from './check-models.ts';
import { checkNode, checkUser, checkWatches } from './check-system.ts';
import { type Finding, failed, ok } from './finding.ts';

type Look = () => Promise<readonly Finding[]> | readonly Finding[];

/** Looks at everything in turn, and gives what it finds when it finds it. What can't be looked at is a finding, too; it never throws. */
export async function* examine(config: UsableBotConfig): AsyncGenerator<Finding> {
  for (const [check, look] of looksAt(config)) {
    try {
      yield* await look();
    } catch (error) {
      yield failed(check, `can't be looked at: ${oneLine(error)}`);
    }
  }
}

function looksAt(config: UsableBotConfig): [check: string, look: Look][] {
  const faulty = new Set(config.faults.map(({ setting }) => setting));
  const looks: [check: string, look: Look][] = [
    ['node', () => [checkNode(), ...checkUser()]],
    ['settings', () => checkSettings(config)],
    ['models', () => checkModels(config)],
    // At another address there is another Discord.
    ...(faulty.has('DISCORD_API_URL') ? [] : [['discord', () => checkDiscord(config)] as [string, Look]]),
  ];
  // Then another archive than the one that is meant would be looked at.
  if (faulty.has('IBID_CORPUS')) return looks;
  return [
    ...looks,
    ['archive', () => checkFiles(config)],
    ['data', () => checkData(config)],
    ['disk', () => [checkDisk(config)]],
    ['index', () => checkIndex(config)],
    ['feeds', async () => checkFeeds(await feedsOf(config), readFeedStates(config.data, config.corpus))],
  ];
}

function checkSettings({ faults }: UsableBotConfig): Finding[] {
  if (faults.length === 0) return [ok('settings', 'all can be used')];
  return faults.map(({ setting, line }) =>
    failed(setting.startsWith('DISCORD_TOKEN') ? 'token' : 'settings', line),
  );
}

async function checkFiles(config: UsableBotConfig): Promise<Finding[]> {
  const walked = await filesOf(config.corpus);
  const { feeds } = await feedsOf(config);
  const watches = checkWatches(config.watch, walked.folders.length);
  return [
    ...checkArchive({ config, walked, hasFeeds: feeds.length > 0 }),
    ...(watches === undefined ? [] : [watches]),
  ];
}

async function feedsOf({ feeds }: UsableBotConfig): Promise<FeedList> {
  return feeds === undefined ? { feeds: [], faults: [] } : readFeedList(feeds.source);
}
