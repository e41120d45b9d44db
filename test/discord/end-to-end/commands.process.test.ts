import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/package.ts';
import type { OptionValues } from '../loopback/options.ts';
import type { PlaceName } from '../loopback/places.ts';
import type { User, UserOptions } from '../loopback/user.ts';
import { ADMINISTRATOR } from '../loopback/user.ts';
import { archiveFolder, FILES } from './archive.ts';
import { type Bot, expectGoodManners, startBot } from './bot.ts';
import { boldIn, labelsOf, quotationsOf, readingOf } from './reading.ts';

/** Id of a role. */
const EDITORS = '310000000000000001';
const archive = archiveFolder();
let bot: Bot;
const reader = (options?: UserOptions): User => bot.discord.user(options);

beforeAll(async () => {
  bot = await startBot({ IBID_CORPUS: archive.path });
});
afterEach(() => expectGoodManners(bot.discord));
afterAll(async () => {
  await bot.leave();
  archive.remove();
});

/** Every command, something to ask it, and what its answer says. */
const COMMANDS: readonly [command: string, values: OptionValues, says: string][] = [
  ['who', { name: 'Ilsa Dovrat' }, 'Mayor Ilsa Dovrat cut the ribbon'],
  ['what', { about: 'Tarmila' }, '### Tarmila\n'],
  ['where', { name: "Ma'asaran" }, "Ma'asaran lies in the hills above Tarmila"],
  ['when', { about: 'the flood in Tarmila' }, 'on Monday'],
  ['why', { about: 'destroyed the first arch' }, 'because the river was never dredged'],
  ['how-many', { about: 'people killed by the flood' }, 'killed 12 people'],
  ['ask', { question: 'Who cut the ribbon in Tarmila?' }, 'Mayor Ilsa Dovrat cut the ribbon'],
  ['quote', { words: 'the river was never dredged' }, 'She said that the flood of 2019'],
  ['articles', {}, 'The bridge of Tarmila reopens\n-# 2021-03-14 · Harbour Post · 8 sentences'],
  ['article', { article: 'town/bridge' }, 'Its *toll* costs 2 crowns, and @everyone in Tarmila pays it.'],
  ['archive status', {}, '2019-05-06 – 2021-03-14 · 1 undated'],
  ['help', {}, '/archive status'],
];

const PLACES: readonly PlaceName[] = ['guild', 'dm', 'group', 'foreign-guild'];

describe.each(PLACES)('in a %s', (place) => {
  test.each(COMMANDS)('/%s %o answers', async (command, values, says) => {
    const reply = await reader({ in: place }).slash(command, values);
    expect(readingOf(reply)).toContain(says);
    expect(reply.followUps).toEqual([]);
  });

  test('Find sources shows the sentences that speak of a message, to the asker alone', async () => {
    const reply = await reader({ in: place }).context('Find sources', 'A flood killed 12 people in Tarmila!');
    expect(reply.ephemeral).toBe(true);
    expect(quotationsOf(reply)[0]).toContain('killed 12 people');
  });

  test('articles that are the same one are named, and counted', async () => {
    const article = readingOf(
      await reader({ in: place }).slash('article', { article: 'agencies.jsonl#ledger-1' }),
    );
    expect(article).toContain('The same text: Flood strikes Tarmila — Northern Wire, 2019-05-06');
    expect(article).toContain('Nearly the same text: Twelve dead in Tarmila — Harbour Post, 2019-05-07');
    const status = readingOf(await reader({ in: place }).slash('archive status'));
    expect(status).toContain('14 (2 of them word for word the same as another)');
  });

  test('names are suggested', async () => {
    expect(await reader({ in: place }).type('where', { name: 'Tar' })).toEqual([
      { name: 'Tarmila — 11 sentences', value: 'Tarmila' },
    ]);
  });
});

test('every file of commands/ is asked above', () => {
  const files = readdirSync(join(packageRoot(), 'commands')).map((file) => parse(file).name);
  const asked = COMMANDS.map(([command]) => command.split(' ')[0]);
  expect(files.sort()).toEqual([...new Set([...asked, 'find-sources'])].sort());
});

