import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type FeedsFlags, run } from '../../../src/cli/verbs/feeds.ts';
import { UsageError } from '../../../src/usage-error.ts';
import type { PassReport } from '../../../src/web/feeds/report.ts';
import { folderOf } from '../../ingest/folder.ts';
import { page, rss } from '../../web/feeds/paper.ts';
import { siteOf } from '../../web/site.ts';

/** `ibid feeds` over a paper of this machine. */
async function world() {
  const site = await siteOf({
    '/rss': rss([{ link: '/bridge', title: 'The\u001b[31m bridge' }, { link: '/gone' }]),
    '/bridge': page('The bridge reopened.'),
  });
  const corpus = await folderOf({ 'feeds.txt': `${site.url}/rss\n` });
  vi.stubEnv('IBID_DATA', join(await folderOf({}), 'data'));
  vi.stubEnv('IBID_FEEDS_ALLOW_HOSTS', site.host);
  onTestFinished(() => void vi.unstubAllEnvs());
  const feeds = async (flags: FeedsFlags = {}) => {
    const lines: string[] = [];
    const output = {
      write: (text: string) => void lines.push(text),
      warn: (text: string) => expect.fail(text),
    };
    const code = await run({ corpus, ...flags }, output);
    return { code, text: lines.join('\n').replaceAll(site.url, '') };
  };
  return { site, corpus, feeds };
}

test('each feed has its line, and each article, with what became of it', async () => {
  const { feeds } = await world();
  expect(await feeds()).toEqual({
    code: 1,
    text: [
      'read          /rss',
      '  stored      feeds/harbour-post/2021-03-14-the-31m-bridge.md',
      '  refused     /gone: 127.0.0.1 answered with HTTP 404',
      '1 feed: 1 article stored, 1 refused.',
    ].join('\n'),
  });
});

test('a trial says what is new, with titles that can do nothing to the terminal', async () => {
  const { feeds } = await world();
  expect(await feeds({ dryRun: true })).toEqual({
    code: 0,
    text: [
      'read          /rss',
      '  new         The␛[31m bridge  /bridge',
      '  new         A title  /gone',
      '1 feed: 2 new articles; nothing was fetched (--dry-run).',
    ].join('\n'),
  });
});

test('as JSON', async () => {
  const { feeds } = await world();
  const report = JSON.parse((await feeds({ json: true })).text) as PassReport;
  expect(report).toMatchObject({ feeds: [{ feed: '/rss', outcome: 'read', pending: 1 }], faults: [] });
});

test('without feeds it says where to write them', async () => {
  const { feeds } = await world();
  const corpus = await folderOf({});
  await expect(feeds({ corpus })).rejects.toThrow(
    new UsageError(
      `${corpus}/feeds.txt lists no feed: write the addresses of feeds (RSS, Atom, JSON Feed) into it, one a line`,
    ),
  );
});
