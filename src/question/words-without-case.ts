import type { Entry, Vocabulary } from './vocabulary.ts';

/** Arabic, Hebrew, Syriac, Devanagari … : what has letters with words between blanks, but no capitals. */
const WITHOUT_CASE =
  /^[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gujarati}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Ethiopic}\p{M}]+$/u;

export function isWithoutCase(word: string): boolean {
  return WITHOUT_CASE.test(word);
}

/** All words of such scripts that the archive holds, the commonest first: nothing says which of them are names. */
export function wordsWithoutCase({ entries }: Pick<Vocabulary, 'entries'>): Entry[] {
  const words = [...entries.values()].filter(({ term }) => isWithoutCase(term));
  return words.sort((a, b) => b.sentences - a.sentences || (a.term < b.term ? -1 : 1));
}
