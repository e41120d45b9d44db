import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keepPolling } from '../../src/feeds/keep-polling.ts';
import { pass } from '../../src/feeds/pass.ts';
import { redirect } from '../net/site.ts';
import { EVERY_MS, page, paperOf, rss } from './paper.ts';

const BRIDGE = 'The stone bridge of Tarmila reopened on Sunday.';
const FLOOD = 'The flood of Vellin killed 12 people.';
const STORED = 'feeds/harbour-post/2021-03-14-the-bridge.md';

function bridge(more: Record<string, Parameters<typeof paperOf>[0][string]> = {}) {
  return paperOf({
    '/rss': rss([{ link: '/bridge', title: 'The bridge' }]),
    '/bridge': page(BRIDGE),
    ...more,
  });
}

test('an article that a feed links to becomes a file of the archive, and reads as it was', async () => {
  const paper = await bridge();
  expect(await paper.look()).toEqual(['read /rss', `stored ${STORED}`]);
  const [article] = await paper.articles();
  expect(article).toMatchObject({
    path: STORED,
    title: 'The bridge',
    published: '2021-03-14T10:30:00+02:00',
    publisher: 'Harbour Post',
    language: 'en',
    url: `${paper.site.url}/bridge`,
  });
  expect(article?.text.startsWith(`${BRIDGE}\n\nThe paper has more to say`)).toBe(true);
});

test('what the page says of itself goes before what the feed says, and that before a guess', async () => {
  const head =
    '<title>Guess</title><meta property="og:site_name" content="The Post"><meta name="date" content="2021-03-13">';
  const paper = await bridge({ '/bridge': page(BRIDGE, head) });
  await paper.look();
  const [article] = await paper.articles();
  expect(article).toMatchObject({ title: 'The bridge', publisher: 'The Post', published: '2021-03-13' });
});

test('nothing is fetched twice', async () => {
  const paper = await bridge();
  await paper.look();
  expect(await paper.look()).toEqual(['read /rss']);
  paper.restarted();
  expect(await paper.look()).toEqual(['read /rss']);
  expect(paper.site.asked.filter((path) => path === '/bridge')).toHaveLength(1);
});

test('an article that was deleted does not come back', async () => {
  const paper = await bridge();
  await paper.look();
  await rm(join(paper.corpus, STORED));
  paper.restarted();
  expect(await paper.look()).toEqual(['read /rss']);
  expect(await paper.articles()).toEqual([]);
});

test('without memory, the files that are there are what was taken', async () => {
  const paper = await bridge();
  await paper.look();
  await rm(`${paper.world.memory}.jsonl`);
  await rm(`${paper.world.memory}.json`);
  expect(await paper.look()).toEqual(['read /rss']);
});

test('half a line of memory, and a damaged file, cost nothing but a look', async () => {
  const paper = await bridge();
  await paper.look();
  await writeFile(`${paper.world.memory}.json`, '{"feeds": {"x": 1');
  await writeFile(`${paper.world.memory}.jsonl`, '\n{"urls":["htt', { flag: 'a' });
  paper.site.routes['/rss'] = rss([{ link: '/bridge' }, { link: '/flood', title: 'The flood' }]);
  paper.site.routes['/flood'] = page(FLOOD);
  expect(await paper.look()).toEqual(['read /rss', 'stored feeds/harbour-post/2021-03-14-the-flood.md']);
  expect(await paper.look()).toEqual(['read /rss']);
});

test('two addresses of one article are one article', async () => {
  const canonical = '<link rel="canonical" href="/real">';
  const paper = await paperOf({
    '/rss': rss([
      { link: '/bridge?utm_source=rss' },
      { link: '/bridge#top' },
      { link: '/b' },
      { link: '/c' },
    ]),
    '/bridge?utm_source=rss': page(BRIDGE, canonical),
    '/b': page(BRIDGE, canonical),
    '/c': redirect('/real'),
    '/real': page(BRIDGE, canonical),
  });
  expect(await paper.look()).toEqual([
    'read /rss',
    'stored feeds/harbour-post/2021-03-14-a-title.md',
    'known /bridge',
    'known /b',
    'known /c',
  ]);
});

test('two articles of one day and one title are two files', async () => {
  const paper = await paperOf({
    '/rss': rss([{ link: '/a' }, { link: '/b' }]),
    '/a': page(BRIDGE),
    '/b': page(FLOOD),
  });
  expect(await paper.look()).toEqual([
    'read /rss',
    'stored feeds/harbour-post/2021-03-14-a-title.md',
    'stored feeds/harbour-post/2021-03-14-a-title-2.md',
  ]);
  expect(await readdir(join(paper.corpus, 'feeds/harbour-post'))).toHaveLength(2);
});

test('a page cannot write outside of its folder', async () => {
  const head =
    '<meta property="og:site_name" content="../../etc"><meta property="og:title" content="../../passwd">';
  const paper = await bridge({ '/bridge': page(BRIDGE, head) });
  expect(await paper.look()).toEqual(['read /rss', 'stored feeds/etc/2021-03-14-passwd.md']);
});

