import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Finding } from '../../../src/cli/doctor/finding.ts';
import { processesWith } from '../../../src/cli/doctor/processes.ts';
import { archiveFolder } from '../../../src/data-folder.ts';
import { indexLocation } from '../../../src/index/database/open-database.ts';
import {
  type LoopbackDiscord,
  type LoopbackOptions,
  startLoopbackDiscord,
} from '../../discord/loopback/server.ts';
import { folderOf } from '../../ingest/folder.ts';
import { ibidHere } from '../ibid-here.ts';

type Settings = Readonly<Record<string, string>>;

/** A set-up with a Discord of its own, in which the commands are registered. */
async function setUp(options: LoopbackOptions = {}) {
  const discord = await startLoopbackDiscord(options);
  onTestFinished(() => discord.close());
  const cwd = await folderOf({});
  const corpus = await folderOf({ 'a.txt': 'Talven lies by the river.' });
  const env = {
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url },
    ...{ IBID_CORPUS: corpus, IBID_DATA: join(cwd, 'data') },
  };
  const ibid = (words: readonly string[], changes: Settings = {}) =>
    ibidHere(words, { env: { ...env, ...changes }, cwd });
  /** Says what `ibid doctor --json` found of these checks, as `state check: text`, and its exit code. */
  const doctor = async (checks: readonly string[], changes: Settings = {}) => {
    const { stdout, status } = await ibid(['doctor', '--json'], changes);
    const report = JSON.parse(stdout) as { ok: boolean; findings: Finding[] };
    expect(report.ok).toBe(status === 0);
    const found = report.findings.filter(({ check }) => checks.includes(check));
    return { code: status, found: found.map(({ state, check, text }) => `${state} ${check}: ${text}`) };
  };
  return { discord, env, corpus, ibid, doctor };
}

const AT_DISCORD = ['discord', 'clock', 'token', 'application', 'commands', 'servers', 'roles'];
const puts = ({ requests }: LoopbackDiscord) => requests.filter(({ method }) => method !== 'GET');

test('a sound set-up has no failure, and nothing is changed at Discord', async () => {
  const { discord, ibid, doctor } = await setUp();
  await ibid(['register']);
  const before = puts(discord).length;
  const { code, found } = await doctor([...AT_DISCORD, 'settings', 'index', 'feeds']);
  expect([code, found]).toEqual([
    0,
    [
      'ok settings: all can be used',
      'ok discord: answers',
      'ok clock: right, by Discord’s',
      `ok token: is that of the application ibid (${discord.applicationId})`,
      'ok application: private, no privileged intents',
      expect.stringMatching(/^ok commands: \d+ are registered$/u),
      'ok servers: the bot is in 1 server, and answers everywhere',
      'ok index: none yet: the bot builds it when it first starts',
      'ok feeds: none are listed',
    ],
  ]);
  expect(puts(discord)).toHaveLength(before);
  expect(discord.refused).toEqual([]);
});

test('as text: a line each, and how many there are', async () => {
  const { ibid } = await setUp();
  const { stdout, status } = await ibid(['doctor']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ok {7}node {9}Node\.js /u);
  expect(stdout).toContain(
    'warning  commands     those at Discord are not those of this Ibid\n         -> the next start sends them; ibid register does it now\n',
  );
  expect(stdout).toMatch(/\n0 failed, \d warnings?\.\n$/u);
});

test('without a token the rest is looked at all the same', async () => {
  const { doctor, discord } = await setUp();
  expect(await doctor(AT_DISCORD, { DISCORD_TOKEN: '' })).toEqual({
    code: 1,
    found: [
      'failed token: DISCORD_TOKEN is missing: copy .env.example to .env and fill it in',
      'ok discord: answers',
      'ok clock: right, by Discord’s',
    ],
  });
  expect(discord.requests.map(({ route }) => route)).toEqual(['gateway']);
});

test('a token’s file that can’t be read fails as the token', async () => {
  const { doctor } = await setUp();
  const { code, found } = await doctor(['token'], { DISCORD_TOKEN: '', DISCORD_TOKEN_FILE: '/no/where' });
  expect(code).toBe(1);
  expect(found).toEqual([
    expect.stringContaining('failed token: DISCORD_TOKEN_FILE: "/no/where" can\'t be read'),
  ]);
});

test('a token that Discord does not know fails', async () => {
  const { doctor } = await setUp();
  const { code, found } = await doctor(['token'], { DISCORD_TOKEN: 'MTIz.GabcDE.not-the-token' });
  expect([code, found]).toEqual([
    1,
    [expect.stringContaining('failed token: Discord does not know this DISCORD_TOKEN')],
  ]);
});

test('a Discord that can’t be reached is asked once, and the rest is looked at', async () => {
  const { doctor, discord } = await setUp();
  discord.faults.next('gateway', { hangUp: true, times: 9 });
  const { code, found } = await doctor([...AT_DISCORD, 'archive']);
  expect([code, found]).toEqual([
    1,
    [
      expect.stringContaining(`failed discord: Discord at DISCORD_API_URL=${discord.url} can't be reached`),
      expect.stringMatching(/^ok archive: .*: 1 file in 1 folder$/u),
    ],
  ]);
  expect(discord.requests).toHaveLength(1);
});

