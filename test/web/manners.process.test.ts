import { describe, expect, test } from 'vitest';
import { openFetcher } from '../../src/web/fetcher.ts';
import { fetcherFor, names, outcome, PAGE } from './fetching.ts';
import { patientClock, type Route, redirect, siteOf } from './site.ts';

describe('robots.txt', () => {
  const robots = (body: string) => ({ headers: { 'content-type': 'text/plain' }, body });

  test.each([
    ['User-agent: *\nDisallow: /', '/a', 'robots'],
    ['User-agent: ibid\nDisallow: /a', '/a', 'robots'],
    ['User-agent: Ibid\nDisallow: /a', '/b', 'page'],
    ['User-agent: *\nDisallow: /\n\nUser-agent: ibid\nAllow: /', '/a', 'page'],
    ['User-agent: other\nDisallow: /', '/a', 'page'],
    ['User-agent: *\nDisallow: /*.html$', '/x.html', 'robots'],
    ['no robots at all', '/a', 'page'],
  ])('%j: %s', async (text, path, expected) => {
    const site = await siteOf({ '/robots.txt': robots(text), '/a': PAGE, '/b': PAGE, '/x.html': PAGE });
    const said = await outcome(site.url + path, fetcherFor([site]));
    expect(said === PAGE ? 'page' : said.split(':')[0]).toBe(expected);
    expect(site.asked).toEqual(expected === 'page' ? ['/robots.txt', path] : ['/robots.txt']);
  });

  test('is asked for once a site', async () => {
    const site = await siteOf({ '/robots.txt': robots(''), '/a': PAGE, '/b': PAGE });
    const fetcher = fetcherFor([site]);
    await Promise.all([outcome(`${site.url}/a`, fetcher), outcome(`${site.url}/b`, fetcher)]);
    expect(site.asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
  });

  test('is asked for again after a day', async () => {
    const site = await siteOf({ '/a': PAGE });
    const clock = patientClock();
    const fetcher = fetcherFor([site], { clock });
    await outcome(`${site.url}/a`, fetcher);
    clock.time += 24 * 60 * 60 * 1000 + 1;
    await outcome(`${site.url}/a`, fetcher);
    expect(site.asked).toEqual(['/robots.txt', '/a', '/robots.txt', '/a']);
  });

  test.each([
    [403, PAGE],
    [404, PAGE],
    [500, "robots: 127.0.0.1: robots.txt can't be read (HTTP 500), so nothing is"],
    [503, 'wait: 127.0.0.1 asks to wait (HTTP 503)'],
  ])('HTTP %i for it means as RFC 9309 says', async (status, expected) => {
    const site = await siteOf({ '/robots.txt': { status }, '/a': PAGE });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toBe(expected);
  });

  test('that sends us elsewhere is read there, unless that is inside', async () => {
    const other = await siteOf({ '/r': robots('User-agent: *\nDisallow: /a') });
    const site = await siteOf({ '/robots.txt': redirect(`${other.url}/r`), '/a': PAGE, '/b': PAGE });
    expect(await outcome(`${site.url}/a`, fetcherFor([site, other]))).toMatch(/^robots: /u);
    expect(await outcome(`${site.url}/b`, fetcherFor([site, other]))).toBe(PAGE);
    expect(await outcome(`${site.url}/b`, fetcherFor([site]))).toMatch(/^port: /u);
    expect(other.asked).toHaveLength(2);
  });

  test('of any length is read as far as it has to be', async () => {
    const text = `User-agent: *\nDisallow: /a\n${'# nothing\n'.repeat(200_000)}Disallow: /b\n`;
    const site = await siteOf({ '/robots.txt': robots(text), '/a': PAGE, '/b': PAGE });
    const fetcher = fetcherFor([site]);
    expect(await outcome(`${site.url}/a`, fetcher)).toMatch(/^robots: /u);
    expect(await outcome(`${site.url}/b`, fetcher)).toBe(PAGE);
  });

  test('that would take seconds to compare with an address is refused for that one', async () => {
    const text = `User-agent: *\n${`Disallow: /${'*a'.repeat(1_000)}b\n`.repeat(240)}`;
    const long = `/${'a'.repeat(1_900)}`;
    const site = await siteOf({ '/robots.txt': robots(text), '/b': PAGE, [long]: PAGE });
    const fetcher = fetcherFor([site]);
    expect(await outcome(site.url + long, fetcher)).toBe(
      'robots: robots.txt has too many patterns for an address of this length',
    );
    expect(await outcome(`${site.url}/b`, fetcher)).toBe(PAGE);
  });

  test('that would fill the memory with rules is refused', async () => {
    const text = `${'User-agent: *\n'.repeat(18_000)}${'Allow: /\n'.repeat(25_000)}`;
    const site = await siteOf({ '/robots.txt': robots(text), '/a': PAGE });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toBe(
      'robots: robots.txt has too many rules: 25000 for 18000 agents',
    );
  });
});

describe('manners', () => {
  test('a second between two requests to a host, one at a time; none on hosts of one’s own', async () => {
    const site = await siteOf({ '/a': PAGE, '/b': PAGE }, '127.0.0.2');
    const clock = patientClock();
    const fetcher = fetcherFor([site], { lookup: names(['127.0.0.2']), clock });
    await outcome(`${site.url}/a`, fetcher);
    expect(clock.waits).toEqual([]);
    await outcome(`http://paper.test:${site.port}/a`, fetcher);
    expect(clock.waits).toEqual([1000]);
  });

  test('as long as robots.txt asks, half a minute at most', async () => {
    const site = await siteOf({ '/robots.txt': 'User-agent: *\nCrawl-delay: 7', '/a': PAGE }, '127.0.0.2');
    const clock = patientClock();
    const fetcher = openFetcher({ allowHosts: [site.host], lookup: names(['127.0.0.2']), clock });
    await outcome(`http://paper.test:${site.port}/a`, fetcher);
    expect(clock.waits).toEqual([7000]);
  });

  test('nobody waits longer because the clock was set back', async () => {
    const busy = { status: 429, headers: { 'retry-after': '60' } };
    const site = await siteOf({ '/a': PAGE, '/b': PAGE, '/busy': busy }, '127.0.0.2');
    const clock = patientClock();
    const fetcher = fetcherFor([site], { lookup: names(['127.0.0.2']), clock });
    await outcome(`http://paper.test:${site.port}/a`, fetcher);
    clock.setBackBy = 365 * 24 * 60 * 60 * 1000;
    expect(await outcome(`http://paper.test:${site.port}/b`, fetcher)).toBe(PAGE);
    expect(clock.waits).toEqual([1000, 1000]);

    await outcome(`${site.url}/busy`, fetcher);
    clock.setBackBy *= 2;
    clock.time += 60_001;
    expect(await outcome(`${site.url}/a`, fetcher)).toBe(PAGE);
  });

  test('one request at a time to a host', async () => {
    let here = 0;
    let most = 0;
    const slow: Route = (_request, response) => {
      here += 1;
      most = Math.max(most, here);
      setImmediate(() => {
        here -= 1;
        response.end(PAGE);
      });
    };
    const site = await siteOf({ '/a': slow, '/b': slow, '/c': slow });
    const fetcher = fetcherFor([site]);
    await Promise.all(['/a', '/b', '/c'].map((path) => outcome(site.url + path, fetcher)));
    expect(site.asked).toHaveLength(4);
    expect(most).toBe(1);
  });

  test('what has not changed is not sent again', async () => {
    const site = await siteOf({
      '/a': (request, response) => {
        const same =
          request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'] === 'then';
        response.writeHead(same ? 304 : 200).end();
      },
    });
    const known = { etag: '"1"', lastModified: 'then' };
    expect(await outcome(`${site.url}/a`, fetcherFor([site]), { known })).toBe('not-modified');
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toBe('');
  });

  test('429: the host is left alone for as long as it says, and others are not', async () => {
    const busy = await siteOf({ '/a': { status: 429, headers: { 'retry-after': '3600' } }, '/b': PAGE });
    const other = await siteOf({ '/a': PAGE }, '127.0.0.2');
    const clock = patientClock();
    const fetcher = fetcherFor([busy, other], { clock });
    const fetched = await fetcher.fetch(`${busy.url}/a`);
    expect(fetched).toMatchObject({
      status: 'refused',
      refusal: { code: 'wait', status: 429, retryAt: clock.now() + 3_600_000 },
    });
    expect(await outcome(`${busy.url}/b`, fetcher)).toBe(
      'wait: 127.0.0.1 asks to wait until 2026-01-02T01:00:00Z',
    );
    expect(busy.asked).toEqual(['/robots.txt', '/a']);
    expect(await outcome(`${other.url}/a`, fetcher)).toBe(PAGE);
    clock.time += 3_600_001;
    expect(await outcome(`${busy.url}/b`, fetcher)).toBe(PAGE);
  });

  test('503 with a date', async () => {
    const headers = { 'retry-after': 'Fri, 02 Jan 2026 00:30:00 GMT' };
    const site = await siteOf({ '/a': { status: 503, headers } });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toBe(
      'wait: 127.0.0.1 asks to wait until 2026-01-02T00:30:00Z (HTTP 503)',
    );
  });

  test.each([404, 410, 500, 204, 206])('HTTP %i is a refusal with its number', async (status) => {
    const site = await siteOf({ '/a': { status } });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toBe(
      `status: 127.0.0.1 answered with HTTP ${status}`,
    );
  });
});
