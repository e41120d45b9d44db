import { expect, test } from 'vitest';
import { romanisedOf, skeletonOf } from '../../src/index/lexicon/sounds.ts';
import { closeTerms, squeezedName, variantsOf } from '../../src/query/spelling.ts';
import { wordsOf } from '../../src/text/tokens/words.ts';
import { worldOf } from './world.ts';

/** Names of an archive that the typed word may have meant, nearest first. */
async function check(typed: string, archive: string, expected: readonly string[]): Promise<void> {
  const { lexicon } = await worldOf(...archive.split(' ').map((word) => `They saw ${word}.`));
  expect(closeTerms(lexicon, wordsOf(typed)[0]!, true)).toEqual(expected);
}

test('one edit away', async () => {
  await check('massaran', 'Maasaran Maarat', ['maasaran']);
  await check('aleppa', 'Aleppo', ['aleppo']);
});

test('two edits in a long word only', async () => {
  await check('mohammad', 'Muhammed', ['muham']);
  await check('muhammad', 'Mohammed', ['moham']);
  await check('hams', 'Homs', []);
});

test('consonants that romanise one sound otherwise', async () => {
  await check('kuseir', 'Qusayr', ['qusayr']);
  await check('gaddafi', 'Qadhafi', ['qadhafi']);
  await check('edleb', 'Idlib', ['idlib']);
});

test('Paris is neither Peres nor parts', async () => {
  await check('paris', 'Peres', []);
  await check('peres', 'Paris', []);
  await check('paris', 'parts Parts', []);
});

test('another first letter is another name', async () => {
  await check('hama', 'Gama Nama', []);
});

test('a figure is close to no other', async () => {
  await check('m16a4rifle', 'M16a3rifle', []);
});

test('nearest first, then what is mentioned most', async () => {
  await check('latakiya', 'Latakia Lattakia Latakiyah Latakiyah', ['latakiyah', 'latakia', 'lattakia']);
});

test('spellings of one sound share their skeleton', async () => {
  for (const [a, b] of [
    ['latakia', 'latakiya'],
    ['shurin', 'shourin'],
    ['muhammad', 'mohammed'],
    ['qusayr', 'kuseir'],
    ['hussein', 'husayn'],
  ] as const) {
    expect(skeletonOf(a)).toBe(skeletonOf(b));
  }
  expect(skeletonOf('hama')).not.toBe(skeletonOf('homs'));
});

test('romanisations of one vowel are one', async () => {
  for (const [a, b] of [
    ['latakia', 'latakiya'],
    ['shurin', 'shourin'],
    ['hussein', 'husein'],
    ['ghouta', 'ghuta'],
  ] as const) {
    expect(romanisedOf(a)).toBe(romanisedOf(b));
  }
});

test('Iraq is not Iraqi and Paul is not Paula', async () => {
  expect(romanisedOf('iraq')).not.toBe(romanisedOf('iraqi'));
  expect(romanisedOf('paul')).not.toBe(romanisedOf('paula'));
});

test('a name of several words written as one', async () => {
  const { lexicon } = await worldOf('in Ma’ar Shourin');
  expect(squeezedName(lexicon, 'maarshurin')).toBe('maar shourin');
  expect(squeezedName(lexicon, 'maar')).toBeUndefined();
});

test('a word of any length is compared in time', async () => {
  await check('x'.repeat(10_000), 'Idlib Xanadu', []);
});

/** Whether a word of the archive, a name or not, is close to what was typed. */
async function isClose(typed: string, word: string, asName = true): Promise<boolean> {
  const { lexicon } = await worldOf(`They saw ${word}.`);
  return closeTerms(lexicon, wordsOf(typed)[0]!, asName).length > 0;
}

test('names may have one edit from five letters on, and never two', async () => {
  expect([await isClose('zorb', 'Zork'), await isClose('zorbo', 'Zorko')]).toEqual([false, true]);
  expect(await isClose('zorbakto', 'Zormakpo')).toBe(false);
});

test('letters that changed places, over one other at most, are one edit', async () => {
  expect([await isClose('zobra', 'Zorba'), await isClose('zabro', 'Zorba')]).toEqual([true, false]);
  expect([await isClose('zonib', 'Zobin'), await isClose('zniob', 'Zobin')]).toEqual([true, false]);
});

test('common words may have one edit from six letters on, and two from ten', async () => {
  const close = (typed: string, word: string) => isClose(typed, word, false);
  expect([await close('zorbo', 'zorko'), await close('zorbok', 'zorkok')]).toEqual([false, true]);
  expect([await close('zorbakton', 'zormakpon'), await close('zorbaktono', 'zormakpono')]).toEqual([
    false,
    true,
  ]);
});

test('vowels that romanisations confuse differ in long names, others in none', async () => {
  expect([await isClose('zerbek', 'Zarbak'), await isClose('zirbik', 'Zarbuk')]).toEqual([true, false]);
  expect([await isClose('zirt', 'Zorta'), await isClose('zert', 'Zirt')]).toEqual([false, true]);
});

test('consonants of one family are one sound', async () => {
  expect(await isClose('gadafi', 'Qadhafi')).toBe(true);
  expect(await isClose('jamol', 'Gamol')).toBe(true);
  expect(await isClose('wladikar', 'Vladikar')).toBe(true);
  expect(await isClose('mahmud', 'Mahmut')).toBe(true);
  expect(await isClose('zahor', 'Mahor')).toBe(false);
});

test('the nearer by sound is meant, however often the other is mentioned', async () => {
  await check('khalid', 'Khaled Khalil Khalil Khalil', ['khale']);
  await check('salmah', 'Salma Salah Salah', ['salma']);
  await check('suleiman', 'Sulayman Salman Salman', ['sulayman']);
});

test('a name or a word that people know is no misspelt other one', async () => {
  await check('harris', 'Morris Larris', []);
  await check('mary', 'Mari', []);
  await check('cheese', 'Sochi Chese', []);
  await check('stackhouse', 'Steakhouse', []);
});

test('names in other scripts are compared by their romanisation', async () => {
  await check('حمص', 'Homs Hama', ['hom']);
  await check('алеппо', 'Aleppo', ['aleppo']);
  await check('гама', 'Hama', ['hama']);
  await check('Ερντογαν', 'Erdogan', ['erdogan']);
  await check('assad', 'أسد', ['اسد']);
});

test('a word of over 40 letters is no misspelt one', async () => {
  const word = (letters: number, last: string) => `z${'orbak'.repeat(9)}`.slice(0, letters - 1) + last;
  expect(await isClose(word(40, 'x'), word(40, 'y'), false)).toBe(true);
  expect(await isClose(word(41, 'x'), word(41, 'y'), false)).toBe(false);
});

test('romanisations of a word are looked for from five letters on, names written as one word from six', async () => {
  const variants = async (typed: string, name: string) =>
    variantsOf((await worldOf(`They saw ${name}.`)).lexicon, wordsOf(typed)[0]!);
  expect([await variants('shur', 'Shour'), await variants('shuri', 'Shouri')]).toEqual([[], ['shouri']]);
  const squeezed = async (typed: string, name: string) =>
    squeezedName((await worldOf(`They saw ${name}.`)).lexicon, typed);
  expect([await squeezed('abcde', 'Abc De'), await squeezed('abcdef', 'Abc Def')]).toEqual([
    undefined,
    'abc def',
  ]);
});
