import { expect, test } from 'vitest';
import { CATALOGUES, localizations, messagesFor } from '../../src/discord/messages/catalogues.ts';
import { en } from '../../src/discord/messages/en.ts';
import type { Messages, Named } from '../../src/discord/messages/messages.ts';

type Say = (...values: readonly (string | number)[]) => string;

/** Discord's pattern for names of commands and options, without the apostrophe and the scripts that Ibid doesn't speak. */
const NAME = /^[-_\p{L}\p{N}]{1,32}$/u;
/** What takes numbers; every other function takes text. */
const COUNTS =
  /\.(context|paragraph|alsoIn|shown|searched|sentences|page|undated|problemsForAdmins|more|slowDown|holdsSeveral|alreadyThere|tooLarge)$/;
const NUMBERS = [0, 1, 2, 5, 21];
const NAMES = ['Ma’asaran', '{name}', '{0}', '{{}', '$&', "$1 $` $' $$", '%s', '<b>&amp;</b>'];

/** Every text and function of a catalogue with its path: "answer.shown". */
function leavesOf(value: object, path = ''): [path: string, leaf: unknown][] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? leavesOf(inner, `${path}.${key}`) : [[`${path}.${key}`, inner]],
  );
}

const shapeOf = (messages: Messages) =>
  leavesOf(messages)
    .map(([path, leaf]) => `${path}: ${typeof leaf}`)
    .sort();

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

/** Options that stand side by side in a command. */
function optionsTogether({ options: o }: Messages): Named[][] {
  const filters = [o.publisher, o.from, o.to, o.private];
  return [
    ...[o.name, o.about, o.question, o.words, o.articlesAbout].map((first) => [first, ...filters]),
    [o.id, o.private],
    [o.file, o.url],
  ];
}

const namesOf = (named: readonly Named[]) => named.map(({ name }) => name);

/** What is wrong with a catalogue, of which each fault names its place; nothing where all is well. */
function faultsOf(messages: Messages): string[] {
  const texts = leavesOf(messages).filter(([, leaf]) => typeof leaf === 'string');
  const functions = functionsOf(messages);
  return [
    ...texts.filter(([, text]) => text === '' || text !== (text as string).trim()).map(([path]) => path),
    ...[...commandsOf(messages), ...Object.values(messages.options)]
      .filter(isRefused)
      .map(({ name }) => name),
    ...[commandsOf(messages), ...optionsTogether(messages)].flatMap((named) => repeated(namesOf(named))),
    ...functions.flatMap(([path, say, count]) =>
      COUNTS.test(path) ? numbersLost(say, count, path) : namesLost(say, count, path),
    ),
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
      const shown: string[] = say(...numbers.map(Number)).match(/\d+/g) ?? [];
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

test.each(Object.entries(CATALOGUES))(
  '%s says all that English says, in texts that Discord takes',
  (_, messages) => {
    expect(shapeOf(messages)).toEqual(shapeOf(en));
    expect(faultsOf(messages)).toEqual([]);
    expect(messages.commands.findSources.length).toBeLessThanOrEqual(32);
    expect(messages.help.outro).toContain(messages.commands.findSources);
    const { context, ...labels } = messages.buttons;
    expect([context(99_999), ...Object.values(labels)].filter(({ length }) => length > 40)).toEqual([]);
    const { from, to } = messages.options;
    // The dates that it proposes can be typed as they are.
    for (const text of [from.description, to.description, messages.errors.badDate('x')]) {
      expect(text).toMatch(/2020-01-27, 27 January 2020, (2020-01|January 2020)(,| \p{L}+) 2020\.?$/u);
    }
  },
);

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