describe('an answer', () => {
  test('consists of sentences of the archive, letter by letter', async () => {
    const reply = await reader().slash('where', { name: 'Tarmila' });
    const texts = Object.values(FILES).join('\n');
    expect(quotationsOf(reply)).toHaveLength(3);
    for (const quotation of quotationsOf(reply)) expect(texts).toContain(quotation);
  });

  test('names its source, with a link to the very passage', async () => {
    const reply = await reader().slash('who', { name: 'Ilsa Dovrat' });
    expect(readingOf(reply)).toContain(
      '[1] 2021-03-14 · Harbour Post · The bridge of Tarmila reopens · ¶\u00a02 · ',
    );
    expect(reply.text).toContain(
      '[Source](https://harbour.example/2021/bridge#:~:text=Mayor%20Ilsa%20Dovrat%20cut%20the,before%203%2C000%20people%20in%20Tarmila.)',
    );
  });

  test('names the copies of agency reports instead of repeating them', async () => {
    const reply = await reader().slash('when', { about: 'flood in Tarmila on Monday' });
    expect(readingOf(reply)).toContain('also in 2 other articles');
    expect(quotationsOf(reply).filter((one) => one.includes('on Monday'))).toHaveLength(1);
  });

  test('shows what another spelling was read as', async () => {
    const reply = await reader().slash('who', { name: 'Dovrad' });
    expect(readingOf(reply)).toContain('Dovrad: read as Dovrat');
    expect(boldIn(reply)).toContain('Dovrat');
  });

  test('that there is none is said, with the nearest names', async () => {
    const reply = await reader().slash('where', { name: 'Vellom' });
    expect(readingOf(reply)).toContain('No article mentions “Vellom”.');
    expect(labelsOf(reply)).toContain('Vellin — 12 sentences');
  });

  test('quote means the exact words', async () => {
    const reply = await reader().slash('quote', { words: 'the river Was never dredged' });
    expect(readingOf(reply)).toContain('No article contains these exact words.');
  });

  test("Find sources reads a bot's message, too", async () => {
    const user = reader();
    const reply = await user.context('Find sources', await user.slash('who', { name: 'Ilsa Dovrat' }));
    expect(quotationsOf(reply)).toContain('Mayor Ilsa Dovrat cut the ribbon before 3,000 people in Tarmila.');
  });

  test('Find sources says so where nothing speaks of it', async () => {
    const reply = await reader().context('Find sources', 'Good morning, all!');
    expect(readingOf(reply)).toContain('No sentence in the archive is about what this message says.');
  });

  test('problems of the archive are told to editors alone, not to whoever manages a server of their own', async () => {
    const admin = reader({ permissions: ADMINISTRATOR });
    const stranger = await admin.slash('archive status');
    expect(stranger.ephemeral).toBe(false);
    expect(readingOf(stranger)).toContain('1 (administrators see it)');
    const home = await startBot(
      { IBID_CORPUS: archive.path, IBID_EDITOR_ROLES: EDITORS },
      { guilds: [{ roles: [EDITORS] }] },
    );
    const editor = await home.discord.user({ roles: [EDITORS] }).slash('archive status');
    await home.leave();
    expect(editor.ephemeral).toBe(true);
    expect(readingOf(editor)).toMatch(/^agencies\.jsonl:4: not JSON/m);
  });

  test('an article is found by its title, too', async () => {
    const reply = await reader().slash('article', { article: 'The bridge of Tarmila reopens' });
    expect(readingOf(reply)).toContain('Id: town/bridge');
  });

  test('articles can be asked for by what they mention', async () => {
    const reply = await reader().slash('articles', { about: 'Red Lantern Society' });
    expect(readingOf(reply)).toContain('Articles that mention Red Lantern Society');
    expect(readingOf(reply)).toContain(
      'Twelve dead in Tarmila\n-# 2019-05-07 · Harbour Post · 3 sentences · [↗](https://harbour.example/2019/flood)',
    );
    expect(readingOf(reply)).not.toContain('bridge');
  });
});

describe('help', () => {
  test('has commands to click, by their ids, and questions that the archive answers', async () => {
    const user = reader();
    const reply = await user.slash('help');
    for (const { name, id, type } of bot.discord.commands()) {
      if (type !== ApplicationCommandType.ChatInput) continue;
      expect(reply.text).toMatch(new RegExp(`^</${name}(?: status)?:${id}> — `, 'm'));
    }
    const labels = labelsOf(reply);
    expect(labels).toHaveLength(3);
    for (const label of labels) {
      const answer = await user.press(await user.slash('help'), label);
      expect([answer.ephemeral, quotationsOf(answer).length > 0]).toEqual([true, true]);
    }
  });

  test('comes with a greeting in part', async () => {
    const reply = await reader({ locale: 'de' }).slash('ask', { question: 'hallo' });
    expect([reply.ephemeral, readingOf(reply).includes('Hallo!')]).toEqual([true, true]);
    expect(labelsOf(reply)[0]).toMatch(/^\/wo /);
  });
});

describe('private', () => {
  test.each(COMMANDS.filter(([command]) => command !== 'help'))(
    '/%s %o, private, is for the asker alone',
    async (command, values) => {
      const reply = await reader().slash(command, { ...values, private: true });
      expect(reply.ephemeral).toBe(true);
      expect(labelsOf(reply)).not.toContain('Delete');
    },
  );
});

describe('languages', () => {
  test.each([
    ['de', 'Wo ist Tarmila?', 'Löschen'],
    ['fr', 'Où est Tarmila', 'Supprimer'],
    ['es-419', '¿Dónde está Tarmila?', 'Eliminar'],
    ['uk', 'Tarmila', 'Видалити'],
    ['ja', 'Where is Tarmila?', 'Delete'],
    ['en-GB', 'Where is Tarmila?', 'Delete'],
  ])('%s is answered with “%s”', async (locale, heading, remove) => {
    const reply = await reader({ locale }).slash('where', { name: 'Tarmila' });
    expect(readingOf(reply)).toContain(heading);
    expect(labelsOf(reply)).toContain(remove);
  });

  test('suggestions count in the language of who types', async () => {
    expect(await reader({ locale: 'de' }).type('where', { name: 'Tar' })).toEqual([
      { name: 'Tarmila — 11 Sätze', value: 'Tarmila' },
    ]);
  });

  test('commands carry a name and a description in each language', () => {
    const commands = bot.discord.commands();
    const german = Object.fromEntries(commands.map((one) => [one.name, one.name_localizations?.de]));
    expect(german).toMatchObject({ where: 'wo', 'how-many': 'wie-viele', 'Find sources': 'Quellen finden' });
    const described = commands.filter(({ type }) => type === ApplicationCommandType.ChatInput);
    expect(described.every(({ description_localizations: all }) => all?.uk !== undefined)).toBe(true);
  });
});

test('the log says what was done, and not what was asked', async () => {
  await bot.process.logged(({ command }) => command === 'Find sources');
  expect(JSON.stringify(bot.process.log)).not.toMatch(/Tarmila|Dovrat/);
  expect(bot.process.log.filter(({ level }) => level > 30)).toEqual([]);
});
