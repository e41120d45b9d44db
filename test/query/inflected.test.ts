import { expect, test } from 'vitest';
import { isInflected, isSpelled } from '../../src/query/inflected.ts';

/** A term of an archive that is written so. */
const writtenAs = (...spellings: string[]) => ({ spellings: new Map(spellings.map((one) => [one, 1])) });

test('a word is spelled so, whatever its marks and capitals', () => {
  expect(isSpelled(writtenAs('Ma’asaran'), 'maasaran')).toBe(true);
  expect(isSpelled(writtenAs('co-operate', 'Cooperate'), 'cooperate')).toBe(true);
  expect(isSpelled(writtenAs('Universal'), 'university')).toBe(false);
});

test('British spelling, months and days that are written short, and numbers in words are the same', () => {
  expect(isSpelled(writtenAs('colour'), 'color')).toBe(true);
  expect(isSpelled(writtenAs('September'), 'sept')).toBe(true);
  expect(isSpelled(writtenAs('Monday'), 'mon')).toBe(true);
  expect(isSpelled(writtenAs('seven'), '7')).toBe(true);
  expect(isSpelled(writtenAs('seven'), '8')).toBe(false);
});

test('forms of one word are inflected, words of one stem are not', () => {
  for (const [form, other] of [
    ['bombed', 'bombing'],
    ['cities', 'city'],
    ['carried', 'carry'],
    ['making', 'make'],
    ['stopped', 'stop'],
    ['buses', 'bus'],
  ] as const) {
    expect(isInflected(writtenAs(form), other, false)).toBe(true);
    expect(isInflected(writtenAs(other), form, false)).toBe(true);
  }
  expect(isInflected(writtenAs('general'), 'generation', false)).toBe(false);
  expect(isInflected(writtenAs('organ'), 'organization', false)).toBe(false);
});

test('of a name only the plural is a form', () => {
  expect(isInflected(writtenAs('Assads'), 'assad', true)).toBe(true);
  expect(isInflected(writtenAs('gain'), 'gaines', true)).toBe(false);
  expect(isInflected(writtenAs('Banning'), 'bann', true)).toBe(false);
  expect(isInflected(writtenAs('Congress'), 'congres', true)).toBe(false);
});
