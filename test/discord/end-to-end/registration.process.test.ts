import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Routes } from 'discord-api-types/v10';
import { afterAll, expect, type TestContext, test } from 'vitest';
import { applicationOf } from '../../../src/discord/application.ts';
import { loadCommands } from '../../../src/discord/commands/commands.ts';
import { CATALOGUES } from '../../../src/discord/messages/catalogues.ts';
import { register as tellCommands } from '../../../src/discord/register.ts';
import { ibidHere } from '../../cli/ibid-here.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../loopback/server.ts';
import { archiveFolder } from './archive.ts';
import { type Environment, expectGoodManners, settingsFor, startBot } from './bot.ts';

const archive = archiveFolder();
const folder = mkdtempSync(join(tmpdir(), 'ibid-registration-'));
afterAll(() => {
  archive.remove();
  rmSync(folder, { recursive: true, force: true });
});

const COMMANDS = (await loadCommands()).size;

async function loopback({ onTestFinished }: TestContext): Promise<LoopbackDiscord> {
  const discord = await startLoopbackDiscord();
  onTestFinished(async () => {
    await discord.close();
    expectGoodManners(discord);
  });
  return discord;
}

const puts = ({ requests }: LoopbackDiscord) => requests.filter(({ route }) => route === 'commands-put');

/** Runs `ibid register …` and says how it ended. */
async function register(discord: LoopbackDiscord, flags: readonly string[] = [], changes: Environment = {}) {
  const env = { ...settingsFor(discord, mkdtempSync(join(folder, 'data-'))), ...changes };
  const { status, stdout, stderr } = await ibidHere(['register', ...flags], { env, cwd: folder });
  return { code: status, said: (stdout + stderr).trimEnd().split('\n') };
}

test('all commands are told at once, and not again after a restart', async () => {
  const bot = await startBot({ IBID_CORPUS: archive.path });
  const { discord } = bot;
  expect(puts(discord)).toHaveLength(1);
  expectInEachLanguage(discord);
  await bot.restart();
  expect(puts(discord)).toHaveLength(1);
  expect(bot.process.log).toContainEqual(
    expect.objectContaining({ msg: 'commands registered', changed: false }),
  );
  // Whatever Ibid remembers: Discord is asked what it has.
  await clearAt(discord);
  await bot.restart({ IBID_DATA: mkdtempSync(join(folder, 'data-')) });
  expect(discord.commands()).toHaveLength(COMMANDS);
  await bot.leave();
});

const applicationAt = ({ token, url }: LoopbackDiscord) => applicationOf({ token, apiUrl: url });

async function clearAt(discord: LoopbackDiscord): Promise<void> {
  const { rest, application } = await applicationAt(discord);
  await rest.put(Routes.applicationCommands(application.id), { body: [] });
}

/** How many commands each place has: everywhere, and each server of its own. */
const registered = (discord: LoopbackDiscord) => [
  discord.commands().length,
  ...discord.guilds.map(({ id }) => discord.commands(id).length),
];

test('the scope is switched back and forth: there is one registration, and nothing is sent twice', async ({
  onTestFinished,
}) => {
  const discord = await startLoopbackDiscord({ guilds: [{}, {}, {}] });
  onTestFinished(() => discord.close().then(() => expectGoodManners(discord)));
  const { rest, application } = await applicationAt(discord);
  const commands = [...(await loadCommands()).values()];
  const [a = '', b = '', c = ''] = discord.guilds.map(({ id }) => id);
  const told = async (...guilds: string[]) => {
    const before = puts(discord).length;
    const { changed } = await tellCommands(commands, { rest, applicationId: application.id, guilds });
    return { changed, sent: puts(discord).length - before, registered: registered(discord) };
  };
  const N = COMMANDS;
  expect(await told()).toEqual({ changed: true, sent: 1, registered: [N, 0, 0, 0] });
  expect(await told()).toEqual({ changed: false, sent: 0, registered: [N, 0, 0, 0] });
  expect(await told(a)).toEqual({ changed: true, sent: 2, registered: [0, N, 0, 0] });
  expect(await told(a)).toEqual({ changed: false, sent: 0, registered: [0, N, 0, 0] });
  expect(await told(a, b)).toEqual({ changed: true, sent: 1, registered: [0, N, N, 0] });
  expect(await told(c)).toEqual({ changed: true, sent: 3, registered: [0, 0, 0, N] });
  const ids = discord.commands(c).map(({ id }) => id);
  await told(c);
  expect(discord.commands(c).map(({ id }) => id)).toEqual(ids);
  expect(await told()).toEqual({ changed: true, sent: 2, registered: [N, 0, 0, 0] });
});

