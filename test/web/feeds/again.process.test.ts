import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keepPolling } from '../../../src/web/feeds/keep-polling.ts';
import { pass } from '../../../src/web/feeds/poll-feeds.ts';
import { BRIDGE, bridge, EVERY_MS, page, paperOf, rss, STORED } from './paper.ts';

describe('again and again', () => {
  const later = (paper: Awaited<ReturnType<typeof paperOf>>, ms: number) => {
    paper.clock.time += ms;
    return paper.look({ due: true });
  };

  test('a feed is looked at when its time has come, also by the next process', async () => {
    const paper = await bridge();
    await paper.look({ due: true });
    paper.restarted();
    expect(await later(paper, EVERY_MS - 1)).toEqual(['not due /rss']);
    expect(await later(paper, 1)).toEqual(['read /rss']);
  });

  test('what has not changed is not sent again, also to the next process', async () => {
    const paper = await bridge();
    const feed = rss([{ link: '/bridge', title: 'The bridge' }]) as { body: string };
    paper.site.routes['/rss'] = (request, response) => {
      const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
      if (etag === '"7"' && since === 'Mon, 01 Mar 2021 00:00:00 GMT') response.writeHead(304).end();
      else {
        response.setHeader('etag', '"7"');
        response.setHeader('last-modified', 'Mon, 01 Mar 2021 00:00:00 GMT');
        response.end(feed.body);
      }
    };
    await paper.look({ due: true });
    paper.restarted();
    expect(await later(paper, EVERY_MS)).toEqual(['not modified /rss']);
  });

  test('an article that failed is tried again, later and later, though the feed has not changed; then given up', async () => {
    const paper = await bridge({
      '/rss': (request, response) => {
        if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
        response.setHeader('etag', '"1"');
        response.end((rss([{ link: '/bridge' }]) as { body: string }).body);
      },
      '/bridge': { status: 500 },
    });
    await paper.look({ due: true });
    const triedAt: number[] = [];
    const start = paper.clock.time;
    for (let look = 1; look <= 40; look += 1) {
      const lines = await later(paper, 2 * EVERY_MS);
      if (lines.some((line) => /^(?:refused|given up)/u.test(line)))
        triedAt.push((paper.clock.time - start) / EVERY_MS);
    }
    expect(triedAt).toEqual([2, 6, 14, 30, 62]);
    expect(paper.site.asked.filter((path) => path === '/bridge')).toHaveLength(6);
    paper.site.routes['/bridge'] = page(BRIDGE);
    expect(await paper.look()).toEqual(['not modified /rss']);
  });

  test('a clock that is set back by years keeps no feed from being read', async () => {
    const paper = await bridge({ '/rss': rss([{ link: '/bridge' }]), '/bridge': page(BRIDGE) });
    await paper.look({ due: true });
    expect(await paper.look({ due: true })).toEqual(['not due /rss']);
    paper.clock.setBackBy = 3 * 365 * 24 * 60 * 60 * 1000;
    expect(await paper.look({ due: true })).toEqual(['read /rss']);
    expect(await paper.look({ due: true })).toEqual(['not due /rss']);
  });

  test('an article that takes the process down with it holds up no other one, and is given up', async () => {
    const paper = await paperOf({
      '/rss': rss([{ link: '/bad' }, { link: '/bridge', title: 'The bridge' }]),
    });
    paper.site.routes['/bridge'] = page(BRIDGE);
    const deadly = () => {
      const { fetcher, ...world } = paper.restarted();
      const fetch: typeof fetcher.fetch = async (url, options) =>
        url.endsWith('/bad') ? Promise.reject(new Error('out of memory')) : fetcher.fetch(url, options);
      return { ...world, fetcher: { fetch } };
    };
    await expect(pass(deadly(), { due: true })).rejects.toThrow('out of memory');
    const { feeds } = await pass(deadly(), { due: true });
    expect(feeds[0]?.articles).toMatchObject([{ outcome: 'stored', path: STORED }]);
    for (let fall = 2; fall <= 6; fall += 1) {
      paper.clock.time += 3 * 24 * 60 * 60 * 1000;
      await expect(pass(deadly(), { due: true })).rejects.toThrow('out of memory');
    }
    paper.clock.time += 3 * 24 * 60 * 60 * 1000;
    expect(await later(paper, 0)).toEqual(['read /rss', 'given up /bad: begun, and never finished']);
    expect(await later(paper, EVERY_MS)).toEqual(['read /rss']);
  });

  test('a disk that may not be written to is said, and no article is given up for it', async () => {
    // A file stands where the folder would be.
    const paper = await bridge();
    await writeFile(join(paper.corpus, 'feeds'), '');
    for (let day = 0; day < 8; day += 1) await expect(later(paper, 86_400_000)).rejects.toThrow('ENOTDIR');
    await rm(join(paper.corpus, 'feeds'));
    expect(await later(paper, 86_400_000)).toEqual(['read /rss', `stored ${STORED}`]);
  });

  test('a feed that is gone is asked for less and less, once a day in the end', async () => {
    const paper = await paperOf({});
    await paper.look({ due: true });
    const hours: number[] = [];
    const start = paper.clock.time;
    for (let hour = 0; hour < 80; hour += 1) {
      const [line] = await later(paper, 3_600_000);
      if (line?.startsWith('refused')) hours.push((paper.clock.time - start) / 3_600_000);
    }
    expect(hours).toEqual([1, 3, 7, 15, 31, 55, 79]);
  });

  test('a server that asks to wait is left alone, also by the next process and by hand', async () => {
    const paper = await bridge({ '/rss': { status: 429, headers: { 'retry-after': '7200' } } });
    expect(await paper.look()).toEqual([
      'refused /rss: 127.0.0.1 asks to wait until 2026-01-02T02:00:00Z (HTTP 429)',
    ]);
    paper.restarted();
    expect(await paper.look()).toEqual(['not due /rss']);
    expect(await later(paper, 7_200_000 - 1)).toEqual(['not due /rss']);
    paper.site.routes['/rss'] = rss([{ link: '/bridge', title: 'The bridge' }]);
    expect(await later(paper, 1)).toEqual(['read /rss', `stored ${STORED}`]);
  });

  test('an article whose server asks to wait is waited for, and not given up', async () => {
    const paper = await bridge({ '/bridge': { status: 503, headers: { 'retry-after': '86400' } } });
    for (let day = 0; day < 10; day += 1) await later(paper, 86_400_000);
    paper.site.routes['/bridge'] = page(BRIDGE);
    expect(await later(paper, 86_400_000)).toEqual(['read /rss', `stored ${STORED}`]);
  });

  test('an article that its feed drops while its host can’t be asked is fetched all the same', async () => {
    const paper = await bridge({ '/bridge': { status: 503, headers: { 'retry-after': '7200' } } });
    await later(paper, 0);
    paper.site.routes['/rss'] = rss([]);
    paper.site.routes['/bridge'] = page(BRIDGE);
    expect(await later(paper, 7_200_000)).toEqual(['read /rss', `stored ${STORED}`]);
  });

  test('the list is read anew each time; what fails is told, and the next look comes', async () => {
    const paper = await bridge();
    const ending = new AbortController();
    const said: string[] = [];
    const { wait } = paper.clock;
    let looks = 0;
    paper.clock.wait = async (ms, signal) => {
      looks += 1;
      if (looks === 1) await writeFile(join(paper.corpus, 'feeds.txt'), `nothing\n${paper.site.url}/rss`);
      if (looks === 2) ending.abort();
      await wait.call(paper.clock, ms, signal);
    };
    await writeFile(join(paper.corpus, 'feeds.txt'), '');
    const told = {
      feed: ({ outcome, articles }: { outcome: string; articles: readonly unknown[] }) =>
        void said.push(`${outcome} ${articles.length}`),
      faults: (faults: readonly string[]) => void said.push(faults.join()),
      failed: (error: Error) => void said.push(error.message),
    };
    await keepPolling(paper.world, told, ending.signal);
    expect(said).toEqual(['read 1', `${paper.corpus}/feeds.txt:1: not an http(s) address: "nothing"`]);
  });
});
