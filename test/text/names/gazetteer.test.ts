import { expect, test } from 'vitest';
import file from '../../../src/text/names/gazetteer.json' with { type: 'json' };
import { gazetteerKinds } from '../../../src/text/names/gazetteer.ts';
import { wordsOf } from '../../../src/text/tokens/words.ts';

test('a name may be two things', () => {
  expect(gazetteerKinds('jackson')).toEqual(['city', 'family']);
  expect(gazetteerKinds('syria')).toEqual(['country']);
  expect(gazetteerKinds('zorgan')).toEqual([]);
});

test('names are written as the words of a text are folded', () => {
  const { source: _, ...lists } = file;
  const names = Object.values(lists).flatMap((list) => list.split('|'));
  const otherwise = names.filter(
    (name) =>
      wordsOf(name)
        .map(({ folded }) => folded)
        .join(' ') !== name,
  );
  expect(otherwise).toEqual([]);
});

test('the list stays small: it is read at the first question', () => {
  expect(JSON.stringify(file).length).toBeLessThan(100_000);
});
