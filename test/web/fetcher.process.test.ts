import { createServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openFetcher, USER_AGENT } from '../../src/web/fetcher.ts';
import { fetcherFor, names, outcome, PAGE } from './fetching.ts';
import { type Route, redirect, siteOf } from './site.ts';

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

test.each([
  ['with a protocol', 'Connection: Upgrade\r\nUpgrade: websocket\r\n'],
  ['without one', ''],
])(
  'a host that switches protocols %s is refused like any other answer, for robots.txt, too',
  async (_, headers) => {
    const switching: Route = (_request, { socket }) =>
      void socket!.write(`HTTP/1.1 101 Switching Protocols\r\n${headers}\r\n`);
    const site = await siteOf({ '/a': switching });
    expect(await outcome(`${site.url}/a`, fetcherFor([site]))).toBe(
      'status: 127.0.0.1 answered with HTTP 101',
    );
    const all = await siteOf({ '/robots.txt': switching, '/a': PAGE });
    expect(await outcome(`${all.url}/a`, fetcherFor([all]))).toMatch(/^(?:status|robots): .*HTTP 101/u);
  },
);

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
