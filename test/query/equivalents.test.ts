import { expect, test } from 'vitest';
import { equivalentsOf } from '../../src/query/equivalents.ts';
import { wordsOf } from '../../src/text/tokens/words.ts';

/** The other ways to write the word that `typed` ends with, or what the whole of it stands for. */
function waysOf(typed: string): string[] {
  const words = wordsOf(typed);
  return equivalentsOf(words, words.length - 1).map((terms) => terms.join(' '));
}

const termOf = (typed: string) =>
  wordsOf(typed)
    .map(({ term }) => term)
    .join(' ');

test('a state by its initials, and the other way round', () => {
  expect(waysOf('United Nations')).toContain(termOf('UN'));
  expect(waysOf('UN')).toContain(termOf('United Nations'));
  expect(waysOf('USA')).toEqual(expect.arrayContaining(['United States', 'America'].map(termOf)));
  expect(waysOf('UK')).toContain(termOf('Britain'));
});

test('a country by its adjective, and the other way round', () => {
  expect(waysOf('Swiss')).toContain(termOf('Switzerland'));
  expect(waysOf('Switzerland')).toContain(termOf('Swiss'));
});

test('the adjective of a country stands for all its names', () => {
  expect(waysOf('American')).toEqual(expect.arrayContaining(['United States', 'USA'].map(termOf)));
});

test('both words of a pair stand for it', () => {
  const words = wordsOf('per cent');
  for (const i of [0, 1]) expect(equivalentsOf(words, i)).toContainEqual([termOf('percent')]);
});

test('no way is the one that was typed', () => {
  for (const typed of ['UN', 'United Nations', 'Swiss', 'percent'])
    expect(waysOf(typed)).not.toContain(termOf(typed));
});

test('other words have none, nor have two that only stand side by side', () => {
  expect(waysOf('ceasefire')).toEqual([]);
  expect(waysOf('united front')).toEqual([]);
  expect(waysOf('nations united')).toEqual([]);
});
