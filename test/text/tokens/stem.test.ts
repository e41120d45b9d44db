import fc from 'fast-check';
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { expect, test } from 'vitest';
import { familyStemOf } from '../../../src/text/forms/word-families.ts';
import { baseFormOf, stem } from '../../../src/text/tokens/stem.ts';

/** All the words have one stem. */
function same(...words: string[]): void {
  for (const word of words) expect(`${word}: ${stem(word)}`).toBe(`${word}: ${stem(words[0]!)}`);
}

/** Each of the words has a stem of its own. */
function apart(...words: string[]): void {
  expect(new Set(words.map(stem)).size).toBe(words.length);
}

test('irregular forms have the stem of their verb or singular', () => {
  same('fall', 'fell', 'fallen', 'falls', 'falling');
  same('buy', 'bought', 'buys');
  same('win', 'won', 'wins', 'winning');
  same('die', 'died', 'dies', 'dying');
  same('woman', 'women');
  same('child', 'children');
  same('thief', 'thieves');
});

test('British spellings have the stem of the American ones', () => {
  same('color', 'colour', 'colours', 'colouring');
  same('neighborhood', 'neighbourhood');
  same('theater', 'theatre', 'theatres');
  same('defense', 'defence');
  same('organize', 'organise', 'organised', 'organisation');
  same('analyze', 'analyse', 'analysed');
  same('catalog', 'catalogue');
});

test('words that only look British are left whole', () => {
  same('precise', 'precisely');
  same('promise', 'promised', 'promising');
  apart('hour', 'hor');
  apart('four', 'for');
});

test('number words are digits, ordinals are ordinals', () => {
  same('2', 'two');
  same('40', 'forty');
  same('21', 'twentyone');
  same('3rd', 'third');
  same('21st', 'twentyfirst');
  same('20th', 'twentieth');
  same('percent', 'percentage');
});

test('words of different meaning are apart though Porter makes them one', () => {
  apart('general', 'generation', 'generous');
  apart('organ', 'organize');
  apart('university', 'universe');
  apart('news', 'new');
  apart('several', 'severe');
  apart('custom', 'customer');
});

test('what is derived from a word stays with it', () => {
  same('general', 'generals', 'generally');
  same('generate', 'generated', 'generation');
  same('attack', 'attacked', 'attacker');
  same('destroy', 'destroyed', 'destroyer');
  same('signify', 'significant', 'significance');
});

const SUFFIXES =
  's es ed eed ing y at bl iz tional ational enci anci izer abli alli entli eli ousli ization ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent sion tion ou ism ate iti ous ive ize e ll tt'.split(
    ' ',
  );
const suffixed = fc
  .tuple(
    fc.array(fc.constantFrom(...'abdeiostvyz'), { minLength: 2, maxLength: 5 }),
    fc.array(fc.constantFrom(...SUFFIXES), { maxLength: 3 }),
  )
  .map(([letters, suffixes]) => [...letters, ...suffixes].join(''))
  .filter(({ length }) => length >= 3);

/** Words of which one of our own rules is the subject: other forms, families, "destroy" and "specific". */
function isOurs(word: string): boolean {
  return baseFormOf(word) !== word || familyStemOf(word) !== undefined || /[aeiou]y|if/.test(word);
}

test('other words have the stem that all of Porter’s steps together give', () => {
  fc.assert(
    fc.property(suffixed, (word) => {
      fc.pre(!isOurs(word));
      expect(stem(word)).toBe(porter.stem(word));
    }),
    { numRuns: 2000 },
  );
});
