import { createServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type FetcherOptions, type FetchOptions, openFetcher, USER_AGENT } from '../../src/net/fetcher.ts';
import type { Lookup } from '../../src/net/request.ts';
import { patientClock, type Route, redirect, type Site, siteOf } from './site.ts';

const PAGE = '<p>The bridge of Tarmila reopened.</p>';

/** A fetcher to which these sites are its own network, and which waits for nothing. */
function fetcherFor(sites: readonly Site[], options: FetcherOptions = {}) {
  return openFetcher({ allowHosts: sites.map(({ host }) => host), clock: patientClock(), ...options });
}

/** `code: why`, or the text that came. */
async function outcome(
  address: string,
  fetcher = openFetcher(),
  options: FetchOptions = {},
): Promise<string> {
  const fetched = await fetcher.fetch(address, options);
  if (fetched.status === 'not-modified') return fetched.status;
  if (fetched.status === 'refused') return `${fetched.refusal.code}: ${fetched.refusal.message}`;
  return fetched.bytes.toString();
}

/** Every name is at these addresses: the first list the first time, then the next; the last one stays. */
function names(...answers: readonly (readonly string[])[]): Lookup & { asked: string[] } {
  const asked: string[] = [];
  const lookup: Lookup = (host, _options, done) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(host);
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return Object.assign(lookup, { asked });
}

test('a page comes with its address, its type and its bytes', async () => {
  const site = await siteOf({ '/a': { headers: { etag: '"1"' }, body: PAGE } });
  const fetched = await fetcherFor([site]).fetch(`${site.url}/a#top`);
  expect(fetched).toEqual({
    status: 'fetched',
    url: `${site.url}/a`,
    mediaType: 'text/html',
    charset: 'utf-8',
    bytes: Buffer.from(PAGE),
    etag: '"1"',
    lastModified: undefined,
  });
});

test('who we are is said', async () => {
  const site = await siteOf({ '/a': PAGE });
  await fetcherFor([site]).fetch(`${site.url}/a`);
  expect(site.requests.at(-1)?.headers['user-agent']).toBe(USER_AGENT);
  expect(USER_AGENT).toMatch(/^Ibid\/\d+\.\d+\.\d+ /u);
});

describe('what is no address of the public web is refused, and no connection made', () => {
  test.each([
    ['file:///etc/passwd', 'not-web: not an http(s) address: it begins with file:'],
    ['ftp://example.org/a', 'not-web: not an http(s) address: it begins with ftp:'],
    ['data:text/html,hello', 'not-web: not an http(s) address: it begins with data:'],
    ['example.org', 'not-web: not an http(s) address: it is no address'],
    ['http://user:secret@example.org/', 'credentials: an address with a user name or a password in it'],
    ['http://example.org:22/', 'port: port 22 is not one of the web'],
    ['http://example.org:6379/', 'port: port 6379 is not one of the web'],
    [`http://example.org/${'a'.repeat(3000)}`, 'not-web: an address of over 2048 characters'],
  ])('%s', async (address, why) => {
    expect(await outcome(address)).toBe(why);
  });

  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.0.0.1./',
    'http://１２７.０.０.１/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://192.0.2.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://240.0.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[64:ff9b:1::808:808]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[2001:db8::1]/',
    'http://[fc00::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
  ])('%s', async (address) => {
    expect(await outcome(address)).toMatch(
      /^not-public: \S+ is not on the public internet \([a-z0-9 ]+\)$/iu,
    );
  });

  test('a name that leads to this machine', async () => {
    const site = await siteOf({ '/': PAGE });
    const lookup = names(['127.0.0.1']);
    const fetcher = openFetcher({ lookup, allowHosts: [`other.test:${site.port}`] });
    // Port 8080 is one of the web: nothing listens there, and nothing is asked whether it does.
    expect(await outcome('http://inside.test:8080/', fetcher)).toBe(
      'not-public: inside.test is not on the public internet (loopback)',
    );
    expect(lookup.asked).toEqual(['inside.test']);
    expect(site.asked).toEqual([]);
  });

  test('a name with one public address and one of the inside', async () => {
    const fetcher = openFetcher({ lookup: names(['93.184.216.34', '10.0.0.8']) });
    expect(await outcome('http://both.test/', fetcher)).toMatch(/^not-public: .*private/u);
  });

  test('localhost, by the system itself', async () => {
    expect(await outcome('http://localhost:8080/')).toMatch(/^not-public: /u);
  });
});

