import { expect, test } from 'vitest';
import type { Lexicon, Name } from '../../../src/index/lexicon/lexicon.ts';
import { soundOfName } from '../../../src/index/lexicon/name-keys.ts';
import { nameTypesOf } from '../../../src/index/lexicon/name-types.ts';
import type { NameType } from '../../../src/model/query.ts';
import { noVotes, type Votes } from '../../../src/text/names/name-votes.ts';
import { wordsOf } from '../../../src/text/tokens/words.ts';
import { worldOf } from '../../query/world.ts';

/** The archive of these sentences holds these names: `type name sentences`. */
async function check(texts: readonly string[], names: readonly string[]): Promise<void> {
  const { entries } = await worldOf(...texts);
  expect(entries.map(({ type, name, sentences }) => `${type} ${name} ${sentences}`)).toEqual(names);
}

test('the whole archive votes for the type of a name', async () => {
  await check(['They met Zorgan.', 'They lived in Zorgan.', 'The town of Zorgan fell.'], ['place Zorgan 3']);
});

test('spellings of one name are one, under the commonest of them', async () => {
  await check(['They left Latakia.', 'They entered Latakiya.', 'Rain fell in Latakia.'], ['place Latakia 3']);
  await check(['They met Husein there.', 'They told Hussein so.', 'They met Hussein.'], ['person Hussein 3']);
  await check(['They met al-Nusra fighters.', 'They met Al-Nusra fighters.'], ['organisation al-Nusra 2']);
});

test('whichever spelling is asked for first, all say the same', async () => {
  const texts = ['They lived in Latakia.', 'They entered Latakiya.', 'Rain fell in Latakia.'];
  const one = { name: 'Latakia', sentences: 3, type: 'place' };
  for (const keys of [
    ['latakia', 'latakiya'],
    ['latakiya', 'latakia'],
  ]) {
    const { entryOf } = (await worldOf(...texts)).nameTypes;
    expect(keys.map(entryOf)).toEqual([one, one]);
  }
  expect((await worldOf(...texts)).nameTypes.entryOf('rain')).toBeUndefined();
});

test('short names that sound alike are others', async () => {
  await check(['They left Mali.', 'They left Male.'], ['place Male 1', 'place Mali 1']);
});

test('a number tells kings apart', async () => {
  const { entries } = await worldOf('They met King George II there.', 'They met King George III there.');
  expect(entries.length).toBe(2);
});

test('a full name vouches for the family name', async () => {
  await check(
    ['They met Mary Zorgan.', 'Then Zorgan left.', 'They saw Zorgan.'],
    ['person Zorgan 2', 'person Mary Zorgan 1'],
  );
});

test('a province vouches for its name', async () => {
  await check(
    ['They saw Zorgan Province.', 'They saw Zorgan.'],
    ['place Zorgan 1', 'place Zorgan Province 1'],
  );
});

test('a long form vouches for its abbreviation', async () => {
  const { entries } = await worldOf('They met the Zorgan National Front (ZNF) there.', 'They saw ZNF there.');
  expect(entries.map(({ type }) => type)).toEqual(['organisation', 'organisation']);
});

test('a country with a short form stays a place', async () => {
  const { entries } = await worldOf('They left the United Arab Emirates (UAE) in May.');
  expect(entries.find(({ name }) => name === 'United Arab Emirates')?.type).toBe('place');
});

test('that a monitor talks to an agency makes no person of it', async () => {
  const { entries } = await worldOf(
    'They told Monitor AFP so.',
    'The AFP news agency said so.',
    'They told AFP so.',
  );
  expect(entries.find(({ name }) => name === 'AFP')?.type).toBe('organisation');
});

test('a name that the archive does not hold is typed by its own words, where they are plain', async () => {
  const { typeOf } = (await worldOf('Rain fell.')).nameTypes;
  const type = (name: string) => typeOf(wordsOf(name), name);
  expect([type('President Zorgan'), type('Zorgan Army'), type('Zorgan')]).toEqual([
    'person',
    'organisation',
    undefined,
  ]);
});

