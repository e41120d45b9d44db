import { expect, test, vi } from 'vitest';
import { fold } from '../../../src/text/tokens/fold.ts';
import { compoundAt, stem, termsIn, termsOf, wordsOf } from '../../../src/text/tokens/words.ts';
import { expectLinear } from '../../growth.ts';

/** The terms of a text are those given, separated by blanks; also where its words have been read before. */
function check(text: string, terms: string): void {
  expect(termsOf(text).join(' ')).toBe(terms);
  expect(termsIn(wordsOf(text))).toEqual(termsOf(text));
}

/** All the spellings have one folded form. */
function same(...spellings: string[]): void {
  const [first, ...others] = spellings.map(fold);
  for (const other of others) expect(other).toBe(first);
}

/** The words as they stand in the text. */
function shown(text: string): string[] {
  return wordsOf(text).map(({ start, end }) => text.slice(start, end));
}

test('every mark for a stop of the breath folds away', () => {
  same(
    'maasaran',
    "Ma'asaran",
    'Ma’asaran',
    'Ma‘asaran',
    'Maʿasaran',
    'Maʾasaran',
    'Maʼasaran',
    'Ma`asaran',
    'Ma´asaran',
    'Ma′asaran',
    'MA＇ASARAN',
  );
});

test('accents fold away, composed or not', () => {
  same('ecole', 'École', 'E\u0301cole', 'ÉCOLE');
  same('erdogan', 'Erdoğan');
  same('lodz', 'Łódź');
  same('istanbul', 'İstanbul', 'Istanbul');
  same('strasse', 'Straße', 'STRASSE');
  same('financial', 'ﬁnancial');
});

test('Arabic alef, hamza, ta marbuta, ya, vowels and tatweel are one each', () => {
  same('ادلب', 'إدلب', 'أدلب', 'ادلب');
  same('القاعدة', 'القاعده');
  same('على', 'علي', 'علی');
  same('الشام', 'الشَّام', 'الشـــام');
  same('سماء', 'سما');
});

test('Arabic and Persian digits are digits', () => {
  same('2018', '٢٠١٨', '۲۰۱۸');
  check('١٧ اكتوبر', '17 اكتوبر');
});

test('characters that nobody sees are in no word', () => {
  same('cooperation', 'co\u00adoperation', 'co\u200boperation', 'co\u2060operation', '\u200fcooperation');
  check('co\u00adoperation', 'cooper');
});

test('a name with an apostrophe is one word', () => {
  check("Ma'asaran Ma’asaran Maʿasaran", 'maasaran maasaran maasaran');
  expect(shown('O’Brien met ʿAbbas.')).toEqual(['O’Brien', 'met', 'ʿAbbas']);
});

test('al-Sawami’a is found with its article, without it, joined and apart', () => {
  check("al-Sawami'a", 'alsawamia sawamia');
  check('al Sawamia', 'sawamia');
  check("sawami'a", 'sawamia');
  check('Al-Sawami`a', 'alsawamia sawamia');
  check('ash-Shaykh', 'ashshaykh shaykh');
});

test('the parts of a hyphenated word count by themselves and as one', () => {
  check('de-escalation', 'de deescal escal');
  check('deescalation', 'deescal');
  check('air‑strikes air‐strikes', 'air airstrik strike air airstrik strike');
  check('three-year-old', '3 threeyearold year old');
});

test('a dash between blanks binds nothing', () => {
  check('Idlib - Homs', 'idlib hom');
  check('Idlib—Homs', 'idlib hom');
});

test('only the first word of a compound stands for it', () => {
  const words = wordsOf('the north-west-facing hill');
  expect(words.map((_, i) => compoundAt(words, i))).toEqual([
    undefined,
    'northwestfac',
    undefined,
    undefined,
    undefined,
  ]);
});

test('US and U.S. are the country, us is not', () => {
  check('U.S. forces told us', 'u.s forc tell');
  check('US forces told us', 'u.s forc tell');
  check('the U.S.-backed militia', 'u.s usback back militia');
  check('the WHO said who', 'w.h.o say');
});

