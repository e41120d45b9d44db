import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchAttachment } from '../../src/discord/fetch-attachment.ts';
import { DownloadError } from '../../src/editing/fetch-page.ts';

let server: Server;
let api: string;
let asked = 0;
let sent = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    if (request.url === '/a') return response.end('content');
    if (request.url === '/moved') return response.writeHead(302, { location: '/a' }).end();
    if (request.url === '/cut')
      return response.writeHead(200, { 'content-length': 100 }).write('x', () => response.destroy());
    if (request.url !== '/endless') return response.writeHead(404).end();
    const more = () => {
      sent += 65_536;
      if (!response.destroyed) response.write(Buffer.alloc(65_536), more);
    };
    return more();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const refused = (url: string, why: RegExp) =>
  expect(fetchAttachment(url, 1_000, `${api}/api`)).rejects.toSatisfy(
    (error) => error instanceof DownloadError && why.test(error.message),
  );

test("what stands in for Discord's API gives its files", async () => {
  expect((await fetchAttachment(`${api}/a`, 1_000, `${api}/api`)).toString()).toBe('content');
});

test.each([
  'http://127.0.0.1:1/a',
  'http://cdn.discordapp.com/a',
  'https://cdn.discordapp.com.evil.example/a',
  'https://cdn.discordapp.com:8443/a',
  'https://evil.example/https://cdn.discordapp.com/',
  'https://discord.com/a',
  'file:///etc/passwd',
])('%s is not asked at all', async (url) => {
  const before = asked;
  await refused(url, /^not an address of Discord's/);
  expect(asked).toBe(before);
});

test('redirects are not followed', () => refused(`${api}/moved`, /redirect/));

test('what is not there, and what breaks off, is no file', async () => {
  await refused(`${api}/none`, /^Discord answers 404$/);
  await refused(`${api}/cut`, /terminated|aborted|other side closed/);
});

test('more than the limit is not waited for, whatever was said of its size', async () => {
  await refused(`${api}/endless`, /^more than 1000 bytes$/);
  expect(sent).toBeLessThan(50_000_000);
});
