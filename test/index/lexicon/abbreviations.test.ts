import { expect, test } from 'vitest';
import { abbreviationsIn } from '../../../src/index/lexicon/abbreviations.ts';
import { stem, wordsOf } from '../../../src/text/tokens/words.ts';

/** The text explains its abbreviation as the long form given, or not at all. */
function check(text: string, short?: string, long?: string): void {
  const expected = short === undefined || long === undefined ? [] : [{ short: stem(short), long }];
  expect(abbreviationsIn(text, wordsOf(text))).toEqual(expected);
}

test('initials of the words before the bracket', () => {
  check('by the Syrian Democratic Forces (SDF) on', 'sdf', 'Syrian Democratic Forces');
  check('and Hayat Tahrir al-Sham (HTS) groups', 'hts', 'Hayat Tahrir al-Sham');
});

test('small words may be left out', () => {
  check('the Syrian Observatory for Human Rights (SOHR)', 'sohr', 'Syrian Observatory for Human Rights');
  check(
    'the United Nations High Commissioner for Refugees (UNHCR)',
    'unhcr',
    'United Nations High Commissioner for Refugees',
  );
});

test('letters inside words', () => {
  check('heat shock transcription factor (HSF)', 'hsf', 'heat shock transcription factor');
});

test('a plural', () => {
  check('for internally displaced persons (IDPs)', 'idps', 'internally displaced persons');
});

test('with stops between the letters', () => {
  check('the International Crisis Group (I.C.G.)', 'icg', 'International Crisis Group');
});

test('letters that the words before lack are no abbreviation', () => {
  check('the Kurdistan Workers’ Party (PKK)');
  check('the People’s Protection Units (YPG)');
});

test('a bracket without an abbreviation', () => {
  check('he left (again)');
  check('he left (in May)');
  check('(AFP) said');
  check('she was born in 1960 (A)');
});

test('the long form is no further away than twice the letters', () => {
  check('Syrian one two three four five other Forces (SF)');
});

test('the first letter stands at the start of a word', () => {
  check('the research centre (EC)');
});

test('the long form in brackets behind the short one', () => {
  check('said SDF (Syrian Democratic Forces) on', 'sdf', 'Syrian Democratic Forces');
  check('said SDF (in a letter of the day)');
});