test('a country typed alone is the country', () => {
  check('US', 'u.s');
  check('U.S.', 'u.s');
  check('US?', 'u.s');
});

test('where all is shouted, function words are function words', () => {
  check('WHO IS HERE AND WHY', '');
  check('WHO TOLD US', 'tell');
  check('WHO ATTACKED THE U.S. ARMY', 'attack u.s armi');
});

test('initials are one word, with or without stops', () => {
  check('U.N. UN', 'un un');
  check('J.K. Rowling', 'jk rowl');
});

test('numbers keep their decimals and lose their thousands', () => {
  check('1,234.5 10,000 3.14', '1234.5 10000 3.14');
  check('It killed 12. Then 13, too.', 'kill 12 13 too');
  check('F-16', 'f f16 16');
});

test('a possessive belongs to no word', () => {
  check("Syria's Syria’s Syria", 'syria syria syria');
  expect(shown("Syria's army")).toEqual(['Syria', 'army']);
  check('the soldiers’ homes', 'soldier home');
});

test('contractions of function words are function words', () => {
  check('don’t isn’t it’s can’t', '');
});

test('inflected forms share their stem', () => {
  check('attack attacks attacked attacking', 'attack attack attack attack');
  check('Militants militant', 'milit milit');
});

test('words of other scripts are not stemmed', () => {
  check('сирийская армия', 'сирийская армия');
});

test('scripts without blanks are cut into words', () => {
  check('在北京', '在 北京');
  expect(shown('在北京。')).toEqual(['在', '北京']);
});

test('an empty text, emoji and lone surrogates hold no word', () => {
  for (const text of ['', ' \n', '😀👨‍👩‍👧', '\ud800', '???', '\u0301', "'"]) check(text, '');
});

test('spans are those of the text, from the offset given', () => {
  const [word] = wordsOf('“Idlib”', 100);
  expect(word).toMatchObject({ start: 101, end: 106, folded: 'idlib', capital: true, stop: false });
});

test('a word longer than any is kept by its beginning', () => {
  expect(stem('x'.repeat(1000))).toBe('x'.repeat(64));
  check('x'.repeat(1000), 'x'.repeat(64));
});

test.each([
  'a',
  'A.',
  'a-',
  "a'",
  "'",
  '1',
  '1.',
  '1,',
  'é',
  'e\u0301',
  '\u0301',
  '😀',
  '\ud800',
  'U.S.',
  'A B',
])('a text of nothing but %j is read in the time that its length asks for', async (piece) => {
  const read = (length: number) => termsOf(piece.repeat(length / piece.length));
  await expectLinear(read, 2 ** 13);
});

test('an endless text without a blank is handed to the segmenter in pieces: its cost grows with their square', () => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  const length = 2 ** 17;
  const words = wordsOf('北京大学'.repeat(length / 4));
  const lengths = segment.mock.calls.map(([text]) => text.length);
  segment.mockRestore();
  expect(Math.max(...lengths)).toBeLessThanOrEqual(4096);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(2 * length);
  // No word is lost or cut where a piece ends.
  expect(words).toHaveLength(length / 2);
  expect(new Set(words.map(({ term }) => term))).toEqual(new Set(['北京', '大学']));
});

test('an abbreviation that is a word as well is a day or month beside a point or number only', () => {
  check('Sept. 11, 11 Sept, Tues. 5', 'septemb 11 11 septemb tuesday 5');
  check('Jan. 5, 5 Mar 2020', 'januari 5 5 march 2020');
  check('Sat. and Sun. trains', 'saturday sunday train');
  check('Jan sat in Mar del Plata', 'jan sit mar del plata');
});

test('a decade has one term with and without an apostrophe', () => {
  check("the 1990's, the 1990s", '1990s 1990s');
  check("the 90's sound", '90s sound');
  check("2007's winner", '2007 winner');
});
