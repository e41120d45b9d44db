import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { afterAll, describe, expect, test } from 'vitest';
import { ibidHere } from '../../cli/ibid-here.ts';
import type { Fault, FaultPoint } from '../loopback/faults.ts';
import { startLoopbackDiscord } from '../loopback/server.ts';
import { archiveFolder } from './archive.ts';
import { type Environment, run, settingsFor, startBot } from './bot.ts';
import { readingOf } from './reading.ts';

const ROLE = '423456789012345678';
const folder = mkdtempSync(join(tmpdir(), 'ibid-start-'));
const archive = archiveFolder();
const discord = await startLoopbackDiscord();
const settings = { ...settingsFor(discord, join(folder, 'data')), IBID_CORPUS: archive.path };

afterAll(async () => {
  await discord.close();
  archive.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** How a start ends that can't succeed: its exit code, and all that it says on stderr. */
async function ending(env: Environment): Promise<readonly [code: unknown, ...lines: readonly string[]]> {
  const { exited, errors, output } = run(['start'], { ...settings, ...env });
  const code = await exited;
  expect(output).toEqual([]);
  return [code, ...errors];
}

/** The same of a start that ends before anything runs that would have to be stopped, in this process. */
async function endingHere(env: Environment): ReturnType<typeof ending> {
  const { status, stdout, stderr } = await ibidHere(['start'], { env: { ...settings, ...env }, cwd: folder });
  // The default: what a bot sets for its own process would slow all other tests of this one down.
  setFlagsFromString('--heap-growing-percent=0');
  expect(stdout).toBe('');
  return [status, ...stderr.trimEnd().split('\n')];
}

/** The longest first: the others run beside it. */
test.concurrent('a start that succeeds says how to add the bot to a server, and what it has read; an interaction that Discord never takes does not keep it from stopping', async () => {
  const bot = await startBot({ IBID_CORPUS: archive.path }, { isPublic: true });
  expect(bot.process.output).toEqual([
    `Add ibid to a server: https://discord.com/oauth2/authorize?client_id=${bot.discord.applicationId}&scope=bot+applications.commands&permissions=0`,
  ]);
  const isRead = ({ msg }: { msg: string }) => msg === 'archive read' || msg === 'reading the archive';
  // Whether the network or the archive is faster, nobody knows.
  expect(bot.process.log.filter(isRead).at(-1)).toMatchObject({ articles: 14, sentences: 26, problems: 1 });
  expect(bot.process.log.filter((line) => !isRead(line)).slice(0, 4)).toMatchObject([
    { msg: 'commands registered', commands: expect.any(Number), changed: true },
    { msg: expect.stringMatching(/^Public Bot is on: .* IBID_GUILDS/), level: 40 },
    { msg: 'ready' },
    { msg: 'connected', guilds: 1 },
  ]);
  expect(bot.process.errors).toEqual([]);
  const hanging = bot.discord.faults.next('callback', { slow: Number.POSITIVE_INFINITY, times: 9 });
  const reply = bot.discord.user().slash('help');
  await hanging.happened;
  expect(await bot.stop()).toBe(0);
  expect(bot.process.log.map(({ msg }) => msg)).toContain('some answers were not finished in time');
  await reply;
  await bot.discord.close();
});

const BAD_TOKEN =
  'ibid: Discord does not know this DISCORD_TOKEN. Copy the token again: https://discord.com/developers/applications, your application, Bot, Reset Token.';

describe.concurrent('a start that fails says why in one line', () => {
  test('a token that Discord does not know: 78, so that no supervisor loops', async () => {
    expect(await ending({ DISCORD_TOKEN: 'aaa.bbb.ccc' })).toEqual([78, BAD_TOKEN]);
  });
});

describe('a start that fails before anything runs says why in one line', () => {
  test('all that is wrong in the settings at once, before any request', async () => {
    const nowhere = join(folder, 'nowhere');
    const wrong = {
      DISCORD_TOKEN: 'x',
      IBID_GUILDS: 'my server',
      IBID_CORPUS: nowhere,
      DISCORD_API_URL: 'x',
    };
    const [code, ...lines] = await endingHere(wrong);
    expect(code).toBe(78);
    for (const name of Object.keys(wrong)) expect(lines.join('\n')).toContain(name);
    expect(lines).toHaveLength(4);
  });

  test('a proxy that it would have to go through', async () => {
    expect(await endingHere({ HTTPS_PROXY: 'http://127.0.0.1:1' })).toEqual([
      78,
      expect.stringMatching(
        /^ibid: HTTPS_PROXY: Ibid can't connect to Discord through a proxy\. .* NO_PROXY=127\.0\.0\.1$/,
      ),
    ]);
  });

  test('an API that nobody answers at: 1, for it may come back', async () => {
    expect(await endingHere({ DISCORD_API_URL: 'http://127.0.0.1:1/api' })).toEqual([
      1,
      "ibid: Discord at DISCORD_API_URL=http://127.0.0.1:1/api can't be reached: connect ECONNREFUSED 127.0.0.1:1. Is this machine online?",
    ]);
  });
});

test('a start that Discord fails at once: 1', async () => {
  const faulty = await startLoopbackDiscord();
  faulty.faults.next('application', { status: 500, times: 9 });
  expect(await endingHere(settingsFor(faulty, folder))).toEqual([
    1,
    expect.stringMatching(/^ibid: Discord at \S+ answers 500: Internal Server Error\. Try again/),
  ]);
  await faulty.close();
});

/** Each with a Discord of its own, which has the fault. */
describe.concurrent('a start that Discord fails', () => {
  test.each<[FaultPoint, Fault, code: number, line: RegExp]>([
    [
      'gateway-bot',
      { status: 503, times: 9 },
      1,
      /^ibid: Discord at \S+ answers 503: Service Unavailable\. Try again/,
    ],
    ['commands-get', { status: 503, times: 9 }, 1, /^ibid: Discord at \S+ answers 503: .* Try again/],
    ['commands-put', { status: 401, times: 9 }, 78, /^ibid: Discord does not know this DISCORD_TOKEN/],
    ['identify', { close: 4004 }, 78, /^ibid: Discord does not know this DISCORD_TOKEN/],
    ['identify', { close: 4014 }, 78, /^ibid: Discord has closed the connection for good: .* intents .*4014/],
  ])('at %s with %o: %i', async (point, fault, code, line) => {
    const faulty = await startLoopbackDiscord();
    faulty.faults.next(point, fault);
    const data = mkdtempSync(join(folder, 'data-'));
    const { exited, errors } = run(['start'], { ...settingsFor(faulty, data), IBID_CORPUS: archive.path });
    expect(await exited).toBe(code);
    expect(errors).toEqual([expect.stringMatching(line)]);
    await faulty.close();
  });
});

test.concurrent('a data folder that cannot be written is one warning, and no other command fails', async () => {
  writeFileSync(join(folder, 'file'), '');
  const IBID_DATA = join(folder, 'file', 'data');
  const env = { IBID_CORPUS: archive.path, IBID_DATA, IBID_EDITOR_ROLES: ROLE };
  const bot = await startBot(env, { guilds: [{ roles: [ROLE] }] });
  const warned = () => bot.process.log.filter(({ note }) => String(note).includes('IBID_DATA'));
  expect(warned()).toMatchObject([{ level: 40, note: expect.stringContaining('ENOTDIR') }]);
  const user = bot.discord.user({ roles: [ROLE] });
  expect(readingOf(await user.slash('who', { name: 'Massaran' }))).not.toContain('went wrong');
  const added = await user.slash('archive add', { file: { name: 'a.txt', content: 'A. B.' } });
  expect(readingOf(added)).toContain('ENOTDIR');
  expect(warned()).toHaveLength(1);
  await bot.leave();
});
