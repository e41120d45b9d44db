import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  Routes,
} from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationOf } from '../../../src/discord/application.ts';
import { BUTTONS } from '../../../src/discord/buttons/buttons.ts';
import { loadCommands } from '../../../src/discord/commands/commands.ts';
import { CATALOGUES } from '../../../src/discord/messages/catalogues.ts';
import type { OptionValues } from '../loopback/options.ts';
import type { Reply } from '../loopback/reply.ts';
import type { UserOptions } from '../loopback/user.ts';
import { archiveFolder } from './archive.ts';
import { type Bot, expectGoodManners, startBot } from './bot.ts';
import { around, labelsOf, quotationsOf, readingOf } from './reading.ts';

const HOME = '323456789012345678';
const OTHER = '323456789012345679';
/** In the list, but the bot was never added to it: only people have it there. */
const LISTED = '323456789012345680';
const TARMILA = { name: 'Tarmila' };
const OUTSIDE = 'I don’t answer here: the person who runs me has chosen the servers that I answer in.';

const commands = [...(await loadCommands()).values()].map(({ data }) => data);
const archive = archiveFolder();
let bot: Bot;

/** Everywhere but in a server of the fence that the bot is in. */
const PLACES: readonly [place: string, options: UserOptions][] = [
  ['a server that is not listed', { in: 'guild', guild: OTHER }],
  ['a direct message', { in: 'dm' }],
  ['a group', { in: 'group' }],
  ['another server, by a user install', { in: 'foreign-guild' }],
  ['a listed server, by a user install', { in: 'foreign-guild', guild: LISTED }],
];
/** What was answered there before the fence. */
const before = new Map<string, Reply>();

beforeAll(async () => {
  const guilds = [{ id: HOME }, { id: OTHER }, { id: LISTED, hasBot: false }];
  bot = await startBot({ IBID_CORPUS: archive.path }, { guilds });
  for (const [place, options] of PLACES) {
    before.set(place, await bot.discord.user(options).slash('where', TARMILA));
  }
  await bot.restart({ IBID_GUILDS: `${HOME},${LISTED}` });
  // Commands that somebody's client still has, or that the registration could not take away.
  const { rest, application } = await applicationOf({ token: bot.discord.token, apiUrl: bot.discord.url });
  await rest.put(Routes.applicationCommands(application.id), { body: commands });
});
afterAll(async () => {
  expectGoodManners(bot.discord);
  await bot.leave();
  archive.remove();
});

interface Typed {
  /** `archive status`. */
  readonly command: string;
  readonly options: readonly APIApplicationCommandOption[];
}

const isSubcommand = ({ type }: APIApplicationCommandOption) =>
  type === ApplicationCommandOptionType.Subcommand;
const slashCommands = commands.flatMap((data): Typed[] => {
  if (!('description' in data)) return [];
  const { name: command, options = [] } = data as { name: string; options?: APIApplicationCommandOption[] };
  const subcommands = options.filter(isSubcommand);
  if (subcommands.length === 0) return [{ command, options }];
  return subcommands.map((one) => ({
    command: `${command} ${one.name}`,
    options: ('options' in one && one.options) || [],
  }));
});
const messageCommands = commands.filter((data) => !('description' in data)).map(({ name }) => name);

const required = ({ options }: Typed): OptionValues =>
  Object.fromEntries(options.filter((one) => one.required).map(({ name }) => [name, 'Tarmila']));
const suggested = ({ options }: Typed) => options.filter((one) => 'autocomplete' in one && one.autocomplete);

/** One plain line for who asked alone, and nothing of the archive. */
function expectPlainLine(reply: Reply, line = OUTSIDE): void {
  expect([readingOf(reply), reply.ephemeral]).toEqual([line, true]);
  expect([reply.embeds, reply.buttons, reply.files]).toEqual([[], [], []]);
}

