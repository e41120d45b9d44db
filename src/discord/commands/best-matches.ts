import { typos } from '../../text/names/name-distance.ts';
import { wordsOf } from '../../text/tokens/words.ts';

/** A name may have a letter more, fewer or another one for each so many of what was typed. */
const LETTERS_A_TYPO = 4;

/**
 * The items whose names fit best what somebody typed, as many as fit equally well, in the order given: the same words, words that
 * it begins with, that it has, that it has with a typo. None where no name has them all. Case, marks, punctuation and articles
 * count for nothing.
 */
export function bestMatches<T>(
  typed: string,
  items: readonly T[],
  nameOf: (item: T) => string,
): readonly T[] {
  const wanted = contentOf(typed);
  if (wanted.length === 0) return [];
  const fits = items.map((item) => fit(wanted, contentOf(nameOf(item))));
  const best = Math.max(0, ...fits);
  return best === 0 ? [] : items.filter((_, i) => fits[i] === best);
}

/** 4: the same; 3: begins with it; 2: has all words, or words that begin so; 1: with typos; 0: none of these. */
function fit(wanted: readonly string[], words: readonly string[]): number {
  const [asked, name] = [wanted.join(''), words.join('')];
  if (asked === name) return 4;
  if (wanted.every((word, i) => (i < wanted.length - 1 ? words[i] === word : words[i]?.startsWith(word))))
    return 3;
  if (wanted.every((one) => words.some((word) => word.startsWith(one)))) return 2;
  const isNearly =
    isNear(asked, name) ||
    wanted.every((one) => words.some((word) => word.startsWith(one) || isNear(one, word)));
  return isNearly ? 1 : 0;
}

function isNear(typed: string, word: string): boolean {
  const most = Math.floor(typed.length / LETTERS_A_TYPO);
  return Math.abs(typed.length - word.length) <= most && typos(typed, word) <= most;
}

/** Folded; without "the", unless nothing is left. */
function contentOf(text: string): string[] {
  const words = wordsOf(text).map(({ folded }) => folded);
  const content = words.filter((word) => word !== 'the');
  return content.length > 0 ? content : words;
}