test('a Discord that fails halfway is said, and not asked again', async () => {
  const { doctor, discord } = await setUp();
  discord.faults.next('commands-get', { status: 503, times: 9 });
  const { code, found } = await doctor(['servers', 'commands']);
  expect([code, found]).toEqual([1, [expect.stringMatching(/^failed servers: Discord at .* answers 503/u)]]);
});

test('a Discord that has had enough of this bot says how long to wait, and is not waited for', async () => {
  const { doctor, discord } = await setUp();
  discord.faults.next('guilds', { status: 429, retryAfter: 600 });
  expect(await doctor(['servers'])).toEqual({
    code: 1,
    found: [expect.stringMatching(/^failed servers: Discord takes no more requests .* in 60\d seconds\.$/u)],
  });
});

test('a public bot without servers of its own is a warning', async () => {
  const { doctor, discord } = await setUp({ isPublic: true });
  const { found } = await doctor(['application']);
  expect(found).toEqual([expect.stringContaining('warning application: Public Bot is on')]);
  const fenced = await doctor(['application'], { IBID_GUILDS: discord.guilds[0]!.id });
  expect(fenced.found).toEqual(['ok application: public, no privileged intents']);
});

test('servers that the bot is not in fail, roles that are nowhere are a warning', async () => {
  const role = '223456789012345678';
  const { doctor, discord, ibid } = await setUp({ guilds: [{ roles: [role] }] });
  const here = discord.guilds[0]!.id;
  await ibid(['register'], { IBID_GUILDS: here });
  expect(await doctor(['servers', 'roles'], { IBID_GUILDS: here, IBID_EDITOR_ROLES: role })).toEqual({
    code: 0,
    found: ['ok servers: the bot is in all 1 of IBID_GUILDS', 'ok roles: all 1 of IBID_EDITOR_ROLES exist'],
  });
  const elsewhere = '123456789012345678';
  const changes = { IBID_GUILDS: `${here},${elsewhere}`, IBID_EDITOR_ROLES: `${role},${here}` };
  expect(await doctor(['servers', 'roles'], changes)).toEqual({
    code: 1,
    found: [
      expect.stringContaining(`failed servers: the bot is not in the server ${elsewhere} of IBID_GUILDS`),
      `warning roles: no server that the bot is in has the role ${here} of IBID_EDITOR_ROLES`,
    ],
  });
});

test('every setting that can’t be used has a line, and no archive but the one that is meant is looked at', async () => {
  const { doctor } = await setUp();
  const changes = { IBID_CORPUS: '/no/where', IBID_WATCH: 'often', IBID_ENGINE: 'lucene' };
  const checks = ['settings', 'token', 'archive', 'data', 'index'];
  const { code, found } = await doctor(checks, changes);
  expect([code, found]).toEqual([
    1,
    [
      expect.stringContaining('failed settings: IBID_CORPUS: there is no file or folder'),
      'failed settings: IBID_WATCH must be on, poll or off',
      expect.stringContaining('ok token'),
    ],
  ]);
  const engine = await doctor(['index'], { IBID_ENGINE: 'lucene' });
  expect(engine.found).toEqual([expect.stringContaining('failed index: IBID_ENGINE must be one of auto')]);
});

test('a corrupt index is a warning that says when it is built again', async () => {
  const { doctor, env, ibid } = await setUp();
  await ibid(['ingest']);
  expect((await doctor(['index'])).found).toEqual(['ok index: 1 article, 1 sentence, engine minisearch']);
  writeFileSync(indexLocation(archiveFolder(env.IBID_DATA, env.IBID_CORPUS)), 'no database'.repeat(1_000));
  const { code, found } = await doctor(['index']);
  expect([code, found]).toEqual([0, [expect.stringContaining('warning index: corrupt')]]);
});

test('a data folder that is a file fails, and the others are looked at', async () => {
  const { doctor, corpus } = await setUp();
  const { code, found } = await doctor(['data', 'feeds'], { IBID_DATA: join(corpus, 'a.txt') });
  expect([code, found]).toEqual([
    1,
    [`failed data: IBID_DATA: ${join(corpus, 'a.txt')} is a file`, 'ok feeds: none are listed'],
  ]);
});

test('the last error of a feed is said', async () => {
  const { doctor, env, corpus } = await setUp();
  writeFileSync(join(corpus, 'feeds.txt'), 'https://a.example/rss\n');
  const folder = archiveFolder(env.IBID_DATA, corpus);
  mkdirSync(folder, { recursive: true });
  const state = { failures: 2, nextAt: 0, pending: [], reason: 'a.example answered with HTTP 410' };
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify({ feeds: { 'https://a.example/rss': state } }));
  expect((await doctor(['feeds'])).found).toEqual([
    'warning feeds: https://a.example/rss: a.example answered with HTTP 410 (2 times in a row)',
  ]);
});

test.runIf(process.platform === 'linux')('other processes that have a file open are found', async () => {
  const location = join(await folderOf({ 'index.db': '' }), 'index.db');
  const fd = openSync(location, 'r');
  expect(processesWith(location)).toEqual([]);
  const script = 'process.stdout.write("up"); process.stdin.resume()';
  const child = spawn(process.execPath, ['-e', script, 'start'], { stdio: ['pipe', 'pipe', fd] });
  closeSync(fd);
  await once(child.stdout!, 'data');
  const found = processesWith(location);
  child.kill();
  expect(found).toEqual([{ pid: child.pid, words: [process.execPath, '-e', script, 'start', ''] }]);
});
