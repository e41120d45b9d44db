import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, type TestContext, test } from 'vitest';
import { loadCommands } from '../../../src/discord/commands/commands.ts';
import { CATALOGUES } from '../../../src/discord/messages/catalogues.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../loopback/server.ts';
import { archiveFolder } from './archive.ts';
import { type Environment, expectGoodManners, run, settingsFor, startBot } from './bot.ts';

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
async function register(discord: LoopbackDiscord, flags: readonly string[] = [], env: Environment = {}) {
  const data = mkdtempSync(join(folder, 'data-'));
  const { exited, output, errors } = run(['register', ...flags], { ...settingsFor(discord, data), ...env });
  return { code: await exited, said: [...output, ...errors] };
}

test.concurrent('all commands are told at once, to each place apart, not again after a restart, and again when they have changed', async () => {
  const bot = await startBot({ IBID_CORPUS: archive.path });
  const { discord } = bot;
  expect(puts(discord)).toHaveLength(1);
  expectInEachLanguage(discord);
  const ids = discord.commands().map(({ id }) => id);

  await bot.restart({ IBID_GUILD_ID: discord.guilds[0]!.id });
  expect(puts(discord)).toHaveLength(2);

  await bot.restart();
  expect(puts(discord)).toHaveLength(2);
  expect(bot.process.log).toContainEqual(
    expect.objectContaining({ msg: 'commands registered', changed: false }),
  );

  const remembered = join(bot.env.IBID_DATA!, 'registered.json');
  const hashes: Record<string, string> = JSON.parse(readFileSync(remembered, 'utf8'));
  const older = Object.fromEntries(Object.keys(hashes).map((key) => [key, 'the hash of an older version']));
  writeFileSync(remembered, JSON.stringify(older));
  await bot.restart();
  expect(puts(discord)).toHaveLength(3);
  expect(Object.values(JSON.parse(readFileSync(remembered, 'utf8')))).toContain(Object.values(hashes)[0]);
  expect(discord.commands().map(({ id }) => id)).toEqual(ids);
  await bot.leave();
});

test.concurrent('for one server they are told to that server, and work in it alone', async (context) => {
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

test.concurrent('register tells them whether they have changed or not, and --clear takes them away', async (context) => {
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

test.concurrent('register without a token says so in one line', async (context) => {
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
