import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../../src/archive/open-archive.ts';
import type { CommandContext } from '../../../src/discord/commands/command.ts';
import {
  articleChoices,
  choicesFor,
  daysIn,
  filterOf,
  nameChoices,
  publisherChoices,
} from '../../../src/discord/commands/options.ts';
import { en } from '../../../src/discord/messages/en.ts';
import { articleOf } from '../../articles.ts';
import { limits } from '../loopback/limits/limits.ts';
import type { WireChoice } from '../loopback/wire.ts';
import { NASTY } from '../render/nasty-texts.ts';

const TODAY = '2020-03-15';

describe('a day', () => {
  test.each([
    ['de', '01.02.2020', '2020-02-01'],
    ['de', '14. März 2017', '2017-03-14'],
    ['tr', 'dün', '2020-03-14'],
    ['fr', '2020-01-27', '2020-01-27'],
  ])('in %s %j is %s', (locale, typed, day) => {
    expect(daysIn(typed, locale, TODAY)).toEqual({ from: day, to: day });
  });

  test.each([
    ['2020-01-27', '2020-01-27'],
    [' 2020/1/7 ', '2020-01-07'],
    ['2020.01.27', '2020-01-27'],
    ['20200127', '2020-01-27'],
    ['27.1.2020', '2020-01-27'],
    ['27/01/2020', '2020-01-27'],
    ['01/27/2020', '2020-01-27'],
    ['07/07/2020', '2020-07-07'],
    ['27 January 2020', '2020-01-27'],
    ['27th Jan. 2020', '2020-01-27'],
    ['January 27, 2020', '2020-01-27'],
    ['jan 27 2020', '2020-01-27'],
    ['Monday, 27 January 2020', '2020-01-27'],
    ['2020-01-27T23:30:00-05:00', '2020-01-27'],
    ['29 February 2020', '2020-02-29'],
  ])('%j is %s, as a first and as a last one', (typed, day) => {
    expect(daysIn(typed, 'en', TODAY)).toEqual({ from: day, to: day });
  });

  test.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-2', '2021-02-01', '2021-02-28'],
    ['1900/02', '1900-02-01', '1900-02-28'],
    ['2000.02', '2000-02-01', '2000-02-29'],
    ['2020-12', '2020-12-01', '2020-12-31'],
    ['February 2024', '2024-02-01', '2024-02-29'],
    ['Feb. 2023', '2023-02-01', '2023-02-28'],
    ['sept 2020', '2020-09-01', '2020-09-30'],
    ['APRIL 2020', '2020-04-01', '2020-04-30'],
  ])('%j runs from %s to %s', (typed, from, to) => {
    expect(daysIn(typed, 'en', TODAY)).toEqual({ from, to });
  });

  test.each([
    '',
    ' ',
    'tomorrow',
    'Smarch 2020',
    'ja 2020',
    '2020-13',
    '2020-00',
    '2020-1-',
    '2020-02-30',
    '30 February 2020',
    '29 February 2021',
    '31.4.2020',
    '02/03/2020',
    '20',
    '20200',
    '-2020',
    '2020-01-27; DROP TABLE',
    '１２ January ２０２０',
    '\u0000',
    '9'.repeat(300),
  ])('%j is none', (typed) => {
    expect(daysIn(typed, 'en', TODAY)).toBeUndefined();
  });
});

const archive = await buildArchive([
  articleOf('Ali left. Ali came.', 0, { publisher: 'Harbour Post', published: '2020-01-27' }),
  articleOf('Tarmila fell.', 1, { publisher: 'Le Monde Été', id: 'x'.repeat(101) }),
  articleOf('Omar left.', 2, {
    publisher: '**P** [x](http://evil.example)',
    title: '@everyone \u202e'.repeat(20),
  }),
]);
const context: CommandContext = { archive, messages: en };

/** Only as much of an interaction as the filter reads. */
function typed(options: Record<string, string>): ChatInputCommandInteraction {
  return {
    options: { getString: (name: string) => options[name] ?? null },
  } as unknown as ChatInputCommandInteraction;
}

describe('a filter', () => {
  test.each<[Record<string, string>, object]>([
    [{}, {}],
    [{ publisher: ' harbour POST ' }, { publisher: 'Harbour Post' }],
    [{ publisher: 'le monde ete' }, { publisher: 'Le Monde Été' }],
    [{ publisher: 'the harbour post' }, { publisher: 'Harbour Post' }],
    [{ publisher: 'Harborpost' }, { publisher: 'Harbour Post' }],
    [{ publisher: 'monde' }, { publisher: 'Le Monde Été' }],
    [{ publisher: 'Harbor Pots' }, { publisher: 'Harbour Post' }],
    [
      { from: '2020', to: 'February 2020' },
      { from: '2020-01-01', to: '2020-02-29' },
    ],
    [
      { from: '2020-01-27', to: '27 January 2020' },
      { from: '2020-01-27', to: '2020-01-27' },
    ],
  ])('%j is read as %j', async (options, filter) => {
    expect(await filterOf(typed(options), context)).toEqual(filter);
  });

  test.each<[Record<string, string>, string]>([
    [{ from: 'soon' }, '“soon” is not a date'],
    [{ to: '02/03/2020' }, '“02/03/2020” is not a date'],
    [{ from: '2021', to: '2020' }, 'is after the last one'],
    [{ publisher: 'Times' }, 'has no publisher “Times”. It has: '],
    [{ publisher: ' ' }, 'has no publisher “”'],
  ])('%j is answered with what is wrong', async (options, why) => {
    await expect(filterOf(typed(options), context)).rejects.toThrow(why);
  });
});

describe('choices', () => {
  test('of names, publishers and articles are never more or longer than Discord takes', async () => {
    const many = await buildArchive(
      Object.values(NASTY).map((text, place) =>
        articleOf(text, place, { id: `${place}`, title: text, publisher: text.slice(0, 120) }),
      ),
    );
    for (const start of ['', 'Zan', '*', '\u0000', 'x'.repeat(300)]) {
      for (const choices of [nameChoices, publisherChoices, articleChoices]) {
        const found = await choices(start, { archive: many, messages: en });
        expect(limits.choices(found as WireChoice[])).toEqual([]);
        for (const { name, value } of found) expect([name.trim(), value.trim()]).not.toContain('');
        for (const { name } of found) expect(name.isWellFormed()).toBe(true);
      }
    }
  });

  test('of names are in the order that the command asks for', async () => {
    const world: CommandContext = {
      archive: await buildArchive([articleOf('They met Mr. Zorgan in Homs. Then Zorgan left.', 0)]),
      messages: en,
    };
    const typing = async (commandName: string) => {
      const options = { getFocused: () => ({ name: 'name', value: '' }) };
      const interaction = { commandName, options } as unknown as AutocompleteInteraction;
      return (await choicesFor(interaction, world)).map(({ value }) => value);
    };
    expect(await typing('who')).toEqual(['Zorgan', 'Homs']);
    expect(await typing('where')).toEqual(['Homs', 'Zorgan']);
  });

  test('that could not be sent back whole are left out', async () => {
    expect((await articleChoices('', context)).map(({ value }) => value)).toEqual(['a', 'c']);
  });

  test('are found by any part of a name, however it is written', async () => {
    expect(await publisherChoices('ete', context)).toEqual([
      { name: 'Le Monde Été — 1', value: 'Le Monde Été' },
    ]);
  });
});
