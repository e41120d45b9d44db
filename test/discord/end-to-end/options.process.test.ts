import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OptionValues } from '../loopback/options.ts';
import type { User, UserOptions } from '../loopback/user.ts';
import { archiveFolder } from './archive.ts';
import { type Bot, expectGoodManners, startBot } from './bot.ts';
import { quotationsOf, readingOf } from './reading.ts';

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

describe('options', () => {
  test.each(['Harbour Post', 'harbour post', ' HARBOUR POST '])(
    'publisher %j leaves the others out',
    async (publisher) => {
      const reply = await reader().slash('where', { name: 'Tarmila', publisher });
      expect(readingOf(reply)).toContain('2 articles searched');
      expect(readingOf(reply)).not.toMatch(/Daily Ledger|Northern Wire|undated/);
    },
  );

  test.each([
    ['2021-03-14', '2021-03-14'],
    ['14 March 2021', 'March 14, 2021'],
    ['March 2021', 'Mar 2021'],
    ['2021-03', '2021-3'],
    ['2021', '2021'],
    ['20210314', '14/03/2021'],
  ])('from %s to %s is read', async (from, to) => {
    const reply = await reader().slash('where', { name: 'Tarmila', from, to });
    expect(readingOf(reply)).toContain('1 article searched');
    expect(quotationsOf(reply)).toHaveLength(3);
  });

  test('from and to bound the days, both included', async () => {
    const searched = async (values: OptionValues) =>
      /(\d+) articles? searched/.exec(
        readingOf(await reader().slash('quote', { words: 'Tarmila', ...values })),
      )?.[1];
    expect(await searched({ from: '2019-05-07' })).toBe('11');
    expect(await searched({ to: '2019-05-07' })).toBe('3');
    expect(await searched({ to: '2019-05-05' })).toBe('0');
  });

  test('what a later article tells of the days counts as well', async () => {
    const day = { from: '2019-05-06', to: '2019-05-06' };
    const reply = await reader().slash('quote', { words: 'killed 12 people', ...day });
    expect(readingOf(reply)).toContain('3 articles searched');
    expect(readingOf(reply)).toContain('[3] 2019-05-07 · Harbour Post');
    expect(quotationsOf(reply)).toHaveLength(3);
  });

  test('not found among the chosen articles says that only those were searched', async () => {
    const reply = await reader().slash('where', { name: 'Tarmila', publisher: 'Oskel Water Board' });
    expect(readingOf(reply)).toContain('Only the chosen publisher and dates were searched.');
  });
});

describe('wrong input', () => {
  const HOW = 'is not a date that I can read. Write 2020-01-27, 27 January 2020, January 2020 or 2020.';

  test.each([
    ['where', { name: 'Tarmila', from: 'soon' }, `“soon” ${HOW}`],
    ['where', { name: 'Tarmila', to: '2021-13' }, `“2021-13” ${HOW}`],
    ['when', { about: 'flood', from: '30 February 2021' }, `“30 February 2021” ${HOW}`],
    ['ask', { question: 'flood?', to: '**14** <@1> @everyone' }, `“**14** <@1> @everyone” ${HOW}`],
    [
      'who',
      { name: 'x', from: '2021', to: '2020' },
      'The first day is after the last one: no article can be in between.',
    ],
    [
      'quote',
      { words: 'x', from: '2021-03-15', to: '2021-03-14' },
      'The first day is after the last one: no article can be in between.',
    ],
    [
      'why',
      { about: 'flood', publisher: 'Times' },
      'The archive has no publisher “Times”. It has: Oskel Water Board, Harbour Post, Daily Ledger, Northern Wire.',
    ],
    [
      'article',
      { article: 'no/such' },
      'There is no article “no/such”. Choose one from the list that opens while you type.',
    ],
  ] as [string, OptionValues, string][])(
    '/%s %o gets one clear line, for the asker alone',
    async (command, values, line) => {
      const reply = await reader().slash(command, values);
      expect(reply.ephemeral).toBe(true);
      expect(readingOf(reply)).toBe(line);
    },
  );

  test('is told in the language of who asks', async () => {
    const reply = await reader({ locale: 'de' }).slash('where', { name: 'Tarmila', from: 'bald' });
    expect(readingOf(reply)).toMatch(/^„bald“ ist kein Datum/);
  });

  test.each(['?!', '"', '\u200b', 'the'])('a question of no words, %j, is answered', async (name) => {
    expect(readingOf(await reader().slash('where', { name }))).toContain('The archive does not answer this.');
  });
});

