import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  await bot.leave();
});

test('they are told to each place apart, and again when they have changed', async (context) => {
  const discord = await loopback(context);
  const data = mkdtempSync(join(folder, 'data-'));
  const { rest, application } = await applicationOf({ token: discord.token, apiUrl: discord.url });
  const commands = [...(await loadCommands()).values()];
  const told = (where: { guildId?: string } = {}) =>
    tellCommands(commands, { rest, applicationId: application.id, data, tell: expect.fail, ...where });
  expect(await told()).toBe(true);
  const ids = discord.commands().map(({ id }) => id);
  expect(await told({ guildId: discord.guilds[0]!.id })).toBe(true);
  expect(await told()).toBe(false);
  expect(puts(discord)).toHaveLength(2);

  const remembered = join(data, 'registered.json');
  const hashes: Record<string, string> = JSON.parse(readFileSync(remembered, 'utf8'));
  const older = Object.fromEntries(Object.keys(hashes).map((key) => [key, 'the hash of an older version']));
  writeFileSync(remembered, JSON.stringify(older));
  expect(await told()).toBe(true);
  expect(puts(discord)).toHaveLength(3);
  expect(Object.values(JSON.parse(readFileSync(remembered, 'utf8')))).toContain(Object.values(hashes)[0]);
  expect(discord.commands().map(({ id }) => id)).toEqual(ids);
});

test('where nothing can be remembered they are told each time', async (context) => {
  const discord = await loopback(context);
  writeFileSync(join(folder, 'file'), '');
  const notes: string[] = [];
  const { rest, application } = await applicationOf({ token: discord.token, apiUrl: discord.url });
  const where = { rest, applicationId: application.id, data: join(folder, 'file', 'data') };
  for (const times of [1, 2]) {
    const tell = (note: string) => void notes.push(note);
    expect(await tellCommands([...(await loadCommands()).values()], { ...where, tell })).toBe(true);
    expect(puts(discord)).toHaveLength(times);
  }
  expect(notes).toEqual([expect.stringContaining('ENOTDIR'), notes[0]]);
});

test('for one server they are told to that server, and work in it alone', async (context) => {
  const discord = await loopback(context);
  const guildId = discord.guilds[0]!.id;
  const { code, said } = await register(discord, [], { IBID_GUILD_ID: guildId });
  expect([code, said]).toEqual([
    0,
    [`${COMMANDS} commands of ibid are registered, in the server ${guildId}.`],
  ]);
  expect([discord.commands(guildId).length, discord.commands().length]).toEqual([COMMANDS, 0]);
  expect(puts(discord).map(({ template }) => template)).toEqual([
    '/applications/{application_id}/guilds/{guild_id}/commands',
  ]);
});

test('register tells them whether they have changed or not, and --clear takes them away', async (context) => {
  const discord = await loopback(context);
  const IBID_DATA = join(folder, 'same');
  mkdirSync(IBID_DATA);
  for (const times of [1, 2]) {
    const { code, said } = await register(discord, [], { IBID_DATA });
    expect([code, said]).toEqual([0, [`${COMMANDS} commands of ibid are registered, everywhere.`]]);
    expect(puts(discord)).toHaveLength(times);
  }
  const { code, said } = await register(discord, ['--clear'], { IBID_DATA });
  expect([code, said]).toEqual([0, ['ibid has no commands any more, everywhere.']]);
  expect(discord.commands()).toEqual([]);
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
