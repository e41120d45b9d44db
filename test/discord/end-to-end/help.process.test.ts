import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveFolder } from './archive.ts';
import { type Bot, startBot } from './bot.ts';

const archive = archiveFolder();
let bot: Bot;

beforeAll(async () => {
  bot = await startBot({ IBID_CORPUS: archive.path });
});
afterAll(async () => {
  await bot.leave();
  archive.remove();
});

/** The ids that help links to, each once. */
async function linked(): Promise<string[]> {
  const { text } = await bot.discord.user().slash('help');
  return [...new Set(Array.from(text.matchAll(/<\/[^:>]+:(\d+)>/g), ([, id = '']) => id))].sort();
}

const idsIn = (guildId?: string) =>
  bot.discord
    .commands(guildId)
    .filter(({ type }) => type === 1)
    .map(({ id }) => id)
    .sort();

test('help links to the commands where they are registered: everywhere, or in one server', async () => {
  expect(await linked()).toEqual(idsIn());
  const guildId = bot.discord.guilds[0]!.id;
  await bot.restart({ IBID_GUILDS: guildId });
  expect(idsIn(guildId).length).toBeGreaterThan(10);
  expect(await linked()).toEqual(idsIn(guildId));
});

test('help asks Discord for them once', async () => {
  const asked = () => bot.discord.requests.filter(({ route }) => route === 'commands-get').length;
  await linked();
  const before = asked();
  await linked();
  expect(asked()).toBe(before);
});