describe('suggestions', () => {
  const names = async (command: string, values: OptionValues) =>
    (await reader().type(command, values)).map(({ value }) => value);

  test('with nothing typed the most mentioned names come first', async () => {
    expect((await names('ask', { question: '' })).slice(0, 3)).toEqual(['Vellin', 'Tarmila', 'Oskel']);
  });

  test('/where suggests places first, /who others, and both the same names', async () => {
    const [where, who] = [await names('where', { name: '' }), await names('who', { name: '' })];
    expect(where.slice(0, 2)).toEqual(['Vellin', 'Tarmila']);
    expect(who.indexOf('Oskel Water Board')).toBeLessThan(who.indexOf('Vellin'));
    expect(who.toSorted()).toEqual(where.toSorted());
  });

  test.each([
    ['tarm', 'Tarmila'],
    ['TARMILA', 'Tarmila'],
    ['Tarmilla', 'Tarmila'],
    ['hask', 'Jon Hask'],
    ['brev', 'Port Brevin'],
    ['masara', "Ma'asaran"],
    ['Ma’asa', "Ma'asaran"],
  ])('%s may become %s', async (typed, name) => {
    expect(await names('where', { name: typed })).toContain(name);
  });

  test.each([
    ['what', { about: 'Tar' }],
    ['when', { about: 'Tar' }],
    ['why', { about: 'Tar' }],
    ['how-many', { about: 'Tar' }],
    ['ask', { question: 'Tar' }],
    ['articles', { about: 'Tar' }],
  ])('/%s %o suggests names', async (command, values) => {
    expect(await names(command, values)).toEqual(['Tarmila']);
  });

  test.each([
    ['de', { from: '14. März 2021', to: '14.03.2021' }],
    ['fr', { from: 'mars 2021', to: 'mars 2021' }],
    ['ru', { from: '14 марта 2021', to: '14 марта 2021 г.' }],
  ])('a day is read in the asker’s language: %s', async (locale, days) => {
    const reply = await bot.discord.user({ locale }).slash('where', { name: 'Tarmila', ...days });
    const articles = new Set(readingOf(reply).match(/2021-03-14|2019-05-0\d|2020-\d\d-01/g));
    expect([...articles]).toEqual(['2021-03-14']);
    const later = await bot.discord.user({ locale }).slash('where', { name: 'Tarmila', from: 'yesterday' });
    // What can't be read is repeated.
    expect(readingOf(later)).not.toContain('yesterday');
  });

  test('a publisher and an article are found by their best match', async () => {
    const reply = await reader().slash('where', { name: 'Tarmila', publisher: 'the harbor post' });
    expect(quotationsOf(reply)).not.toEqual([]);
    expect(readingOf(reply)).not.toMatch(/Daily Ledger|Northern Wire/);
    for (const article of ['bridge tarmila', 'The brigde of Tarmila', 'reopens', 'town/brid', 'town/bridge'])
      expect(readingOf(await reader().slash('article', { article }))).toContain(
        'The bridge of Tarmila reopens',
      );
    const none = await reader().slash('article', { article: 'quarrels of Mars' });
    expect(readingOf(none)).toContain('There is no article “quarrels of Mars”');
  });

  test('publishers are suggested with their articles, whatever is asked', async () => {
    expect(await reader().type('who', { name: 'x', publisher: 'har' })).toEqual([
      { name: 'Harbour Post — 2', value: 'Harbour Post' },
    ]);
    expect(await names('quote', { words: 'x', publisher: '' })).toHaveLength(4);
  });

  test('articles are suggested by title, newest first', async () => {
    expect(await names('article', { article: 'flood' })).toEqual([
      'agencies.jsonl#ledger-1',
      'agencies.jsonl#wire-7',
    ]);
    expect((await names('article', { article: '' }))[0]).toBe('town/bridge');
  });

  test('what is no name gets no suggestion, and any text is accepted', async () => {
    expect(await names('where', { name: 'qqqqqq' })).toEqual([]);
  });
});
