import { describe, expect, test } from 'vitest';
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

describe.each(Object.entries(CATALOGUES))('in %s', (_, messages) => {
  test('everything is said that English says, and functions are where English has them', () => {
    expect(shapeOf(messages)).toEqual(shapeOf(en));
  });

  test('no text is empty or has blanks around it', () => {
    const texts = leavesOf(messages).filter(([, leaf]) => typeof leaf === 'string');
    expect(texts.filter(([, text]) => text === '' || text !== (text as string).trim())).toEqual([]);
  });

  test.each([...commandsOf(messages), ...Object.values(messages.options)])(
    'Discord takes the name and the description of $name',
    ({ name, description }) => {
      expect(name).toMatch(NAME);
      expect(name).toBe(name.toLowerCase());
      expect(name).toBe(name.normalize('NFC'));
      expect(description.length).toBeGreaterThan(0);
      expect(description.length).toBeLessThanOrEqual(100);
    },
  );

  test('no two commands share a name', () => {
    const names = namesOf(commandsOf(messages));
    expect(names).toEqual([...new Set(names)]);
  });

  test.each(optionsTogether(messages).map((options) => ({ options, first: options[0]!.name })))(
    'no two options beside $first share a name',
    ({ options }) => {
      expect(namesOf(options)).toEqual([...new Set(namesOf(options))]);
    },
  );

  test('the message command fits a menu, and the help says how to find it', () => {
    expect(messages.commands.findSources.length).toBeLessThanOrEqual(32);
    expect(messages.help.outro).toContain(messages.commands.findSources);
  });

  test('every label fits its button', () => {
    const { context, ...labels } = messages.buttons;
    for (const label of [context(99_999), ...Object.values(labels)]) {
      expect(label.length).toBeLessThanOrEqual(40);
    }
  });

  test.each(functionsOf(messages).filter(([path]) => COUNTS.test(path)))(
    '%s says its numbers',
    (_, say, count) => {
      for (const number of NUMBERS) {
        for (const step of [0, 1]) {
          const numbers = Array.from({ length: count }, (_, n) => number + n * step);
          const shown = say(...numbers).match(/\d+/g);
          expect(shown).toEqual(expect.arrayContaining(numbers.map(String)));
        }
      }
    },
  );

  test.each(functionsOf(messages).filter(([path]) => !COUNTS.test(path)))(
    '%s says names as they are, whatever is in them',
    (_, say, count) => {
      for (const name of NAMES) {
        const names = Array.from({ length: count }, (_, n) => name + n);
        const said = say(...names);
        for (const one of names) expect(said).toContain(one);
      }
    },
  );

  test('the dates that it proposes can be typed as they are', () => {
    const { from, to } = messages.options;
    for (const text of [from.description, to.description, messages.errors.badDate('x')]) {
      expect(text).toMatch(/2020-01-27, 27 January 2020, (2020-01|January 2020)(,| \p{L}+) 2020\.?$/u);
    }
  });
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
  expect(messagesFor('es-419')).toBe(messagesFor('es-ES'));
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
