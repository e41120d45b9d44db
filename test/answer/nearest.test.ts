import { expect, test } from 'vitest';
import { nearestNames } from '../../src/answer/nearest.ts';
import { worldOf } from '../query/world.ts';

const WORLD = await worldOf(
  'They left Idlib. They came to Idlib. They love Idlib.',
  'They left Homs for Hama. They met Bashar Assad in Homs.',
  'They went to Ma’ar Shourin, Latakiya, Aleppo and Damascus.',
);

/** QueryContext for this, these names of the archive come first. */
function check(typed: string, ...names: string[]): void {
  const found = nearestNames(WORLD.read(typed, 'who'), WORLD.lexicon).map(({ name }) => name);
  expect(found.slice(0, names.length)).toEqual(names);
}

test('names of like spelling come first', () => {
  check('Alepo', 'Aleppo');
  check('Lattakia', 'Latakiya');
  check('Shorin', 'Ma’ar Shourin');
});

test('a word of the name is enough', () => {
  check('Assad', 'Bashar Assad');
  check('Bashir', 'Bashar Assad');
});

test('what is like no name has none near, however often one is mentioned', () => {
  for (const typed of ['Xyzzy', '', 'Zorban Xyzzy']) {
    expect(nearestNames(WORLD.read(typed, 'who'), WORLD.lexicon)).toEqual([]);
  }
});

test('a common word of the archive is near no name', async () => {
  const { lexicon, read } = await worldOf('all shops were open', 'They met Shoop.');
  expect(nearestNames(read('open shops', 'who'), lexicon)).toEqual([]);
});

test('five at most, each once, with its sentences', async () => {
  const { lexicon, read } = await worldOf(
    ...'ABCDEFG'.split('').map((last) => `They met Zorb${last} Assad.`),
  );
  const found = nearestNames(read('Asad Xyzzy', 'who'), lexicon);
  expect(found).toHaveLength(5);
  expect(new Set(found.map(({ name }) => name)).size).toBe(5);
  expect(found[0]).toMatchObject({ sentences: 1 });
});

test('an archive without names has none near', async () => {
  const { lexicon, read } = await worldOf('it rained');
  expect(nearestNames(read('Homs', 'who'), lexicon)).toEqual([]);
});

/** Whether the name is near to what was typed. */
async function isNear(typed: string, name: string): Promise<boolean> {
  const { lexicon, read } = await worldOf(`They met ${name}.`);
  return nearestNames(read(typed, 'who'), lexicon).some((one) => one.name === name);
}

test('two names are near where at most a quarter of their letters differ', async () => {
  expect(await isNear('Zabcdxyv', 'Zabcdfgv')).toBe(true);
  expect(await isNear('Zabcdxyv', 'Zabctfgv')).toBe(false);
});

test('names of three letters are near none', async () => {
  expect(await isNear('Zora', 'Zorb')).toBe(true);
  expect(await isNear('Zor', 'Zob')).toBe(false);
});