test('a title of YAML is a title', async () => {
  const title = 'He said: "--- it\'s\n---\nurl: http://evil.example/"';
  const paper = await paperOf({ '/rss': rss([{ link: '/a', title }]), '/a': page(BRIDGE) });
  await paper.look();
  const [article] = await paper.articles();
  expect(article).toMatchObject({ title: title.replaceAll('\n', ' '), url: `${paper.site.url}/a` });
});

test('Atom and JSON Feed', async () => {
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    items: [{ id: '1', url: '/a', title: 'A' }],
  };
  const atom =
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><title>B</title><link href="/b"/></entry></feed>';
  const paper = await paperOf(
    {
      '/json': { headers: { 'content-type': 'application/feed+json' }, body: JSON.stringify(json) },
      '/atom': { headers: { 'content-type': 'application/atom+xml' }, body: atom },
      '/a': page(BRIDGE),
      '/b': page(FLOOD),
    },
    { feeds: ['/json', '/atom'] },
  );
  expect(await paper.look()).toEqual([
    'read /json',
    'stored feeds/j/undated-a.md',
    'read /atom',
    'stored feeds/t/undated-b.md',
  ]);
});

describe('what goes wrong is said, and the others go on', () => {
  test('articles', async () => {
    const paper = await paperOf({
      '/robots.txt': { body: 'User-agent: *\nDisallow: /secret' },
      '/rss': rss([
        { link: '/gone' },
        { link: '/secret/a' },
        { link: '/film' },
        { link: '/deep' },
        { link: '/empty' },
        { link: '/loop' },
        { link: '/inside' },
        { link: 'file:///etc/passwd' },
        { link: 'http://[::1]/' },
        { link: 'http://0x7f.1/' },
        { link: '/bridge', title: 'The bridge' },
      ]),
      '/film': { headers: { 'content-type': 'video/mp4' } },
      '/deep': '<div>'.repeat(100_000),
      '/empty': '<p></p>',
      '/loop': redirect('/loop'),
      '/inside': redirect('http://169.254.169.254/latest/meta-data'),
      '/bridge': page(BRIDGE),
    });
    expect(await paper.look()).toEqual([
      'read /rss',
      'refused /gone: 127.0.0.1 answered with HTTP 404',
      "refused /secret/a: 127.0.0.1 doesn't want it fetched (robots.txt)",
      'refused /film: 127.0.0.1 sent video/mp4, which is not read',
      'refused /deep: too intricate a page: elements nested over 512 deep',
      'refused /empty: no text',
      'refused /loop: over 5 redirects, the last to 127.0.0.1',
      'refused /inside: 169.254.169.254 is not on the public internet (link local)',
      'refused file:///etc/passwd: not an http(s) address: it begins with file:',
      'refused http://[::1]/: [::1] is not on the public internet (loopback)',
      'refused http://127.0.0.1/: 127.0.0.1 is not on the public internet (loopback)',
      `stored ${STORED}`,
    ]);
  });

  test('feeds', async () => {
    const paper = await paperOf(
      {
        '/page': page(BRIDGE),
        '/film': { headers: { 'content-type': 'video/mp4' } },
        '/bomb': {
          headers: { 'content-type': 'text/xml' },
          body: `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${['b', 'c', 'd', 'e', 'f', 'g', 'h']
            .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefg'[i]};`.repeat(10)}">`)
            .join('')}]><rss version="2.0"><channel><title>&h;</title></channel></rss>`,
        },
        '/rss': rss([{ link: '/bridge', title: 'The bridge' }]),
        '/bridge': page(BRIDGE),
      },
      { feeds: ['/none', '/page', '/film', 'http://127.0.0.1:1/rss', '/bomb', '/rss'] },
    );
    expect(await paper.look()).toEqual([
      'refused /none: 127.0.0.1 answered with HTTP 404',
      'refused /page: not a feed (RSS, Atom or JSON Feed)',
      'refused /film: 127.0.0.1 sent video/mp4, which is not read',
      'refused http://127.0.0.1:1/rss: port 1 is not one of the web',
      // Its entities are not unfolded.
      'read /bomb',
      'read /rss',
      `stored ${STORED}`,
    ]);
  });

  test('lines of the list', async () => {
    const paper = await bridge();
    const list = `# papers\n${paper.site.url}/rss   # the post\nfile:///etc/passwd\n\nharbour.example\n`;
    await writeFile(join(paper.corpus, 'feeds.txt'), list);
    expect(await paper.look()).toEqual([
      'read /rss',
      `stored ${STORED}`,
      `${paper.corpus}/feeds.txt:3: not an http(s) address: "file:///etc/passwd"`,
      `${paper.corpus}/feeds.txt:5: not an http(s) address: "harbour.example"`,
    ]);
  });
});

test('a trial says what is new, and keeps nothing', async () => {
  const paper = await bridge();
  expect(await paper.look({ dryRun: true })).toEqual(['read /rss', 'new /bridge']);
  expect(paper.site.asked).toEqual(['/robots.txt', '/rss']);
  expect(await readdir(paper.corpus)).toEqual(['feeds.txt']);
  expect(await paper.look()).toEqual(['read /rss', `stored ${STORED}`]);
  expect(await paper.look({ dryRun: true })).toEqual(['read /rss']);
});

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
