import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { redirect } from '../site.ts';
import { BRIDGE, bridge, FLOOD, page, paperOf, rss, STORED } from './paper.ts';

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
    'known /b',
    'known /c',
  ]);
});

test.each([
  ['/bridge?fbclid=IwAR0', 'Facebook’s mark'],
  ['/bridge/', 'a slash at the end'],
  ['/bridge/amp', 'AMP'],
  ['https://HOST/bridge', 'https'],
])(
  'an article that was fetched is not fetched again under another spelling of its address: %s',
  async (spelling) => {
    const paper = await bridge();
    await paper.look();
    const link = spelling.replace('HOST', paper.site.host);
    paper.site.routes['/rss'] = rss([{ link, title: 'The bridge' }]);
    paper.restarted();
    expect(await paper.look()).toEqual(['read /rss']);
    expect(paper.site.asked.filter((path) => path.startsWith('/bridge'))).toEqual(['/bridge']);
  },
);

test('a feed that is listed in two spellings is asked once', async () => {
  const paper = await paperOf({ '/rss': rss([]) }, { feeds: ['/rss', '/rss?utm_source=x', '/rss#a'] });
  expect(await paper.look()).toEqual(['read /rss']);
});

test('a publisher whose name Windows reserves gets a folder that Windows can make', async () => {
  const paper = await bridge({ '/rss': rss([{ link: '/bridge', title: 'The bridge' }], 'CON') });
  expect(await paper.look()).toEqual(['read /rss', 'stored feeds/unknown-con/2021-03-14-the-bridge.md']);
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
      'refused /deep: page too complex: elements nested over 512 deep',
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