describe.each(PLACES)('in %s nothing of the archive is answered', (place, options) => {
  const person = () => bot.discord.user(options);

  test('to each command', async () => {
    expect(slashCommands.length).toBeGreaterThan(10);
    for (const typed of slashCommands) expectPlainLine(await person().slash(typed.command, required(typed)));
  });

  test('to each message command', async () => {
    expect(messageCommands).toHaveLength(1);
    for (const name of messageCommands) expectPlainLine(await person().context(name, 'A flood in Tarmila.'));
  });

  test('to whoever types', async () => {
    const typing = slashCommands.flatMap((typed) =>
      suggested(typed).map(({ name }) => [typed.command, name]),
    );
    expect(typing.length).toBeGreaterThan(10);
    for (const [command, name] of typing) expect(await person().type(command!, { [name!]: 'T' })).toEqual([]);
  });

  test('to each button of an answer from before', async () => {
    const reply = before.get(place)!;
    const by = bot.discord.user({ ...options, id: reply.interaction.userId });
    const shown = readingOf(reply);
    const pressed = labelsOf(reply).filter((label) => !reply.buttons.find((one) => one.label === label)?.url);
    expect(pressed.length).toBeGreaterThanOrEqual(3);
    for (const label of pressed) expectPlainLine(await by.press(reply, label));
    expectPlainLine(await by.select(reply, around(reply, 1)));
    for (const action of Object.keys(BUTTONS)) {
      expectPlainLine(await person().forge(reply, `${action}|0|0|0|Tarmila`));
      expectPlainLine(await person().forge(reply, action));
    }
    expect([readingOf(reply), reply.deleted]).toEqual([shown, false]);
  });
});

test('the line is said in each language', async () => {
  const lines = new Set<string>();
  for (const [locale, { errors }] of Object.entries(CATALOGUES)) {
    const reply = await bot.discord.user({ in: 'dm', locale }).slash('where', TARMILA);
    expectPlainLine(reply, errors.outside);
    lines.add(errors.outside);
  }
  expect(lines.size).toBe(8);
});

test('inside all is as ever', async () => {
  const home = bot.discord.user({ guild: HOME });
  const reply = await home.slash('where', TARMILA);
  expect(quotationsOf(reply)).toHaveLength(3);
  await home.press(reply, 'More');
  expect(readingOf(reply)).toContain('4–6 / 9');
  expect(await home.type('where', { name: 'Tarm' })).not.toEqual([]);
});

test('the log says which servers get no answers, and who adds the bot and removes it', async () => {
  const { log, logged } = bot.process;
  const outside = 'in a server that IBID_GUILDS does not list: nobody gets an answer there';
  expect(log).toContainEqual(
    expect.objectContaining({ msg: outside, level: 40, guilds: [{ id: OTHER, name: 'Archive readers' }] }),
  );
  expect(log).toContainEqual(
    expect.objectContaining({
      guild: LISTED,
      msg: expect.stringContaining(`not in the server ${LISTED} of`),
    }),
  );

  const stranger = bot.discord.addBot({ name: 'Strangers' });
  const added = await logged('added to a server');
  expect(added).toMatchObject({ guild: { id: stranger.id, name: 'Strangers' }, guilds: 3 });
  await logged(({ msg, guilds }) => msg === outside && JSON.stringify(guilds).includes(stranger.id));
  expectPlainLine(await bot.discord.user({ guild: stranger.id }).slash('where', TARMILA));

  bot.discord.removeBot(stranger.id);
  expect(await logged('removed from a server')).toMatchObject({
    guild: { id: stranger.id, name: 'Strangers' },
    guilds: 2,
  });
});

test('added to a listed server while it runs, the bot answers there at once', async () => {
  bot.discord.addBot({ id: LISTED });
  await bot.discord.until(() => bot.discord.commands(LISTED).length === commands.length, 'the commands');
  expect(quotationsOf(await bot.discord.user({ guild: LISTED }).slash('where', TARMILA))).toHaveLength(3);
});
