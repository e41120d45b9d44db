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
  const prepared = UNKNOWN.reduce((word, [letters, latin]) => word.replace(letters, latin), folded);
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

/** What the library doesn't know: two letters for a sound that Greek has none for (ELOT 743), and v in Arabic. */
const UNKNOWN: readonly (readonly [RegExp, string])[] = [
  [/(?<=.)ντζ/g, 'nj'],
  [/ν?τζ/g, 'j'],
  [/μπ/g, 'b'],
  [/ντ/g, 'd'],
  [/γκ/g, 'g'],
  [/ου/g, 'u'],
  [/αυ/g, 'au'],
  [/ευ/g, 'eu'],
  [/χ/g, 'kh'],
  [/ڤ/g, 'v'],
];

/**
 * Letters that are written for several sounds of other languages, with what they stand for beside the usual: Уилсон, Йонсон, Χασάκα. A
 * letter is read in one way through a word. Set by hand; `ibid eval-asked-names` measures it.
 */
const AMBIGUOUS: readonly (readonly [RegExp, ...string[]])[] = [
  [/[хχ]/g, 'h'],
  [/в/g, 'w'],
  [/г/g, 'h'],
  [/^у(?=[аеиоэюя])/, 'w'],
  [/^е/, 'ye'],
  [/ц/g, 'c'],
  [/ж/g, 'j'],
  [/й(?=[аеиоуэюя])/g, 'j'],
  [/β/g, 'b'],
  [/τσ/g, 'ch'],
  [/[σς]/g, 'sh'],
  [/^ου(?=[αεηιο])/, 'w'],
  [/γι(?=[αεοω])/g, 'y'],
  [/ντ/g, 'nt'],
  [/(?<![αεο])υ/g, 'u'],
  [/^ال(?=.{2})/, ''],
  [/ه$/, 'a'],
  [/ج/g, 'g'],
  // Not the sounds that are romanised as sh, zh, dh …
  [/(?<=[زسصتطدضك])ه(?=.)/g, 'ah'],
  [/ب/g, 'p'],
  [/^و/, 'u'],
  [/^ي/, 'i'],
  [/ظ/g, 'dh'],
];
