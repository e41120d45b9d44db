import transliterate from '@sindresorhus/transliterate';
import { fold } from '../tokens/fold.ts';

const LATIN = /^[\p{ASCII}\p{sc=Latin}\p{M}]*$/u;
/** Scripts that leave short vowels out. */
const CONSONANTS = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}]/u;

export function isLatin(word: string): boolean {
  return LATIN.test(word);
}

/** Whether a word's script leaves its short vowels out. */
export function isWithoutVowels(word: string): boolean {
  return CONSONANTS.test(word);
}

/** A folded word in Latin letters, as it would be romanised; one of Latin letters as it is. */
export function latinOf(folded: string): string {
  if (isLatin(folded)) return folded;
  const prepared = GREEK.reduce((word, [pair, letter]) => word.replaceAll(pair, letter), folded);
  return fold(transliterate(prepared)).replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * A folded word in Latin letters in the ways in which it may be romanised, at most `MOST_ROMANISATIONS`, the usual one first: Хама is
 * Khama or Hama, Васим Vasim or Wasim, باريس Baris or Paris.
 */
export function romanisationsOf(folded: string): string[] {
  if (isLatin(folded)) return [folded];
  let forms = new Set([folded]);
  for (const [letters, ...others] of AMBIGUOUS) {
    const written = [...forms].flatMap((form) => [
      form,
      ...others.map((other) => form.replace(letters, other)),
    ]);
    forms = new Set(written.slice(0, MOST_ROMANISATIONS));
  }
  return [...new Set([...forms].map(latinOf))];
}

const MOST_ROMANISATIONS = 16;

/** Two letters for a sound that Greek has none for (ELOT 743). */
const GREEK: readonly (readonly [string, string])[] = [
  ['μπ', 'b'],
  ['ντ', 'd'],
  ['γκ', 'g'],
  ['τζ', 'j'],
  ['ου', 'u'],
  ['αυ', 'au'],
  ['ευ', 'eu'],
  ['χ', 'kh'],
];

/**
 * Letters that are written for several sounds of other languages (Wikipedia, "Cyrillization of English", "Arabization",
 * "Transliteration into Greek": their tables of consonants), with what they stand for beside the usual. A letter is read in one way
 * through a word, but for a last х or χ, an h that only spelling has (Jableh).
 */
const AMBIGUOUS: readonly (readonly [RegExp, ...string[]])[] = [
  [/[хχ]$/, 'h'],
  [/[хχ]/g, 'h'],
  [/в/g, 'w'],
  [/г/g, 'h'],
  [/^у(?=[аеиоэюя])/, 'w'],
  [/^е/, 'ye'],
  [/ц/g, 's'],
  [/β/g, 'b', 'w'],
  [/τσ/g, 'ch'],
  [/[σς]/g, 'sh'],
  [/^ου(?=[αεηιο])/, 'w'],
  [/γι(?=[αεοω])/g, 'y'],
  [/ντ/g, 'nt'],
  [/^ال(?=.{3})/, ''],
  [/ب/g, 'p'],
  [/^و/, 'u'],
  [/ظ/g, 'dh'],
];
