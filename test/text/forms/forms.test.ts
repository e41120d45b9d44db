import { expect, test } from 'vitest';
import { calendarWordBeside, calendarWordOf } from '../../../src/text/forms/calendar.ts';
import { baseOfIrregular } from '../../../src/text/forms/irregular.ts';
import { numeralOf } from '../../../src/text/forms/numerals.ts';
import { americanOf } from '../../../src/text/forms/spelling.ts';
import { familyStemOf } from '../../../src/text/forms/word-families.ts';
import { termsOf } from '../../../src/text/tokens/words.ts';

/** `{ fell: 'fall', falls: undefined }` */
function check(read: (folded: string) => string | undefined, expected: Record<string, string | undefined>) {
  const found = Object.keys(expected).map((word) => [word, read(word)]);
  expect(Object.fromEntries(found)).toEqual(expected);
}

test('irregular forms have a base, regular and ambiguous ones have none', () => {
  check(baseOfIrregular, { fell: 'fall', went: 'go', slain: 'slay', women: 'woman', stadia: 'stadium' });
  check(baseOfIrregular, { fall: undefined, walked: undefined, wound: undefined, leaves: undefined });
});

test('number words are digits up to 99, ordinals of one word', () => {
  check(numeralOf, { two: '2', twelve: '12', twentyone: '21', ninetynine: '99', hundred: undefined });
  check(numeralOf, { '3rd': 'third', '12th': 'twelfth', twentyfirst: '21st', thirtythird: '33rd' });
  check(numeralOf, { twentieth: '20th', third: undefined, '21st': undefined });
});

test('a percent sign, percent and percentage are one term', () => {
  for (const text of ['40%', '40 %', '40 percent', 'forty percent', '40 percentage points'])
    expect(termsOf(text).slice(0, 2)).toEqual(['40', 'percent']);
});

test('British spellings are read as the American ones, other words as they are', () => {
  check(americanOf, {
    colour: 'color',
    centred: 'centered',
    organisation: 'organization',
    defence: 'defense',
  });
  check(americanOf, { encyclopaedia: 'encyclopedia', diarrhoea: 'diarrhea', tyres: 'tires', grey: 'gray' });
  check(americanOf, { hour: 'hour', four: 'four', advise: 'advise', surprised: 'surprised', acre: 'acre' });
});

test('an abbreviated month or day is read in full, where it may be a word only beside a number', () => {
  check(calendarWordOf, { sept: 'september', thurs: 'thursday', mar: undefined, sat: undefined });
  check(calendarWordBeside, { mar: 'march', sat: 'saturday', sept: undefined });
  expect(termsOf('on Mar 5')).toEqual(termsOf('on March 5'));
  expect(termsOf('Mar del Plata')).not.toContain('march');
});

test('a family’s words have the stem of its shortest one', () => {
  check(familyStemOf, {
    general: 'general',
    generalization: 'general',
    generation: 'generate',
    walk: undefined,
  });
});
