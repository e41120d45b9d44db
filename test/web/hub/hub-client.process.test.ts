import { expect, test } from 'vitest';
import { openHub } from '../../../src/web/hub/hub-client.ts';
import { type Route, siteOf } from '../site.ts';

/** All that comes of a path, or what is said instead. */
async function read(route: Route, { from = 0, patienceMs = 60_000 } = {}): Promise<string> {
  const { url, routes, host } = await siteOf({ '/file': route });
  routes['/moved'] = { status: 302, headers: { location: '/file' } };
  const hub = openHub({ endpoint: url, patienceMs });
  try {
    const { chunks } = await hub.get('owner/name', '/moved', from);
    const kept: Uint8Array[] = [];
    for await (const chunk of chunks) kept.push(chunk);
    return Buffer.concat(kept).toString();
  } catch (error) {
    return (error as Error).message.replaceAll(url, 'HUB').replaceAll(host, 'HUB');
  }
}

test('a body is read through a redirect', async () => expect(await read('text')).toBe('text'));

test('a server that never answers, and one that stops within its answer, are given up', async () => {
  expect(await read(() => {}, { patienceMs: 50 })).toBe('HUB sent nothing for 0.05 s');
  expect(await read((_, response) => void response.write('a part'), { patienceMs: 50 })).toBe(
    'HUB sent nothing for 0.05 s',
  );
});

test('where less is there than was kept, all of it is asked for', async () => {
  const route: Route = ({ headers }, response) => {
    response.writeHead(headers.range === undefined ? 200 : 416).end('all');
  };
  expect(await read(route, { from: 10 })).toBe('all');
});

test('it is not sent on to what is no web address, nor from https to http', async () => {
  const to = (location: string): Route => ({ status: 302, headers: { location } });
  expect(await read(to('file:///etc/passwd'))).toBe("HUB redirects owner/name to file://, which isn't https");
  expect(await read(to('http://'))).toBe('HUB redirects to no address');
});