test('an archive without articles has no names', async () => {
  expect((await worldOf()).entries).toEqual([]);
});

/** The type of a name in an archive whose contexts say this of its names; lookups find what is listed. */
function typeIn(
  contexts: Readonly<Record<string, Partial<Votes>>>,
  { sentences = {}, lookups = {}, shortForms = {} }: Told = {},
): NameType {
  const named = (key: string): Name | undefined =>
    contexts[key] && {
      key,
      sentences: sentences[key] ?? 1,
      spellings: new Map([[key.replace(/\b\w/g, (letter) => letter.toUpperCase()), 1]]),
      contexts: { ...noVotes(), ...contexts[key] },
    };
  const lexicon = {
    name: named,
    // Each name has a sound of its own.
    namesBy: (lookup: string, value: string) =>
      lookup === 'sound'
        ? Object.keys(contexts).filter((key) => soundOfName(named(key)!) === value)
        : (lookups[`${lookup} ${value}`] ?? []),
    longForm: () => undefined,
    shortForm: (key: string) => shortForms[key],
  } as unknown as Lexicon;
  return nameTypesOf(lexicon).entryOf('zorgan')!.type;
}

interface Told {
  readonly sentences?: Readonly<Record<string, number>>;
  readonly lookups?: Readonly<Record<string, readonly string[]>>;
  readonly shortForms?: Readonly<Record<string, string>>;
}

test('the contexts of a name count four times their share, and less than .35 points are a guess', () => {
  // 4 × .2 / 2.2 are .36 points, 4 × .19 / 2.19 are .35.
  expect(typeIn({ zorgan: { place: 0.2 } })).toBe('place');
  expect(typeIn({ zorgan: { place: 0.19 } })).toBe('other');
});

test('a fuller name vouches from two points on', () => {
  const lookups = { 'core zorgan': ['mill zorgan'] };
  // 4 × 2.1 / 4.1 are 2.05 points, 4 × 1.9 / 3.9 are 1.95.
  expect(typeIn({ zorgan: {}, 'mill zorgan': { place: 2.1 } }, { lookups })).toBe('place');
  expect(typeIn({ zorgan: {}, 'mill zorgan': { place: 1.9 } }, { lookups })).toBe('other');
});

test('a fuller name vouches with two points', () => {
  const lookups = { 'core zorgan': ['mill zorgan'] };
  const rivalled = (organisation: number) =>
    typeIn({ zorgan: { organisation }, 'mill zorgan': { place: 9 } }, { lookups });
  // 4 × 1.9 / 3.9 are 1.95 points, 4 × 2.1 / 4.1 are 2.05.
  expect([rivalled(1.9), rivalled(2.1)]).toEqual(['place', 'organisation']);
});

test('full names vouch for the family name by four sentences and no more', () => {
  // Three points, against one and a half of a short form and what the contexts say.
  const rivalled = (mentions: number, organisation: number) =>
    typeIn(
      { zorgan: { organisation }, 'mary zorgan': { person: 99 } },
      {
        sentences: { 'mary zorgan': mentions },
        lookups: { 'family zorgan': ['mary zorgan'] },
        shortForms: { zorgan: 'z' },
      },
    );
  // 4 × 1.1 / 3.1 are 1.42 points, 4 × 1.3 / 3.3 are 1.58.
  expect([rivalled(9, 1.1), rivalled(9, 1.3)]).toEqual(['person', 'organisation']);
  expect([rivalled(4, 1.1), rivalled(3, 1.1)]).toEqual(['person', 'organisation']);
});

test('fifty of the names that a name is a part of are asked', () => {
  const silent = Array.from({ length: 50 }, (_, i) => `mill${i} zorgan`);
  const contexts = Object.fromEntries(silent.map((key) => [key, {}]));
  const asked = (others: readonly string[]) =>
    typeIn(
      { ...contexts, zorgan: {}, 'last zorgan': { place: 9 } },
      { lookups: { 'core zorgan': [...others, 'last zorgan'] } },
    );
  expect([asked(silent.slice(1)), asked(silent)]).toEqual(['place', 'other']);
});
