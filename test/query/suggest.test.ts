import { expect, test } from 'vitest';
import type { QuestionKind } from '../../src/model/query.ts';
import { suggest } from '../../src/query/suggest.ts';
import { worldOf } from './world.ts';

const WORLD = await worldOf(
  'They lived in Hama.',
  'They came from Hama.',
  'They left Hama.',
  'Mr. Hamad said so.',
  'Mr. Hamad left.',
  'The Hamra group attacked.',
  'They saw Tell Hamis.',
);

/** Typed so far, these names are suggested in this order. */
function check(typed: string, kind: QuestionKind, names: readonly string[]): void {
  expect(suggest(typed, 25, kind, WORLD).map(({ name }) => name)).toEqual(names);
}

test('most mentioned first', () => {
  check('ham', 'ask', ['Hama', 'Hamad', 'Hamra', 'Tell Hamis']);
});

test('who: persons and organisations first, places all the same', () => {
  check('ham', 'who', ['Hamad', 'Hamra', 'Hama', 'Tell Hamis']);
});

test('where: places first', () => {
  check('', 'where', ['Hama', 'Tell Hamis', 'Hamad', 'Hamra']);
});

test('how a name begins goes before what it is', () => {
  check('ham', 'where', ['Hama', 'Hamad', 'Hamra', 'Tell Hamis']);
});

test('a typo is forgiven', () => {
  check('hamsd', 'ask', ['Hamad']);
});

test('a name of several words is found by the beginning of any of them, and by several', () => {
  check('hamis', 'ask', ['Tell Hamis']);
  check('tell ham', 'ask', ['Tell Hamis']);
  check('tall hamis', 'ask', ['Tell Hamis']);
  check('hamis tell', 'ask', []);
});

test('words that were written as one are parted', () => {
  check('tellham', 'ask', ['Tell Hamis']);
  check('tellhamis', 'ask', ['Tell Hamis']);
  check('tel', 'ask', ['Tell Hamis']);
  check('hamatell', 'ask', []);
});

test('no more than asked for', () => {
  expect(suggest('ham', 1, 'who', WORLD)).toEqual([{ name: 'Hamad', sentences: 2 }]);
});
