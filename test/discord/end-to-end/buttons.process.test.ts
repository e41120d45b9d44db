import { MessageFlags } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PlaceName } from '../loopback/places.ts';
import type { Reply } from '../loopback/reply.ts';
import { MODERATOR, type User, type UserOptions } from '../loopback/user.ts';
import type { WireMessage } from '../loopback/wire.ts';
import { archiveFolder, BRIDGE, BRIDGE_TEXT } from './archive.ts';
import { type Bot, expectGoodManners, startBot } from './bot.ts';
import OLDER from './older-messages.json' with { type: 'json' };
import { around, boldIn, labelsOf, quotationsOf, readingOf } from './reading.ts';

/** Whom their buttons call the asker. */
const OLD_ASKER = '80000000000000001';

const archive = archiveFolder();
let bot: Bot;
const reader = (options?: UserOptions) => bot.discord.user(options);

/** Someone with an answer of three pages before them. */
async function asked(options?: UserOptions) {
  const user = reader(options);
  return { user, reply: await user.slash('where', { name: 'Tarmila' }) };
}

/** A message that Ibid sent before it had components alone, to the one who asked. */
function older(which: keyof typeof OLDER, user = reader({ id: OLD_ASKER })) {
  return user.remembers('where', { name: 'Tarmila' }, OLDER[which] as WireMessage);
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
  test('Show around shows the sentence in its paragraph, to the asker alone', async () => {
    const { user, reply } = await asked({ in: place });
    const [first = ''] = quotationsOf(reply);
    const context = await user.select(reply, around(reply, 1));
    expect(context.ephemeral).toBe(true);
    expect(context.text).toMatch(/\*\*.+\*\*/s);
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
    expect(reply.ephemeral).toBe(true);
  });
});

