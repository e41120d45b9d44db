import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HAS_RUNTIME } from '../../encoder/has-runtime.ts';
import { archiveFolder } from './archive.ts';
import { type Bot, startBot } from './bot.ts';
import { quotationsOf, readingOf } from './reading.ts';

const archive = archiveFolder();
const QUESTION = { question: 'Who opened the bridge in Tarmila again by cutting the ribbon?' };
const RIGHT = 'Mayor Ilsa Dovrat cut the ribbon';
let bot: Bot;

afterAll(() => archive.remove());

describe.skipIf(!HAS_RUNTIME)('a bot with our own model', () => {
  beforeAll(async () => {
    bot = await startBot({ IBID_CORPUS: archive.path, IBID_MODEL: '' });
  });
  afterAll(() => bot.leave());

  test('its log names the model', () => {
    const read = bot.process.log.find(({ msg }) => msg === 'archive read');
    expect(read).toMatchObject({ models: ['english (English)'] });
  });

  test('a question is answered in the order of words and meaning', async () => {
    expect(quotationsOf(await bot.discord.user().slash('ask', QUESTION))[0]).toContain(RIGHT);
  });

  test('fifty questions at once are all answered in time, and a name that is typed meanwhile gets suggestions', async () => {
    const crowd = Array.from({ length: 50 }, () => bot.discord.user().slash('ask', QUESTION));
    const suggested = bot.discord.user().type('where', { name: 'Tar' });
    expect(await suggested).not.toEqual([]);
    for (const reply of await Promise.all(crowd)) {
      // A person who asks too often, and the bot where all do, are told so; Discord refuses what comes too late.
      expect(readingOf(reply)).not.toBe('');
    }
  });
});

test('a model that can’t be used is one line of the log, and the bot answers without it', async () => {
  const broken = await startBot({ IBID_CORPUS: archive.path, IBID_MODEL: join(archive.path, 'town') });
  try {
    expect(quotationsOf(await broken.discord.user().slash('ask', QUESTION))[0]).toContain(RIGHT);
    const said = broken.process.log.filter(({ note }) => String(note).includes("a model can't be used"));
    expect(said).toHaveLength(1);
  } finally {
    await broken.leave();
  }
});
