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

test('then those that are mentioned most', () => {
  check('Xyzzy', 'Idlib', 'Homs');
  check('', 'Idlib', 'Homs');
});

test('a common word of the archive is near no name', async () => {
  const { lexicon, read } = await worldOf(
    'all shops were open',
    'They love Idlib. They love Idlib.',
    'They met Shoop.',
  );
  expect(nearestNames(read('open shops', 'who'), lexicon)[0]).toMatchObject({ name: 'Idlib' });
});

test('five at most, each once, with its sentences', () => {
  const found = nearestNames(WORLD.read('Xyzzy', 'who'), WORLD.lexicon);
  expect(found).toHaveLength(5);
  expect(new Set(found.map(({ name }) => name)).size).toBe(5);
  expect(found[0]).toEqual({ name: 'Idlib', sentences: 3 });
});

test('an archive without names has none near', async () => {
  const { lexicon, read } = await worldOf('it rained');
  expect(nearestNames(read('Homs', 'who'), lexicon)).toEqual([]);
});

/** Whether the second name is near to what was typed; Idlib is mentioned more often. */
async function isNear(typed: string, name: string): Promise<boolean> {
  const { lexicon, read } = await worldOf('They love Idlib. They left Idlib.', `They met ${name}.`);
  return nearestNames(read(typed, 'who'), lexicon)[0]!.name === name;
}

test('two names are near where at most four of ten letters differ', async () => {
  expect(await isNear('Zabcd', 'Zabxy')).toBe(true);
  expect(await isNear('Zabcdef', 'Zabcxyv')).toBe(false);
});

test('names of three letters are near none', async () => {
  expect(await isNear('Zora', 'Zorb')).toBe(true);
  expect(await isNear('Zor', 'Zob')).toBe(false);
});
