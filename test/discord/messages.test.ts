import type { APIApplicationCommandOption, Locale } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { loadCommands } from '../../src/discord/commands/commands.ts';
import { daysIn } from '../../src/discord/commands/options.ts';
import {
  CATALOGUES,
  completed,
  localizations,
  messagesFor,
  TRANSLATIONS,
} from '../../src/discord/messages/catalogues.ts';
import { en } from '../../src/discord/messages/en.ts';
import type { Messages, Named } from '../../src/discord/messages/messages.ts';

type Say = (...values: readonly (string | number)[]) => string;

/** Discord's pattern for names of commands and options, without the apostrophe and the scripts that Ibid doesn't speak. */
const NAME = /^[-_\p{L}\p{N}]{1,32}$/u;
const definitions = [...(await loadCommands()).values()].map(({ data }) => data);
const NUMBERS = [0, 1, 2, 5, 21];
const NAMES = ['Ma’asaran', '{name}', '{0}', '{{}', '$&', "$1 $` $' $$", '%s', '<b>&amp;</b>'];

/** Every text and function of a catalogue with its path: "answer.shown". */
function leavesOf(value: object, path = ''): [path: string, leaf: unknown][] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? leavesOf(inner, `${path}.${key}`) : [[`${path}.${key}`, inner]],
  );
}

/** Texts that English has and a translation lacks, or has as something else. */
function untranslated(translation: object): string[] {
  const own = new Map(leavesOf(translation));
  return leavesOf(en)
    .filter(([path, leaf]) => typeof own.get(path) !== typeof leaf)
    .map(([path]) => path);
}

/** The functions, with the number of arguments that the English one takes: a translation may not drop any. */
function functionsOf(messages: Messages): [path: string, say: Say, count: number][] {
  const english = new Map(leavesOf(en));
  return leavesOf(messages)
    .filter(([, leaf]) => typeof leaf === 'function')
    .map(([path, leaf]) => [path, leaf as Say, (english.get(path) as Say).length]);
}

function commandsOf({ commands: { findSources: _, ...commands } }: Messages): Named[] {
  return Object.values(commands);
}

/** Options and subcommands that stand side by side in a command, as people of a locale see them. */
function optionsTogether(locale: string): Named[][] {
  return definitions.flatMap((definition) => ('options' in definition ? sideBySide(definition, locale) : []));
}

interface WithOptions {
  readonly options?: readonly (APIApplicationCommandOption | WithOptions)[] | undefined;
}

function sideBySide({ options = [] }: WithOptions, locale: string): Named[][] {
  const named = (options as readonly APIApplicationCommandOption[]).map((option) => ({
    name: option.name_localizations?.[locale as Locale] ?? option.name,
    description: option.description_localizations?.[locale as Locale] ?? option.description,
  }));
  return [named, ...options.flatMap((option) => ('options' in option ? sideBySide(option, locale) : []))];
}

const namesOf = (named: readonly Named[]) => named.map(({ name }) => name);

/** What is wrong with a catalogue, of which each fault names its place; nothing where all is well. */
function faultsOf(messages: Messages, locale = 'en-US'): string[] {
  const texts = leavesOf(messages).filter(([, leaf]) => typeof leaf === 'string');
  const functions = functionsOf(messages);
  return [
    ...texts.filter(([, text]) => text === '' || text !== (text as string).trim()).map(([path]) => path),
    ...[...commandsOf(messages), ...Object.values(messages.options)]
      .filter(isRefused)
      .map(({ name }) => name),
    ...[commandsOf(messages), ...optionsTogether(locale)].flatMap((named) => repeated(namesOf(named))),
    ...functions.flatMap(([path, say, count]) => [
      ...numbersLost(say, count, path),
      ...namesLost(say, count, path),
    ]),
  ];
}

/** Whether Discord takes neither the name nor the description. */
function isRefused({ name, description }: Named): boolean {
  const takesName = NAME.test(name) && name === name.toLowerCase() && name === name.normalize('NFC');
  return !takesName || description.length === 0 || description.length > 100;
}

const repeated = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) !== i);

/** Numbers that a function does not say. */
function numbersLost(say: Say, count: number, path: string): string[] {
  return NUMBERS.flatMap((number) => [0, 1].map((step) => [number, step] as const)).flatMap(
    ([number, step]) => {
      const numbers = Array.from({ length: count }, (_, n) => String(number + n * step));
      const shown: string[] = String(say(...numbers.map(Number))).match(/\d+/g) ?? [];
      return numbers.filter((one) => !shown.includes(one)).map((one) => `${path} lost ${one}`);
    },
  );
}

/** Names that a function does not say as they are. */
function namesLost(say: Say, count: number, path: string): string[] {
  return NAMES.flatMap((name) => {
    const names = Array.from({ length: count }, (_, n) => name + n);
    const said = say(...names);
    return names.filter((one) => !said.includes(one)).map((one) => `${path} lost ${one}`);
  });
}

// A new command may be there in English first: the report of the tests lists what is to be translated.
for (const [locale, translation] of Object.entries(TRANSLATIONS))
  for (const path of untranslated(translation)) test.todo(`${locale} says ${path.slice(1)}`);