test('a name that means something else with each look-up: what is connected to is what is checked', async () => {
  // 127.0.0.2 stands for the public internet, 127.0.0.1 for what is to be reached, at the same port.
  const open = await siteOf({ '/a': PAGE, '/b': PAGE }, '127.0.0.2');
  const inside = await siteOf({ '/b': 'secret' }, '127.0.0.1', open.port);
  // For robots.txt, for the first page, for the second.
  const lookup = names(['127.0.0.2'], ['127.0.0.2'], ['127.0.0.1']);
  const fetcher = fetcherFor([open], { lookup });
  expect(await outcome(`http://rebind.test:${open.port}/a`, fetcher)).toBe(PAGE);
  expect(await outcome(`http://rebind.test:${open.port}/b`, fetcher)).toBe(
    'not-public: rebind.test is not on the public internet (loopback)',
  );
  expect(lookup.asked).toHaveLength(3);
  expect(inside.asked).toEqual([]);
});

describe('redirects', () => {
  test('are followed, also to other hosts', async () => {
    const target = await siteOf({ '/b': PAGE });
    const site = await siteOf({ '/a': redirect(`${target.url}/b`) });
    const fetched = await fetcherFor([site, target]).fetch(`${site.url}/a`);
    expect(fetched).toMatchObject({ status: 'fetched', url: `${target.url}/b` });
  });

  test.each([
    ['to this machine', 'http://127.0.0.1/', /^not-public: /u],
    ['to a file', 'file:///etc/passwd', /^not-web: /u],
    ['with a password', 'http://a:b@example.org/', /^credentials: /u],
    ['to no address', 'http://', /^redirects: .* redirects to no address$/u],
    ['to the metadata of a cloud', 'http://169.254.169.254/', /^not-public: /u],
  ])('%s are not', async (_name, location, why) => {
    const inside = await siteOf({ '/': PAGE });
    const site = await siteOf({ '/a': redirect(location) });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toMatch(why);
    expect(inside.asked).toEqual([]);
  });

  test('to another port of this machine are not', async () => {
    const inside = await siteOf({ '/': PAGE });
    const site = await siteOf({ '/a': redirect(`${inside.url}/`) });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toMatch(/^port: /u);
    expect(inside.asked).toEqual([]);
  });

  test('in a circle end after five', async () => {
    const site = await siteOf({ '/a': redirect('/b'), '/b': redirect('/a') });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toBe(
      'redirects: over 5 redirects, the last to 127.0.0.1',
    );
    expect(site.asked.filter((path) => path !== '/robots.txt')).toHaveLength(6);
  });
});

