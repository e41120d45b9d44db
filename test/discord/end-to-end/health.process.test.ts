import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { archiveFolder as folderOfArchive } from '../../../src/data-folder.ts';
import { indexLocation, openForWriting } from '../../../src/index/database/open-database.ts';
import { readExposition } from '../../monitoring/exposition.ts';
import { startLoopbackDiscord } from '../loopback/server.ts';
import { archiveFolder } from './archive.ts';
import { type Environment, run, settingsFor, startBot } from './bot.ts';

const TARMILA = { name: 'Tarmila' };

async function health(env: Environment, ...flags: string[]) {
  const { IBID_CORPUS, IBID_DATA } = env;
  const asking = run(['health', ...flags], { IBID_CORPUS: IBID_CORPUS!, IBID_DATA: IBID_DATA! });
  return { code: await asking.exited, said: asking.output.join('\n'), errors: asking.errors };
}

test.concurrent('health is asked while the archive is read, when the bot is ready, and after kill -9', async () => {
  const archive = archiveFolder();
  const data = mkdtempSync(join(tmpdir(), 'ibid-health-'));
  const folder = folderOfArchive(data, archive.path);
  // As long as somebody else writes the index the bot has to wait.
  const writing = await openForWriting(indexLocation(folder));
  writing.exec('BEGIN IMMEDIATE');
  const discord = await startLoopbackDiscord();
  const env = { ...settingsFor(discord, data), IBID_CORPUS: archive.path };
  expect(await health(env)).toMatchObject({
    code: 1,
    said: expect.stringContaining('none runs on the archive'),
  });
  const bot = run(['start'], env);
  discord.clock.follow(bot.pid);
  await bot.logged('connected');
  expect(await health(env)).toMatchObject({
    code: 0,
    said: expect.stringContaining(`process ${bot.pid}: reading the archive for the first time, 0 %`),
    errors: [],
  });
  expect((await health(env, '--ready')).code).toBe(1);

  writing.exec('ROLLBACK');
  writing.close();
  await bot.logged('archive read');
  expect(await health(env, '--ready')).toEqual({
    code: 0,
    said: expect.stringMatching(
      new RegExp(`^ok +bot +process ${bot.pid}: 14 articles, \\d+ sentences; connected to Discord$`, 'u'),
    ),
    errors: [],
  });
  // The archive's drive may be gone: the bot answers from its index.
  archive.remove();
  expect((await health(env)).code).toBe(0);

  bot.kill('SIGKILL');
  await bot.exited;
  const sockets = () => readdirSync(folder).filter((name) => name.endsWith('.sock'));
  expect(sockets()).toHaveLength(1);
  expect(await health(env)).toMatchObject({ code: 1, said: expect.stringContaining('-> ibid start') });
  expect(sockets()).toEqual([]);
  await discord.close();
  rmSync(data, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

const ask = (url: string, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { method }, async (response) => {
      const chunks = await response.toArray();
      resolve({ status: response.statusCode!, text: Buffer.concat(chunks).toString('utf8') });
    });
    asking.once('error', reject).end();
  });

test.concurrent('metrics count questions, refusals and errors, and name nobody and nothing', async () => {
  const archive = archiveFolder();
  const home = '323456789012345678';
  const bot = await startBot({ IBID_CORPUS: archive.path }, { guilds: [{ id: home }] });
  const stranger = bot.discord.user({ in: 'dm' });
  const before = await stranger.slash('where', TARMILA);
  await bot.restart({ IBID_METRICS: '127.0.0.1:0', IBID_GUILDS: home });
  const url = String((await bot.process.logged('metrics')).url);
  const member = bot.discord.user({ guild: home });
  await member.slash('where', TARMILA);
  await member.slash('where', { name: 'Zyxwvut Qponmlk' });
  await member.type('where', { name: 'Tarm' });
  const reply = await bot.discord.user({ guild: home }).slash('where', TARMILA);
  await member.press(reply, 'More');
  await stranger.press(before, 'More');
  const hasty = bot.discord.user({ guild: home });
  await Promise.all(Array.from({ length: 20 }, () => hasty.slash('help')));
  bot.discord.faults.next('callback', { status: 500, times: 4 });
  await bot.discord.user({ guild: home }).slash('who', TARMILA);
  await bot.process.logged('an interaction failed');

  const { status, text } = await ask(url);
  expect(status).toBe(200);
  const samples = readExposition(text);
  const sumOf = (name: string, labels: object = {}) =>
    samples
      .filter(
        (one) =>
          one.name === name && Object.entries(labels).every(([key, value]) => one.labels[key] === value),
      )
      .reduce((sum, { value }) => sum + value, 0);
  const counted = (type: string, name: string, outcome: string) =>
    sumOf('ibid_interactions_total', { type, name, outcome });
  expect({
    found: counted('command', 'where', 'found'),
    notFound: counted('command', 'where', 'not-found'),
    outside: sumOf('ibid_interactions_total', { type: 'button', outcome: 'outside' }),
    suggested: counted('suggestion', 'where', 'done'),
    pressed: sumOf('ibid_interactions_total', { type: 'button', outcome: 'found' }),
    helped: counted('command', 'help', 'done'),
    hasty: counted('command', 'help', 'slow-down'),
    failed: counted('command', 'who', 'failed'),
  }).toEqual({
    found: 2,
    notFound: 1,
    outside: 1,
    suggested: 1,
    pressed: 1,
    helped: 12,
    hasty: 8,
    failed: 1,
  });
  expect(sumOf('ibid_interaction_seconds_count', { type: 'command', name: 'where' })).toBe(3);
  expect(sumOf('ibid_discord_responses_total', { status: '5xx' })).toBe(4);
  expect(sumOf('ibid_archive_articles')).toBe(14);
  expect(sumOf('ibid_discord_shard_connected', { shard: '0' })).toBe(1);
  for (const name of ['ibid_ready', 'ibid_archive_open']) expect(sumOf(name)).toBe(1);
  for (const name of ['ibid_archive_looked_at_seconds', 'process_resident_memory_bytes'])
    expect(sumOf(name)).toBeGreaterThan(0);
  // Discord's ids have 17 digits and more; a time in seconds has ten before its point.
  expect(text.match(/(?<![\d.])\d{15,}/gu) ?? []).toEqual([]);
  expect(text).not.toMatch(/tarm|zyxw|harbour|reader/iu);

  const other = url.replace('/metrics', '/');
  expect([(await ask(other)).status, (await ask(url, 'POST')).status]).toEqual([404, 405]);
  // While it is ready nothing else is said to be wrong.
  expect((await health(bot.env, '--ready')).code).toBe(0);
  expect(await bot.stop()).toBe(0);
  await expect(ask(url)).rejects.toThrow('ECONNREFUSED');
  await bot.leave();
  archive.remove();
});

test.concurrent('a port that another program has is one line, and exit code 78', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const archive = archiveFolder();
  const discord = await startLoopbackDiscord();
  const data = mkdtempSync(join(tmpdir(), 'ibid-health-'));
  const bot = run(['start'], {
    ...settingsFor(discord, data),
    ...{ IBID_CORPUS: archive.path, IBID_METRICS: `127.0.0.1:${port}` },
  });
  expect(await bot.exited).toBe(78);
  expect(bot.errors).toEqual([
    `ibid: IBID_METRICS: another program listens on port ${port} already: choose another port, or stop it`,
  ]);
  await discord.close();
  archive.remove();
  rmSync(data, { recursive: true, force: true });
});
