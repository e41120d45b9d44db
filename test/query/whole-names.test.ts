import { expect, test } from 'vitest';
import { wholeNamesNear } from '../../src/query/whole-names.ts';
import { wordsOf } from '../../src/text/tokens/words.ts';
import { worldOf } from './world.ts';

const WORLD = await worldOf(
  'They met Mohammad Sabra. They met Mohammd Khalil. They met George Haswani.',
  'They met Hossam Qassab. He left Kasab. He left Kassab. He left Qasab.',
  'They read the Executive Order. The order of an executive.',
  'They left Deir Ezzor. They met Hassan Nasrallah. They met Barack Obama and Tobias Ellwood.',
);

/** Names of the archive, as terms, that what was typed was meant to be. */
function namesNear(typed: string): string[] {
  const words = wordsOf(typed).filter(({ stop }) => !stop);
  return wholeNamesNear(words, WORLD.lexicon).map((terms) => terms.join(' '));
}

const key = (name: string) =>
  wordsOf(name)
    .filter(({ stop }) => !stop)
    .map(({ term }) => term)
    .join(' ');

test('the word beside it says which of two near ones is meant', () => {
  expect(namesNear('Mohaamd Sabra')).toEqual([key('Mohammad Sabra')]);
  expect(namesNear('Mohaamd Khalil')).toEqual([key('Mohammd Khalil')]);
});

test('words that the archive has as common ones are near in a name', () => {
  expect(namesNear('Executvie Order')).toEqual([key('Executive Order')]);
});

test('in other scripts', () => {
  expect(namesNear('хоссам кассаб')).toEqual([key('Hossam Qassab')]);
  expect(namesNear('георге хасвани')).toEqual([key('George Haswani')]);
  expect(namesNear('جورج حسواني')).toEqual([key('George Haswani')]);
  expect(namesNear('Τόμπιας Έλλουουντ')).toEqual([key('Tobias Ellwood')]);
});

test('in one word more than the archive, of which both have the term', () => {
  expect(namesNear('Deir ez Zor')).toEqual(['deir ezzor ezzor']);
  expect(namesNear('حسن نصر الله')).toEqual(['hassan nasrallah nasrallah']);
});

test('another name beside one that is there is another person', () => {
  expect(namesNear('Barack Osborne')).toEqual([]);
  expect(namesNear('George Harrison')).toEqual([]);
  expect(namesNear('Sabra Mohammad')).toEqual([]);
});

test('of one word, and of more than a name has, there are none', () => {
  expect(namesNear('Sabra')).toEqual([]);
  expect(namesNear('a b c d e Sabra')).toEqual([]);
});

test('what is read so is said, and its words stand together', () => {
  const { names, concepts } = WORLD.read('Mohaamd Sabra', 'who');
  expect(names).toEqual([{ typed: 'Mohaamd Sabra', match: 'close', readAs: ['Mohammad Sabra'] }]);
  expect(concepts.map(({ group }) => group)).toEqual([0, 0]);
});

test('a title beside it changes nothing', () => {
  const { names } = WORLD.read('President Barak Obamma', 'who');
  expect(names[0]!.readAs).toEqual(['Barack Obama']);
});
