import { expect, test } from 'vitest';
import { type AskedName, askAbsent, askNames } from '../../../tools/eval/asked-names.ts';
import { inScript } from '../../../tools/eval/other-scripts.ts';
import { archiveOf } from '../../articles.ts';

const nothing = () => {};
const named = (name: string, type: AskedName['type'], ...spellings: string[]): AskedName => ({
  name,
  type,
  spellings: [name, ...spellings],
});

test('a name in other scripts, by its sounds', () => {
  expect(inScript('Cyrillic', 'George Haswani')).toBe('георге хасвани');
  expect(inScript('Arabic', 'George Haswani')).toBe('جيورج هاسواني');
  expect(inScript('Greek', 'Marcos')).toBe('μαρκος');
  expect(inScript('Greek', 'Homs')).toBeUndefined();
  expect(inScript('Arabic', 'Hassan2')).toBeUndefined();
});

test('each form is asked of the names that have it, and found where the first quotation has the name', async () => {
  const archive = await archiveOf('They met George Haswani in Damascus.', 'Raqqa fell.');
  const shares = await askNames(
    archive,
    [
      named('George Haswani', 'person'),
      named('Raqqah', 'place', 'Raqqa'),
      named('Executive Order', 'person'),
    ],
    nothing,
  );
  expect(shares['as it is']).toEqual([2, 3]);
  expect(shares.title).toEqual([1, 1]);
  expect(shares.initial).toEqual([1, 1]);
  expect(shares['kind of place']).toEqual([1, 1]);
  expect(shares['in Cyrillic']).toEqual([2, 2]);
  expect(shares['in Arabic']).toEqual([2, 2]);
  expect(shares['in Greek']).toEqual([2, 2]);
});

test('a swap that makes another word is not asked', async () => {
  const archive = await archiveOf('They left Paris.', 'They left Homs.');
  const shares = await askNames(archive, [named('Homs', 'place'), named('Paris', 'place')], nothing);
  expect(shares['a swap']).toEqual([0, 0]);
});

test('absent names are counted where they are answered', async () => {
  const archive = await archiveOf('They met George Haswani in Damascus.');
  const misses: string[] = [];
  expect(await askAbsent(archive, ['Pickett', 'Haswani'], (line) => misses.push(line))).toBe(1);
  expect(misses).toEqual(['absent: Haswani -> They met George Haswani in Damascus.']);
});