describe('pages', () => {
  test('keep the publisher, the dates and the privacy that were asked for', async () => {
    const user = reader();
    const only = { publisher: 'Harbour Post', from: '2021', to: '2021', private: true };
    const reply = await user.slash('where', { name: 'Tarmila', ...only });
    await user.press(reply, 'More');
    await user.press(reply, 'More');
    expect(readingOf(reply)).toContain('7 / 7');
    expect(readingOf(reply)).toContain('1 article searched');
    expect(reply.ephemeral).toBe(true);
  });

  test('of a quotation go on, too', async () => {
    const user = reader();
    const reply = await user.slash('quote', { words: 'Tarmila' });
    await user.press(reply, 'More');
    expect(readingOf(reply)).toMatch(/4–6 \/ \d+/);
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
    expect(readingOf(reply)).toMatch(/4–6 \/ /);
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
    expect(readingOf(own)).toContain('4–6 / 9');
    expect(labelsOf(own)).not.toContain('Delete');
    expect(lookOf(reply)).toBe(before);
    await stranger.press(own, 'More');
    expect(readingOf(own)).toContain('7–9 / 9');
  });

  test('sees the context, too', async () => {
    const { reply } = await asked();
    expect((await reader().select(reply, around(reply, 2))).ephemeral).toBe(true);
  });

  test('who presses a nearest name gets its answer beside', async () => {
    const reply = await older('missing');
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

describe('a message of an older version, with embeds', () => {
  const asker = () => reader({ id: OLD_ASKER });

  test('has buttons for the context of each sentence', async () => {
    const reply = await older('answer');
    for (const [i, embed] of reply.embeds.entries()) {
      const [quote = ''] = (embed.description ?? '').split('\n');
      const context = await asker().press(reply, `Context of [${i + 1}]`);
      expect(context.ephemeral).toBe(true);
      expect(readingOf(context)).toContain(quote.replace(/^> /, '').replaceAll('**', ''));
    }
  });

  test('turns its pages in place, and is one of components from then on', async () => {
    const reply = await older('answer');
    await asker().press(reply, 'More');
    expect([reply.content, reply.embeds, reply.flags & MessageFlags.IsComponentsV2]).toEqual([
      '',
      [],
      MessageFlags.IsComponentsV2,
    ]);
    expect(readingOf(reply)).toContain('4–6 / 9');
    await asker().press(reply, 'Back');
    expect(quotationsOf(reply)).toHaveLength(3);
  });

  test('keeps what was chosen', async () => {
    const reply = await older('filtered');
    await asker().press(reply, 'More');
    expect(readingOf(reply)).toContain('Harbour Post · 2021 · 1 article searched');
  });

  test('asks for a nearest name, lists on, and goes', async () => {
    const missing = await older('missing');
    await asker().press(missing, 'Vellin — 12 sentences');
    expect(readingOf(missing)).toContain('Where is Vellin?');
    const list = await older('list');
    await asker().press(list, 'More');
    expect(readingOf(list)).toContain('Page 2 of 2');
    const reply = await older('answer');
    await asker().press(reply, 'Delete');
    expect(reply.deleted).toBe(true);
  });
});

/** The sentences of all pages from the first, with the days of their articles. */
async function pagesOf(reply: Reply, user: User): Promise<{ quote: string; day: string }[]> {
  const seen: { quote: string; day: string }[] = [];
  for (;;) {
    const days = [...readingOf(reply).matchAll(/^-# \[\d+\] (\S+)/gm)].map(([, day = '']) => day);
    seen.push(...quotationsOf(reply).map((quote, i) => ({ quote, day: days[i]! })));
    if (!labelsOf(reply).includes('More')) return seen;
    await user.press(reply, 'More');
  }
}

describe('Newest first', () => {
  test('shows the same sentences by their days, page by page, and goes back', async () => {
    const { user, reply } = await asked();
    const best = await pagesOf(reply, user);
    await user.press(reply, 'Newest first');
    const newest = await pagesOf(reply, user);
    expect(newest.map(({ quote }) => quote).sort()).toEqual(best.map(({ quote }) => quote).sort());
    const days = newest.map(({ day }) => (day === 'undated' ? '' : day));
    expect(days).toEqual([...days].sort().reverse());
    expect(newest).not.toEqual(best);
    await user.press(reply, 'Best first');
    expect(quotationsOf(reply)).toEqual(best.slice(0, 3).map(({ quote }) => quote));
  });

  test('is there for exact words, which stand in reading order', async () => {
    const user = reader();
    const reply = await user.slash('quote', { words: 'Tarmila' });
    const before = quotationsOf(reply);
    await user.press(reply, 'Newest first');
    expect(readingOf(reply)).toContain('[1] 2021-03-14');
    await user.press(reply, 'In reading order');
    expect(quotationsOf(reply)).toEqual(before);
  });
});

describe('Share here', () => {
  test('shows a private answer to all as it stands, with who shared it, who may delete it', async () => {
    const user = reader();
    const reply = await user.slash('where', { name: 'Tarmila', private: true });
    const shared = await user.press(reply, 'Share here');
    expect([reply.ephemeral, shared.ephemeral]).toEqual([true, false]);
    expect(quotationsOf(shared)).toEqual(quotationsOf(reply));
    expect(readingOf(shared)).toContain(`Shared by <@${user.id}>`);
    expect(labelsOf(shared)).toEqual(['More', 'Newest first', 'Delete']);
    const stranger = await reader().press(shared, 'More');
    expect(readingOf(stranger)).toContain('4–6 / 9');
    await user.press(shared, 'More');
    expect(readingOf(shared)).toContain('4–6 / 9');
    await user.press(shared, 'Delete');
    expect([shared.deleted, reply.deleted]).toEqual([true, false]);
  });

  test('shows what Find sources found', async () => {
    const user = reader();
    const reply = await user.context('Find sources', 'A flood killed 12 people in Tarmila!');
    const shared = await user.press(reply, 'Share here');
    expect([shared.ephemeral, quotationsOf(shared)]).toEqual([false, quotationsOf(reply)]);
  });

  test('is not there for what was not found, which only the asker sees', async () => {
    const reply = await reader().slash('where', { name: 'Vellom' });
    expect([reply.ephemeral, labelsOf(reply)]).toEqual([true, ['Vellin — 12 sentences']]);
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
    expect(readingOf(await user.select(reply, around(reply, 1)))).toContain(first);
    await user.press(reply, 'More');
    expect(readingOf(reply)).toContain('4–6 / 9');
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
    for (const told of [
      await user.press(ofBridge, 'More'),
      ...(await Promise.all([1, 2, 3].map((n) => user.select(ofBridge, around(ofBridge, n))))),
    ]) {
      expect(readingOf(told)).toContain('The archive has changed since this answer');
      expect(told.ephemeral).toBe(true);
    }
    expect(readingOf(await user.press(reply, 'More'))).toContain('The archive has changed');
    expect([lookOf(reply), lookOf(ofBridge)]).toEqual(before);

    await changed('');
    for (const told of [
      await user.press(ofBridge, 'More'),
      await user.select(ofBridge, around(ofBridge, 1)),
    ]) {
      expect(readingOf(told)).toContain('The archive has changed');
    }

    await changed(BRIDGE_TEXT);
    const [first = ''] = quotationsOf(ofBridge);
    expect(readingOf(await user.select(ofBridge, around(ofBridge, 1)))).toContain(first);
  });
});