test.each(Object.entries(TRANSLATIONS))('%s says nothing that English does not', (_, translation) => {
  const english = new Set(leavesOf(en).map(([path]) => path));
  expect(leavesOf(translation).filter(([path]) => !english.has(path))).toEqual([]);
});

test('what a translation lacks is listed, and said in English', () => {
  const { errors: _, ...lacking } = messagesFor('de');
  const partial = { ...lacking, commands: { where: lacking.commands.where } };
  const lacks = untranslated(partial);
  expect(lacks).toContain('.errors.busy');
  expect(lacks).toContain('.commands.quote.description');
  expect(lacks.filter((path) => !/^.(errors|commands)./.test(path))).toEqual([]);
  const messages = completed(en, partial);
  expect(messages.errors.busy).toBe(en.errors.busy);
  expect([messages.commands.quote, messages.commands.where]).toEqual([
    en.commands.quote,
    lacking.commands.where,
  ]);
  expect(Object.keys(messages)).toEqual(Object.keys(en));
});

test.each(Object.entries(CATALOGUES))(
  '%s is in texts that Discord takes, with all names and numbers',
  (locale, messages) => {
    expect(faultsOf(messages, locale)).toEqual([]);
    expect(messages.commands.findSources.length).toBeLessThanOrEqual(32);
    expect(messages.help.outro).toContain(messages.commands.findSources);
    expect(Object.values(messages.buttons).filter(({ length }) => length > 40)).toEqual([]);
    const { from, to } = messages.options;
    // The dates that it proposes can be typed as they are.
    for (const text of [from.description, to.description, messages.errors.badDate('x')]) {
      const [, day, month] = /2020-01-27, ([^,]+), (.+?)(?:,| \p{L}+) 2020\.?$/u.exec(text) ?? [];
      const read = (typed = '') => daysIn(typed, messages.locale, '2024-02-29');
      expect(read(day)).toEqual({ from: '2020-01-27', to: '2020-01-27' });
      expect(read(month)).toEqual({ from: '2020-01-01', to: '2020-01-31' });
    }
  },
);

test.each(Object.entries(CATALOGUES))('in %s no two commands are described alike', (_, messages) => {
  expect(repeated(commandsOf(messages).map(({ description }) => description))).toEqual([]);
  const opening = commandsOf(messages).map(({ description }) => description.slice(0, 12));
  expect(repeated(opening).length).toBeLessThanOrEqual(2);
});

test('a catalogue with a fault of each kind has each of them told', () => {
  const { answer, buttons, commands, errors, options, ...others } = en;
  const broken = {
    ...others,
    answer: { ...answer, searched: () => 'some articles' },
    errors: { ...errors, badDate: () => 'no date' },
    buttons: { ...buttons, more: ' More' },
    commands: { ...commands, who: { ...commands.who, name: 'Who' }, why: { ...commands.why, name: 'where' } },
    options: { ...options, about: { name: 'about', description: '' } },
  } as unknown as Messages;
  expect(new Set(faultsOf(broken).map((fault) => fault.replace(/ lost .*/, ' lost')))).toEqual(
    new Set([
      '.buttons.more',
      '.options.about.description',
      'Who',
      'about',
      'where',
      '.answer.searched lost',
      '.errors.badDate lost',
    ]),
  );
});

test('English says one thing where there is one', () => {
  expect([1, 2].map(en.answer.searched)).toEqual(['1 article searched', '2 articles searched']);
});

test('French says none as it says one', () => {
  const { sentences } = messagesFor('fr').articles;
  expect([0, 1, 2].map(sentences)).toEqual(['0 phrase', '1 phrase', '2 phrases']);
});

test('Russian and Ukrainian count in their three ways', () => {
  const counts = [1, 2, 5, 11, 21, 22, 25];
  expect(counts.map(messagesFor('ru').articles.sentences)).toEqual([
    '1 предложение',
    '2 предложения',
    '5 предложений',
    '11 предложений',
    '21 предложение',
    '22 предложения',
    '25 предложений',
  ]);
  expect(
    counts.map(
      (n) =>
        messagesFor('uk')
          .errors.slowDown(n)
          .match(/\d+ \p{L}+/u)![0],
    ),
  ).toEqual(['1 секунду', '2 секунди', '5 секунд', '11 секунд', '21 секунду', '22 секунди', '25 секунд']);
});

test('a language that Ibid does not speak is answered in English', () => {
  expect(messagesFor('ja')).toBe(en);
  expect(messagesFor('')).toBe(en);
  expect(messagesFor('de')).not.toBe(en);
});

test('Latin America reads Spanish', () => {
  expect(messagesFor('es-419')).toEqual(messagesFor('es-ES'));
});

test('localizations hold every language but English', () => {
  expect(localizations(({ commands }) => commands.where.name)).toEqual({
    de: 'wo',
    fr: 'où',
    'es-ES': 'dónde',
    'es-419': 'dónde',
    'pt-BR': 'onde',
    ru: 'где',
    tr: 'nerede',
    uk: 'де',
  });
});
