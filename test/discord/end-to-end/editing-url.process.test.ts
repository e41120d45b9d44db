import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { FollowedArchive } from '../../../src/archive/archive-watcher.ts';
import type { Bot } from '../../../src/discord/bot.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../loopback/server.ts';
import { MANAGER } from '../loopback/user.ts';
import { archiveFolder } from './archive.ts';
import { labelsOf, quotationsOf, readingOf } from './reading.ts';

/** A module as it is built: a thread of its own is started from there only. */
const built = <T>(module: string): Promise<T> => import(join(dirname(dirname(inject('cli'))), module));

const PAGE =
  '<!doctype html><html><head><title>The weir of Tessen</title></head><body><article><h1>The weir of Tessen</h1><p>The weir of Tessen broke on Monday. Nobody was hurt.</p></article></body></html>';

const archive = archiveFolder();
const data = mkdtempSync(join(tmpdir(), 'ibid-url-'));
let discord: LoopbackDiscord;
let followed: FollowedArchive;
let bot: Bot;
let web: Server;
let origin: string;

/** Flags of an answer that was announced ("… is thinking"). */
const announced = (): number | undefined =>
  discord.requests
    .filter(({ route }) => route === 'callback')
    .map(({ body }) => body as { type: number; data?: { flags?: number } })
    .find(({ type }) => type === InteractionResponseType.DeferredChannelMessageWithSource)?.data?.flags;

beforeAll(async () => {
  web = createServer(async (request, response) => {
    if (request.url === '/robots.txt') return response.writeHead(404).end();
    if (request.url === '/slow') await discord.until(() => announced(), 'the answer was announced');
    if (request.url === '/moved') return response.writeHead(302, { location: '/weir?a=--b' }).end();
    const type = request.url === '/plain' ? 'text/plain' : 'text/html; charset=utf-8';
    return response
      .writeHead(200, { 'content-type': type })
      .end(type === 'text/plain' ? 'Plain Ennis.' : PAGE);
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  discord = await startLoopbackDiscord();
  const { startBot } = await built<typeof import('../../../src/discord/bot.ts')>('discord/bot.js');
  const { loadCommands } = await built<typeof import('../../../src/discord/commands/commands.ts')>(
    'discord/commands/commands.js',
  );
  const { register } = await built<typeof import('../../../src/discord/register.ts')>('discord/register.js');
  const { applicationOf } =
    await built<typeof import('../../../src/discord/application.ts')>('discord/application.js');
  const { openEditing } = await built<typeof import('../../../src/editing/editing.ts')>('editing/editing.js');
  const { pageFetcher } =
    await built<typeof import('../../../src/editing/page-fetcher.ts')>('editing/page-fetcher.js');
  const { openFollowedArchive } = await built<typeof import('../../../src/archive/archive-watcher.ts')>(
    'archive/archive-watcher.js',
  );
  const { openArchiveFolder } = await built<typeof import('../../../src/data-folder.ts')>('data-folder.js');
  const { openLog } = await built<typeof import('../../../src/log.ts')>('log.js');
  const login = { token: discord.token, apiUrl: discord.url };
  const { rest, application } = await applicationOf(login);
  const commands = await loadCommands();
  await register([...commands.values()], { rest, applicationId: application.id, guilds: [] });
  const options = { corpus: archive.path, data };
  openArchiveFolder(data, archive.path, () => {});
  followed = await openFollowedArchive({ ...options, tell: () => {} });
  bot = await startBot({
    login,
    archive: followed.archive,
    commands,
    log: await openLog({ level: 'silent', pretty: false }),
    logQuestions: false,
    editing: {
      ...(await openEditing(options)),
      roles: [],
      guilds: discord.guilds.map(({ id }) => id),
      uploadLimit: 1_000_000,
      follows: false,
      fetchPage: pageFetcher({ allowHosts: [new URL(origin).host], limit: 1_000_000 }),
    },
  });
  await discord.ready();
});
afterAll(async () => {
  await bot.stop();
  followed.close();
  await discord.close();
  web.close();
  archive.remove();
  rmSync(data, { recursive: true, force: true });
  expect(discord.refused).toEqual([]);
});

const editor = () => discord.user({ permissions: MANAGER });

test('a page of the web is shown, stored with its address, and cited with it', async () => {
  const by = editor();
  const reply = await by.slash('archive add', { url: `${origin}/moved` });
  expect(readingOf(reply)).toContain('The weir of Tessen');
  expect(quotationsOf(reply)).toEqual(['The weir of Tessen broke on Monday.']);
  await by.press(reply, 'Add');
  expect(readingOf(reply)).toBe(
    'Added as added/the-weir-of-tessen.html. Questions find it after I am restarted.',
  );
  const stored = readFileSync(join(archive.path, 'added/the-weir-of-tessen.html'), 'utf8');
  expect(stored.slice(stored.indexOf('\n') + 1)).toBe(PAGE);
  await followed.sync();
  const answer = await by.slash('what', { about: 'weir of Tessen' });
  expect(quotationsOf(answer)[0]).toBe('The weir of Tessen broke on Monday.');
  expect((await followed.archive.article('added/the-weir-of-tessen'))?.article.url).toBe(
    `${origin}/weir?a=--b`,
  );
});

test('what is no page stays as it came', async () => {
  const by = editor();
  const reply = await by.slash('archive add', { url: `${origin}/plain` });
  await by.press(reply, 'Add');
  expect(readFileSync(join(archive.path, 'added/plain-ennis.txt'), 'utf8')).toBe('Plain Ennis.');
});

test('what may not be fetched is said, with the reason', async () => {
  const before = readdirSync(join(archive.path, 'added'));
  const reply = await editor().slash('archive add', { url: 'http://169.254.169.254/' });
  expect(readingOf(reply)).toBe(
    'This could not be fetched: 169.254.169.254 is not on the public internet (link local)',
  );
  expect(labelsOf(reply)).toEqual([]);
  expect(readdirSync(join(archive.path, 'added'))).toEqual(before);
});

test('an address without a scheme is taken for https', async () => {
  const reply = await editor().slash('archive add', { url: `${new URL(origin).host}/plain` });
  // That server speaks http: it was found, and asked for TLS.
  expect(readingOf(reply)).toMatch(/^This could not be fetched: 127\.0\.0\.1: (?!.*no address)/);
  const word = await editor().slash('archive add', { url: 'localhost' });
  expect(readingOf(word)).toBe('This could not be fetched: not an http(s) address: it is no address');
});

test('an answer that takes its time is announced to the editor alone, too', async () => {
  const by = editor();
  const reply = await by.slash('archive add', { url: `${origin}/slow` });
  expect(announced()).toBe(MessageFlags.Ephemeral);
  expect(readingOf(reply)).toContain('This is in the archive already: “The weir of Tessen”.');
  expect([reply.ephemeral, reply.followUps]).toEqual([true, []]);
});
