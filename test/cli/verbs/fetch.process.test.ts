import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { run as runFeeds } from '../../../src/cli/verbs/feeds.ts';
import { type FetchFlags, run } from '../../../src/cli/verbs/fetch.ts';
import { readCorpus } from '../../../src/ingest/read-corpus.ts';
import { folderOf } from '../../ingest/folder.ts';
import { page, rss } from '../../web/feeds/paper.ts';
import { siteOf } from '../../web/site.ts';

const HEAD =
  '<meta property="og:title" content="The bridge"><meta property="og:site_name" content="Harbour Post"><meta name="date" content="2021-03-14">';
const STORED = 'fetched/harbour-post/2021-03-14-the-bridge.md';

/** `ibid fetch` of pages of this machine. */
async function world() {
  const site = await siteOf({ '/bridge': page('The bridge reopened. It is of stone.', HEAD) });
  const corpus = await folderOf({});
  vi.stubEnv('IBID_DATA', join(await folderOf({}), 'data'));
  vi.stubEnv('IBID_FEEDS_ALLOW_HOSTS', site.host);
  onTestFinished(() => void vi.unstubAllEnvs());
  const lines: string[] = [];
  const output = {
    write: (text: string) => void lines.push(text.replaceAll(site.url, '')),
    warn: (text: string) => void lines.push(`warning: ${text.replaceAll(site.url, '')}`),
  };
  const fetch = async (addresses: readonly string[], flags: FetchFlags = {}) => {
    lines.length = 0;
    const code = await run(addresses, { corpus, ...flags }, output);
    return [code, ...lines.join('\n').split('\n')];
  };
  return { site, corpus, output, lines, fetch };
}

const SHOWN = ['  The bridge', '  2021-03-14', '  Harbour Post', '  /bridge', '  6 sentences'];

test('what is fetched is shown, and stored as an article', async () => {
  const { site, corpus, fetch } = await world();
  expect(await fetch([`${site.url}/bridge`])).toEqual([0, `stored  ${STORED}`, ...SHOWN]);
  const { articles } = await readCorpus(corpus);
  expect(articles).toMatchObject([{ path: STORED, url: `${site.url}/bridge`, title: 'The bridge' }]);
  expect(await fetch([`${site.url}/bridge`])).toEqual([0, `there  ${STORED}`, ...SHOWN]);
});

test('a trial stores nothing', async () => {
  const { site, corpus, fetch } = await world();
  expect(await fetch([`${site.url}/bridge`], { dryRun: true })).toEqual([0, ...SHOWN]);
  expect((await readCorpus(corpus)).articles).toEqual([]);
});

test('what is refused is said, and the others are fetched', async () => {
  const { site, fetch } = await world();
  expect(
    await fetch([`${site.url}/gone`, 'http://[::1]/', 'file:///etc/passwd', `${site.url}/bridge`]),
  ).toEqual([
    1,
    'warning: /gone: 127.0.0.1 answered with HTTP 404',
    'warning: http://[::1]/: [::1] is not on the public internet (loopback)',
    'warning: file:///etc/passwd: not an http(s) address: it begins with file:',
    `stored  ${STORED}`,
    ...SHOWN,
  ]);
});

test('a feed does not fetch it again, though it was deleted', async () => {
  const { site, corpus, fetch, lines, output } = await world();
  await fetch([`${site.url}/bridge`]);
  await rm(join(corpus, STORED));
  site.routes['/rss'] = rss([{ link: '/bridge' }]);
  vi.stubEnv('IBID_FEEDS', `${site.url}/rss`);
  lines.length = 0;
  expect(await runFeeds({ corpus }, output)).toBe(0);
  expect(lines).toEqual(['read          /rss', '1 feed: 0 articles stored, 0 refused.']);
});
