import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { page, rss } from '../../web/feeds/paper.ts';
import { siteOf } from '../../web/site.ts';
import { PATIENCE } from '../loopback/server.ts';
import { archiveFolder } from './archive.ts';
import { startBot } from './bot.ts';
import { quotationsOf, readingOf } from './reading.ts';

const QUARRY = 'The quarry of Sollen was closed on Friday.';

test('an article of a feed comes into a running bot, and Discord answers from it, word for word, with its address', async () => {
  const paper = await siteOf({
    '/rss': rss([
      { link: '/gone' },
      { link: 'http://169.254.169.254/latest/meta-data' },
      { link: '/quarry', title: 'The quarry is closed' },
    ]),
    '/quarry': page(QUARRY),
  });
  const archive = archiveFolder();
  archive.write('feeds.txt', `${paper.url}/rss # the Harbour Post\nfile:///etc/passwd\n`);
  const bot = await startBot({ IBID_CORPUS: archive.path, IBID_FEEDS_ALLOW_HOSTS: paper.host });

  await bot.process.logged(({ msg, added }) => msg === 'archive changed' && added === 1);
  const reply = await bot.discord.user().slash('where', { name: 'Sollen' });
  expect(quotationsOf(reply)).toEqual([QUARRY]);
  expect(readingOf(reply) + JSON.stringify(reply.components)).toContain(`${paper.url}/quarry`);
  expect(JSON.stringify(reply.components)).toContain('The quarry is closed');

  const feed = await bot.process.logged('feed read');
  expect(feed).toMatchObject({ feed: `${paper.url}/rss`, outcome: 'read', stored: 1, pending: 2 });
  const refused = bot.process.log.filter(({ msg }) => msg === 'article refused').map(({ reason }) => reason);
  expect(refused).toEqual([
    '127.0.0.1 answered with HTTP 404',
    '169.254.169.254 is not on the public internet (link local)',
  ]);
  await bot.process.logged('not feeds');

  // Deleted, it is gone, and the next start doesn't fetch it again.
  const file = join(archive.path, 'feeds/harbour-post/2021-03-14-the-quarry-is-closed.md');
  expect(existsSync(file)).toBe(true);
  rmSync(file);
  await bot.process.logged(({ msg, removed }) => msg === 'archive changed' && removed === 1);
  await bot.restart();
  expect(readingOf(await bot.discord.user().slash('where', { name: 'Sollen' }))).toContain(
    'No article mentions',
  );
  expect(paper.asked.filter((path) => path === '/quarry')).toHaveLength(1);
  await bot.leave();
  archive.remove();
});

test('the bot answers, and stops in good order, while a page of a feed never ends', async () => {
  const paper = await siteOf({
    '/rss': rss([{ link: '/drip' }]),
    '/drip': (_request, response) => void response.write('<p>.'),
  });
  const archive = archiveFolder();
  const bot = await startBot({
    IBID_CORPUS: archive.path,
    IBID_FEEDS: `${paper.url}/rss`,
    IBID_FEEDS_ALLOW_HOSTS: paper.host,
  });
  await vi.waitUntil(() => paper.asked.includes('/drip'), { timeout: PATIENCE, interval: 10 });
  const reply = await bot.discord.user().slash('where', { name: "Ma'asaran" });
  expect(quotationsOf(reply)).toHaveLength(2);
  expect(await bot.stop()).toBe(0);
  await bot.leave();
  archive.remove();
});
