import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PlaceName } from '../loopback/places.ts';
import type { Reply } from '../loopback/reply.ts';
import { MODERATOR, type UserOptions } from '../loopback/user.ts';
import { archiveFolder, BRIDGE, BRIDGE_TEXT } from './archive.ts';
import { type Bot, expectGoodManners, startBot } from './bot.ts';
import { boldIn, labelsOf, quotationsOf, readingOf } from './reading.ts';

const archive = archiveFolder();
let bot: Bot;
const reader = (options?: UserOptions) => bot.discord.user(options);

/** Someone with an answer of three pages before them. */
async function asked(options?: UserOptions) {
  const user = reader(options);
  return { user, reply: await user.slash('where', { name: 'Tarmila' }) };
}

/** Writes the article, and waits until the bot has read it. */
async function changed(text: string): Promise<void> {
  const before = bot.process.log.length;
  archive.write(BRIDGE, text);
  await bot.process.logged(
    (line) => line.msg === 'archive changed' && bot.process.log.indexOf(line) >= before,
  );
}

/** A reply's text now: what stays the same when something is shown beside it. */
const lookOf = (reply: Reply) => readingOf(reply);

beforeAll(async () => {
  bot = await startBot({ IBID_CORPUS: archive.path });
});
afterEach(() => expectGoodManners(bot.discord));
afterAll(async () => {
  await bot.leave();
  archive.remove();
});

const PLACES: readonly PlaceName[] = ['guild', 'dm', 'group', 'foreign-guild'];

describe.each(PLACES)('in a %s', (place) => {
  test('Context shows the sentence in its paragraph, to the asker alone', async () => {
    const { user, reply } = await asked({ in: place });
    const [first = ''] = quotationsOf(reply);
    const context = await user.press(reply, 'Context of [1]');
    expect(context.ephemeral).toBe(true);
    expect(context.embeds[0]?.description).toMatch(/\*\*.+\*\*/s);
    expect(readingOf(context)).toContain(first);
    expect(reply.edits).toEqual([]);
  });

  test('More and Back turn the pages in place, each sentence once', async () => {
    const { user, reply } = await asked({ in: place });
    const pages = [quotationsOf(reply)];
    await user.press(reply, 'More');
    pages.push(quotationsOf(reply));
    await user.press(reply, 'More');
    pages.push(quotationsOf(reply));
    expect(pages.map((page) => page.length)).toEqual([3, 3, 3]);
    expect(new Set(pages.flat()).size).toBe(9);
    expect(labelsOf(reply)).not.toContain('More');
    await user.press(reply, 'Back');
    expect(quotationsOf(reply)).toEqual(pages[1]);
    await user.press(reply, 'Back');
    expect(quotationsOf(reply)).toEqual(pages[0]);
    expect(labelsOf(reply)).not.toContain('Back');
    expect([reply.edits.length, reply.followUps.length]).toEqual([4, 0]);
  });

  test('Delete takes the answer away for the one who asked', async () => {
    const { user, reply } = await asked({ in: place });
    await user.press(reply, 'Delete');
    expect(reply.deleted).toBe(true);
  });

  test('a nearest name is asked in place of what was not found', async () => {
    const user = reader({ in: place });
    const reply = await user.slash('where', { name: 'Maasarik' });
    await user.press(reply, "Ma'asaran — 2 sentences");
    expect(readingOf(reply)).toContain("Where is Ma'asaran?");
    expect(boldIn(reply)).toContain("Ma'asaran");
    await user.press(reply, 'Delete');
    expect(reply.deleted).toBe(true);
  });
});

describe('pages', () => {
  test('keep the publisher, the dates and the privacy that were asked for', async () => {
    const user = reader();
    const only = { publisher: 'Harbour Post', from: '2021', to: '2021', private: true };
    const reply = await user.slash('where', { name: 'Tarmila', ...only });
    await user.press(reply, 'More');
    await user.press(reply, 'More');
    expect(readingOf(reply)).toContain('Sentence 7 of 7');
    expect(readingOf(reply)).toContain('1 article searched');
    expect(reply.ephemeral).toBe(true);
  });

  test('of a quotation go on, too', async () => {
    const user = reader();
    const reply = await user.slash('quote', { words: 'Tarmila' });
    await user.press(reply, 'More');
    expect(readingOf(reply)).toMatch(/Sentences 4–6 of \d+/);
    expect(new Set(boldIn(reply))).toEqual(new Set(['Tarmila']));
  });

  test('of articles go there and back', async () => {
    const user = reader();
    const reply = await user.slash('articles', { about: 'Oskel' });
    const first = lookOf(reply);
    await user.press(reply, 'More');
    expect(readingOf(reply)).toContain('Page 2 of 2');
    await user.press(reply, 'Back');
    expect(lookOf(reply)).toBe(first);
  });

  test('follow a question with markdown in it', async () => {
    const user = reader();
    const reply = await user.slash('ask', { question: '*Tarmila* | `Tarmila` \\' });
    await user.press(reply, 'More');
    expect(readingOf(reply)).toMatch(/Sentences 4–6 of/);
  });

  test('are in the language of who turns them', async () => {
    const { user, reply } = await asked({ locale: 'de' });
    await user.press(reply, 'Mehr');
    expect(labelsOf(reply)).toEqual(expect.arrayContaining(['Zurück', 'Mehr', 'Löschen']));
  });
});

