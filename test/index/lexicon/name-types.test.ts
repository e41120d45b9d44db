import { expect, test } from 'vitest';
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
