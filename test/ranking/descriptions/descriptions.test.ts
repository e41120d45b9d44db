import { expect, test } from 'vitest';
import type { QuestionKind } from '../../../src/model/query.ts';
import { weighed } from '../weighed.ts';

/** What a sentence says of a name, and whether that is plain (from .5 on), as one line: `plain: agenc`. */
async function said(kind: QuestionKind, name: string, sentence: string): Promise<string> {
  const [one] = (await weighed(name, [sentence], kind)).evidence.values();
  const { value, key } = one?.description ?? { value: 0, key: '' };
  return value === 0 ? 'nothing' : `${value >= 0.5 ? 'plain' : 'faint'}: ${key}`;
}

test.each([
  ['Norlandic President Orla Brenk left.', 'plain: presid'],
  ['The head of the Union, Orla Brenk, left.', 'plain: head'],
  ['President Orla Brenk left.', 'faint: presid'],
  ['The father of Norlandic President Orla Brenk left.', 'faint: presid'],
  ['Orla Brenk is a mason.', 'plain: mason'],
  ['Orla Brenk, who heads the union, left.', 'plain: union'],
  ['Orla Brenk left.', 'nothing'],
  ['Orla Brenk spokesman Adler left.', 'nothing'],
  ['They met in the President Orla Brenk Hall.', 'nothing'],
])('who Orla Brenk is: %s', async (sentence, expected) => {
  expect(await said('who', 'Orla Brenk', sentence)).toBe(expected);
});

test.each([
  ['SANA is an agency.', 'plain: agenc'],
  ['SANA, the state news agency, said so.', 'plain: agenc'],
  ['SANA, Norland’s news agency, said so.', 'plain: agenc'],
  ['The agency is better known as SANA.', 'plain: alias'],
  ['Norland News (SANA) left.', 'faint: bracket'],
  ['SANA news agency left.', 'faint: news'],
  ['People in SANA are a burden.', 'nothing'],
  ['SANA spokesman Adler left.', 'nothing'],
  ['SANA left.', 'nothing'],
])('what SANA is: %s', async (sentence, expected) => {
  expect(await said('what', 'SANA', sentence)).toBe(expected);
});

test.each([
  ['They took the central city of Homs.', 'plain: central'],
  ['Homs lies near the northern border.', 'plain: '],
  ['They love Homs, a city in the south.', 'plain: apposed'],
  ['The town of Homs in Norland fell.', 'plain: norland'],
  ['They took northern Homs province.', 'plain: northern'],
  ['They took the city of Homs.', 'plain: '],
  ['They took Homs province.', 'faint: '],
  ['They went to Homs, Norland.', 'faint: '],
  // A part of it, what lies beyond it, and other places.
  ['They took northern Homs.', 'nothing'],
  ['Rain fell east of Homs near the border of Norland.', 'nothing'],
  ['They live in New Homs, a city in the south.', 'faint: apposed'],
  ['Homs University is in Varby.', 'faint: '],
])('where Homs is: %s', async (sentence, expected) => {
  expect(await said('where', 'Homs', sentence)).toBe(expected);
});

test('a long sentence describes less plainly than a short one, and one of more than 60 words not at all', async () => {
  const value = async (words: number) => {
    const sentence = `SANA is an agency of ${'quiet '.repeat(words - 6)}Norland.`;
    return (
      (await weighed('SANA', [sentence], 'what')).evidence.values().next().value?.description?.value ?? 0
    );
  };
  expect(await value(10)).toBeGreaterThan(await value(40));
  expect(await value(60)).toBeGreaterThan(0);
  expect(await value(61)).toBe(0);
});

test('a question that asks more of a name has no use for its description', async () => {
  expect(await said('ask', 'What did SANA say of the flood?', 'SANA is an agency.')).toBe('nothing');
});
