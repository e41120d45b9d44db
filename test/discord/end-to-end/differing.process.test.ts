import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { User, UserOptions } from '../loopback/user.ts';
import { archiveFolder } from './archive.ts';
import { type Bot, expectGoodManners, startBot } from './bot.ts';
import { quotationsOf, readingOf } from './reading.ts';

const line = (article: object) => JSON.stringify(article);
const REPORTS = [
  ['Daily Ledger', 'On Monday a flood struck the market of Tarmila and killed 12 people, the mayor said.'],
  ['Northern Wire', 'At least 17 people were killed in Tarmila on Monday when the river flooded the market.'],
].map(([publisher, text], id) =>
  line({ id, title: `Flood ${id}`, text, publisher, published: '2020-01-29', url: 'https://a.example/' }),
);
/** Sentences that no question is about: in an archive of five, one that holds a word of the question may well answer. */
const FILLER = Array.from({ length: 25 }, (_, i) => `Window ${i} was washed by hand.`).join(' ');
const OTHERS = ['Shops of Vellin were open.', FILLER].map((text, i) =>
  line({ id: `other ${i}`, title: 'Other', text, publisher: 'Harbour Post', published: '2021-01-29' }),
);

const archive = archiveFolder({ 'reports.jsonl': [...REPORTS, ...OTHERS].join('\n') });
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

test.each([
  ['en-US', 'The sources differ: '],
  ['de', 'Die Quellen sagen Verschiedenes: '],
  ['fr', 'Les sources divergent\u00a0: '],
  ['es-ES', 'Las fuentes difieren: '],
  ['pt-BR', 'As fontes divergem: '],
  ['ru', 'Источники расходятся: '],
  ['tr', 'Kaynaklar farklı söylüyor: '],
  ['uk', 'Джерела розходяться: '],
])('in %s sources that differ are said to, and both are shown', async (locale, says) => {
  const reply = await reader({ locale }).slash('how-many', {
    about: 'How many people were killed in Tarmila?',
  });
  const line = readingOf(reply)
    .split('\n')
    .find((one) => one.startsWith(says));
  expect(line).toMatch(/“12 people” \[[12]\]/);
  expect(line).toMatch(/“At least 17 people” \[[12]\]/);
  const quotations = quotationsOf(reply);
  for (const [, words = '', number] of line!.matchAll(/“([^”]+)” \[(\d)\]/g)) {
    expect(quotations[Number(number) - 1]).toContain(words);
  }
});

test('nothing is said of it where one of them is filtered out', async () => {
  const values = { about: 'How many people were killed in Tarmila?', publisher: 'Daily Ledger' };
  expect(readingOf(await reader().slash('how-many', values))).not.toContain('differ');
});
