import { expect, test } from 'vitest';
import { romanisedOf, skeletonOf } from '../../src/index/lexicon/sounds.ts';
import { closeTerms, squeezedName } from '../../src/query/spelling.ts';
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

test('spellings of one sound share their skeleton', () => {
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

test('romanisations of one vowel are one', () => {
  for (const [a, b] of [
    ['latakia', 'latakiya'],
    ['shurin', 'shourin'],
    ['hussein', 'husein'],
    ['ghouta', 'ghuta'],
  ] as const) {
    expect(romanisedOf(a)).toBe(romanisedOf(b));
  }
});

test('Iraq is not Iraqi and Paul is not Paula', () => {
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