test.each<[what: string, change: (command: Changeable) => unknown]>([
  ['a description', (command) => ({ ...command, description: 'Another' })],
  ['a translation', (command) => ({ ...command, name_localizations: { de: 'anders' } })],
  ['an option less', (command) => ({ ...command, options: command.options?.slice(1) })],
  [
    'an option that is not required',
    ({ options: [first, ...rest] = [], ...command }) => ({
      ...command,
      options: [{ ...first, required: false }, ...rest],
    }),
  ],
  ['where it can be used', (command) => ({ ...command, contexts: [0] })],
  ['another name', (command) => ({ ...command, name: 'whom' })],
])('%s at Discord, and they are told again', async (_, change) => {
  const discord = await startLoopbackDiscord();
  const { rest, application } = await applicationAt(discord);
  const commands = [...(await loadCommands()).values()];
  const where = { rest, applicationId: application.id, guilds: [] };
  await tellCommands(commands, where);
  const known = discord.commands();
  const who = change(known.find(({ name }) => name === 'who') as unknown as Changeable);
  const body = [...commands.map(({ data }) => data).filter(({ name }) => name !== 'who'), who];
  await rest.put(Routes.applicationCommands(application.id), { body });
  expect(await tellCommands(commands, where)).toEqual({ changed: true, missing: [] });
  const essential = (all: readonly object[]) =>
    all.map((one) => ({ ...one, version: '', id: '' })).sort(byName);
  expect(essential(discord.commands())).toEqual(essential(known));
  await discord.close();
});

type Changeable = Readonly<Record<string, unknown>> & { readonly options?: readonly object[] };
const byName = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

test('for one server they are told to that server, and work in it alone', async (context) => {
  const discord = await loopback(context);
  const guildId = discord.guilds[0]!.id;
  const { code, said } = await register(discord, [], { IBID_GUILDS: guildId });
  expect([code, said]).toEqual([
    0,
    [`${COMMANDS} commands of ibid are registered, in the servers ${guildId} alone.`],
  ]);
  expect([discord.commands(guildId).length, discord.commands().length]).toEqual([COMMANDS, 0]);
  expect(puts(discord).map(({ template }) => template)).toEqual([
    '/applications/{application_id}/guilds/{guild_id}/commands',
  ]);
});

test('a server that the bot is not in is said, with the way in', async (context) => {
  const discord = await loopback(context);
  const IBID_GUILDS = '123456789012345678';
  const { code, said } = await register(discord, [], { IBID_GUILDS });
  expect([code, said]).toEqual([
    1,
    [
      `ibid: the bot is not in the server ${IBID_GUILDS} of IBID_GUILDS: add it there: https://discord.com/oauth2/authorize?client_id=${discord.applicationId}&scope=bot+applications.commands&permissions=0`,
    ],
  ]);
});

test('register tells them whether they have changed or not, and --clear takes them away', async (context) => {
  const discord = await loopback(context);
  const IBID_GUILDS = discord.guilds[0]!.id;
  await register(discord, [], { IBID_GUILDS });
  for (const times of [1, 2]) {
    const { code, said } = await register(discord);
    expect([code, said]).toEqual([0, [`${COMMANDS} commands of ibid are registered, everywhere.`]]);
    expect(puts(discord)).toHaveLength(times + 2);
  }
  await register(discord, [], { IBID_GUILDS });
  const { code, said } = await register(discord, ['--clear']);
  expect([code, said]).toEqual([0, ['ibid has no commands any more.']]);
  expect(registered(discord)).toEqual([0, 0]);
});

test('register without a token says so in one line', async (context) => {
  const discord = await loopback(context);
  const { code, said } = await register(discord, [], { DISCORD_TOKEN: '' });
  expect([code, said]).toEqual([
    2,
    ['ibid: DISCORD_TOKEN is missing: copy .env.example to .env and fill it in'],
  ]);
});

/** Every command is there for all places, every name and description in each language. */
function expectInEachLanguage(discord: LoopbackDiscord): void {
  const locales = Object.keys(CATALOGUES)
    .filter((locale) => !locale.startsWith('en'))
    .sort();
  expect(locales).toEqual(['de', 'es-419', 'es-ES', 'fr', 'pt-BR', 'ru', 'tr', 'uk']);
  const named = (one: Named): readonly Named[] => [one, ...(one.options ?? []).flatMap(named)];
  expect(discord.commands()).toHaveLength(COMMANDS);
  for (const command of discord.commands() as readonly Named[]) {
    expect(command).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    for (const { name_localizations, description_localizations, description } of named(command)) {
      expect(Object.keys(name_localizations ?? {}).sort()).toEqual(locales);
      if (description) expect(Object.keys(description_localizations ?? {}).sort()).toEqual(locales);
    }
  }
}

interface Named {
  readonly description?: string;
  readonly name_localizations?: object | null;
  readonly description_localizations?: object | null;
  readonly options?: readonly Named[];
}
