import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { UserOptions } from '../loopback/user.ts';
import { archiveFolder } from './archive.ts';
import { type Bot, expectGoodManners, startBot } from './bot.ts';
import { around, labelsOf, menusOf, quotationsOf, readingOf } from './reading.ts';

const archive = archiveFolder();
let bot: Bot;
const reader = (options?: UserOptions) => bot.discord.user(options);

beforeAll(async () => {
  bot = await startBot({ IBID_CORPUS: archive.path });
});
afterEach(() => expectGoodManners(bot.discord));
afterAll(async () => {
  await bot.leave();
  archive.remove();
});

describe('an article', () => {
  test('is read from a citation on, with the sentence marked', async () => {
    const user = reader();
    const reply = await user.slash('where', { name: 'Tarmila' });
    const [first = ''] = quotationsOf(reply);
    const context = await user.select(reply, around(reply, 1));
    expect(context.buttons.find(({ label }) => label === 'Source')?.url).toContain('#:~:text=Tarmila%20is');
    const text = await user.press(context, 'Read the article');
    expect([text.ephemeral, text.id === context.id]).toEqual([true, false]);
    expect(text.text).toContain(`**${first.slice(0, 20)}`);
    expect(readingOf(text)).toContain('Nobody in Tarmila had believed that it would last');
  });

  test('is read page by page, in place for the one who asked', async () => {
    const paragraphs = Array.from({ length: 12 }, (_, i) => `${'It rained. '.repeat(30)}Day ${i} ended.`);
    archive.write('long.txt', paragraphs.join('\n\n'));
    await bot.process.logged(
      (line) => line.msg === 'archive changed' && JSON.stringify(line).includes('"articles":15'),
    );
    const user = reader();
    const article = await user.slash('article', { article: 'long' });
    const seen = [article.text];
    while (labelsOf(article).includes('More')) {
      await user.press(article, 'More');
      seen.push(article.text);
    }
    expect(seen.length).toBeGreaterThan(2);
    const pages = paragraphs.map((_, i) => seen.filter((one) => one.includes(`Day ${i} ended`)).length);
    expect(pages).toEqual(paragraphs.map(() => 1));
    await user.press(article, 'Back');
    expect(article.text).toBe(seen.at(-2));
    const own = await reader().press(article, 'Back');
    expect([own.ephemeral, article.text === seen.at(-2)]).toEqual([true, true]);
    archive.write('long.txt', '');
  });

  test('is opened from the list', async () => {
    const user = reader();
    const list = await user.slash('articles');
    const title = menusOf(list)['Open an article …']![0]!;
    const article = await user.select(list, title, 'open');
    expect(article.ephemeral).toBe(true);
    expect(readingOf(article)).toContain(title);
    expect(list.edits).toEqual([]);
  });
});

describe('the list of articles', () => {
  test('is narrowed by publisher and by month, and widened again, in place', async () => {
    const user = reader();
    const list = await user.slash('articles');
    await user.select(list, 'Oskel Water Board — 9', 'publisher');
    expect(readingOf(list)).toContain('Oskel Water Board\n');
    expect(readingOf(list)).not.toContain('The bridge of Tarmila reopens');
    expect(menusOf(list)['By month …']).toContain('2020-03 — 1');
    await user.select(list, '2020-03 — 1', 'month');
    expect(readingOf(list)).toContain('Oskel Water Board · 2020-03');
    expect(readingOf(list)).toContain('Water bulletin 3');
    expect(readingOf(list)).not.toContain('Water bulletin 4');
    await user.select(list, 'All', 'publisher');
    await user.select(list, 'All', 'month');
    expect(readingOf(list)).toContain('The bridge of Tarmila reopens');
    expect(list.edits).toHaveLength(4);
  });

  test('is narrowed as it is asked for', async () => {
    const user = reader();
    const list = await user.slash('articles', { about: 'Oskel', from: '2020' });
    expect(readingOf(list)).toContain('Page 1 of 1');
    const only = await user.slash('articles', { publisher: 'Daily Ledger', private: true });
    expect(readingOf(only)).toContain('Flood in Tarmila');
    expect([only.ephemeral, readingOf(only).includes('Water bulletin')]).toEqual([true, false]);
  });
});