describe('bounds', () => {
  const limits = { bytes: 100_000 };

  test('a body of any length is read up to the bound, and not on', async () => {
    let sent = 0;
    const site = await siteOf({
      '/a': (_request, response) => {
        const chunk = Buffer.alloc(64 * 1024, 'a');
        const more = () => {
          while (sent < 1024 ** 3 && response.write(chunk)) sent += chunk.length;
        };
        response.on('drain', more);
        more();
      },
    });
    expect(await outcome(`${site.url}/a`, fetcherFor([site], { limits }))).toBe(
      'too-large: 127.0.0.1 sent over 0.1 MB',
    );
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  test('a gigabyte that is announced is not begun', async () => {
    const site = await siteOf({
      '/a': (_request, response) => {
        response.writeHead(200, { 'content-length': String(1024 ** 3) });
        response.flushHeaders();
      },
    });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toBe('too-large: 127.0.0.1 sent over 10 MB');
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(50 * 1024 * 1024))],
    ['br', brotliCompressSync(Buffer.alloc(50 * 1024 * 1024))],
  ])('a bomb packed with %s unpacks up to the bound', async (encoding, body) => {
    const site = await siteOf({ '/a': { headers: { 'content-encoding': encoding }, body } });
    expect(body.length).toBeLessThan(limits.bytes);
    expect(await outcome(`${site.url}/a`, fetcherFor([site], { limits }))).toMatch(/^too-large: /u);
  });

  test('bytes that unpack to nothing are counted, too', async () => {
    const nothing = gzipSync('');
    const body = Buffer.concat(Array.from({ length: 10_000 }, () => nothing));
    const site = await siteOf({ '/a': { headers: { 'content-encoding': 'gzip' }, body } });
    expect(await outcome(`${site.url}/a`, fetcherFor([site], { limits }))).toMatch(/^too-large: /u);
  });

  test.each([
    ['gzip', gzipSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['identity', PAGE],
  ])('a page packed with %s is unpacked', async (encoding, body) => {
    const site = await siteOf({ '/a': { headers: { 'content-encoding': encoding }, body } });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toBe(PAGE);
  });

  test('a packing that nobody asked for', async () => {
    const site = await siteOf({ '/a': { headers: { 'content-encoding': 'gzip, gzip' }, body: PAGE } });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toMatch(/^content-type: /u);
  });

  test('damaged bytes', async () => {
    const site = await siteOf({ '/a': { headers: { 'content-encoding': 'gzip' }, body: PAGE } });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toBe(
      'unreachable: 127.0.0.1: its answer is damaged',
    );
  });

  test('a body that drips without end', async () => {
    const site = await siteOf({
      '/a': (_request, response) => {
        const drip = setInterval(() => response.write('.'), 5);
        response.on('close', () => clearInterval(drip));
      },
    });
    expect(await outcome(`${site.url}/a`, fetcherFor([site], { limits: { totalMs: 300 } }))).toBe(
      'too-slow: 127.0.0.1: no end of the answer within 0.3 s',
    );
  });

  test('a server that takes the question and says nothing', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const fetcher = openFetcher({ allowHosts: [`127.0.0.1:${port}`], limits: { headersMs: 200 } });
    expect(await outcome(`http://127.0.0.1:${port}/`, fetcher)).toBe(
      'too-slow: 127.0.0.1: no answer within 0.2 s',
    );
  });

  test('a name that is looked up without end', async () => {
    const fetcher = openFetcher({ lookup: () => {}, limits: { connectMs: 50 } });
    expect(await outcome('http://slow.test/', fetcher)).toBe(
      'too-slow: slow.test: no connection within 0.05 s',
    );
  });

  test('an answer that breaks off', async () => {
    const site = await siteOf({
      '/a': (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('half');
        setImmediate(() => response.destroy());
      },
    });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toBe(
      'unreachable: 127.0.0.1: the connection broke',
    );
  });

  test('nobody there', async () => {
    const fetcher = openFetcher({ allowHosts: ['127.0.0.1:1'] });
    expect(await outcome('http://127.0.0.1:1/', fetcher)).toBe(
      'unreachable: 127.0.0.1: it takes no connection',
    );
  });

  test('what is not HTTP at all', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const fetcher = openFetcher({ allowHosts: [`127.0.0.1:${port}`] });
    expect(await outcome(`http://127.0.0.1:${port}/`, fetcher)).toMatch(/^unreachable: /u);
  });

  test('a type that is not wanted is not read', async () => {
    const site = await siteOf({ '/a': { headers: { 'content-type': 'video/mp4' }, body: PAGE } });
    const options = { accepts: (type: string) => type === 'text/html' };
    expect(await outcome(`${site.url}/a`, fetcherFor([site]), options)).toBe(
      'content-type: 127.0.0.1 sent video/mp4, which is not read',
    );
  });

  test('the caller ends it', async () => {
    const site = await siteOf({ '/a': () => ending.abort(new Error('enough')) });
    const ending = new AbortController();
    const fetching = fetcherFor([site]).fetch(`${site.url}/a`, { signal: ending.signal });
    await expect(fetching).rejects.toThrow('enough');
  });
});

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
