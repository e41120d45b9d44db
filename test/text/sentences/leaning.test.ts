import { expect, test } from 'vitest';
import { leansBack } from '../../../src/text/sentences/leaning.ts';

/** Of these sentences, the ones that lean on what stands before them. */
function check(expected: readonly string[], others: readonly string[] = []) {
  expect([...expected, ...others].filter(leansBack)).toEqual(expected);
}

test('a pronoun leans on who was named before', () => {
  check(['He left on Monday.', 'They denied it.', '“It was over,” she said.', 'Its leader fled.']);
});

test('this and these lean on what was told before', () => {
  check(['This came after a ceasefire.', 'These were the first to fall.', 'Such attacks are rare.']);
});

test('a noun of the news leans on the news, but not where it says whose it is', () => {
  check(['The capture came after clashes.', 'The group denied it.'], ['The group of seven met in Bonn.']);
});

test('a sentence that goes on with a thought leans on it', () => {
  check(['But nobody came.', 'However, the army held on.', 'Instead, they left.']);
});

test('a sentence that names what it speaks of stands by itself', () => {
  check([], ['Idlib fell.', 'The army entered Idlib.', 'Hepburn won.', 'Italy won.', 'Sources said so.']);
});

test('no words lean on nothing', () => {
  check([], ['', '“', '…']);
});