describe('a stranger', () => {
  test('who presses More gets the page beside the answer, alone, and may go on there', async () => {
    const { reply } = await asked();
    const before = lookOf(reply);
    const stranger = reader();
    const own = await stranger.press(reply, 'More');
    expect(own.ephemeral).toBe(true);
    expect(readingOf(own)).toContain('Sentences 4–6 of 9');
    expect(labelsOf(own)).not.toContain('Delete');
    expect(lookOf(reply)).toBe(before);
    await stranger.press(own, 'More');
    expect(readingOf(own)).toContain('Sentences 7–9 of 9');
  });

  test('sees the context, too', async () => {
    const { reply } = await asked();
    expect((await reader().press(reply, 'Context of [2]')).ephemeral).toBe(true);
  });

  test('who presses a nearest name gets its answer beside', async () => {
    const reply = await reader().slash('where', { name: 'Vellom' });
    const own = await reader().press(reply, 'Vellin — 12 sentences');
    expect([own.ephemeral, own.id === reply.id]).toEqual([true, false]);
    expect(readingOf(own)).toContain('Where is Vellin?');
    expect(reply.edits).toEqual([]);
  });

  test('can delete nothing', async () => {
    const { reply } = await asked();
    const told = await reader().press(reply, 'Delete');
    expect(told.ephemeral).toBe(true);
    expect(readingOf(told)).toBe('Only the person who asked, or a moderator, can delete this answer.');
    expect(reply.deleted).toBe(false);
  });

  test('who moderates can delete', async () => {
    const { reply } = await asked();
    await reader({ permissions: MODERATOR }).press(reply, 'Delete');
    expect(reply.deleted).toBe(true);
  });
});

describe('after a restart', () => {
  test('the buttons of before work, killed though the bot was', async () => {
    const { user, reply } = await asked();
    const missing = await user.slash('where', { name: 'Vellom' });
    const list = await user.slash('articles');
    const [first = ''] = quotationsOf(reply);
    await bot.process.logged(({ id }) => id === list.interaction.payload.id);
    await bot.stop('SIGKILL');
    await bot.restart();
    expect(readingOf(await user.press(reply, 'Context of [1]'))).toContain(first);
    await user.press(reply, 'More');
    expect(readingOf(reply)).toContain('Sentences 4–6 of 9');
    await user.press(reply, 'Back');
    expect(quotationsOf(reply)[0]).toBe(first);
    await user.press(missing, 'Vellin — 12 sentences');
    expect(readingOf(missing)).toContain('Where is Vellin?');
    await user.press(list, 'More');
    expect(readingOf(list)).toContain('Page 2 of 2');
    await user.press(reply, 'Delete');
    expect(reply.deleted).toBe(true);
  });

  test('with another archive they say so, and show no other sentence; with the old one they work again', async () => {
    const { user, reply } = await asked();
    const ofBridge = await user.slash('where', { name: 'Tarmila', from: '2021', to: '2021' });
    const before = [lookOf(reply), lookOf(ofBridge)];
    await changed(BRIDGE_TEXT.replace('Tarmila is a market town', 'Tarmila is a small market town'));
    for (const button of ['More', 'Context of [1]', 'Context of [2]', 'Context of [3]']) {
      const told = await user.press(ofBridge, button);
      expect(readingOf(told)).toContain('The archive has changed since this answer');
      expect(told.ephemeral).toBe(true);
    }
    expect(readingOf(await user.press(reply, 'More'))).toContain('The archive has changed');
    expect([lookOf(reply), lookOf(ofBridge)]).toEqual(before);

    await changed('');
    for (const button of ['More', 'Context of [1]']) {
      expect(readingOf(await user.press(ofBridge, button))).toContain('The archive has changed');
    }

    await changed(BRIDGE_TEXT);
    const [first = ''] = quotationsOf(ofBridge);
    expect(readingOf(await user.press(ofBridge, 'Context of [1]'))).toContain(first);
  });
});
