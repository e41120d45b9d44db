import { stem } from '../text/words.ts';
import type { Grown } from './grow.ts';
import { randomOf } from './random.ts';

/** A name typed wrong, and what a right sentence holds. */
export interface Typo {
  readonly typed: string;
  readonly meant: string;
}

/** What is asked of every contender. */
export interface Workload {
  readonly questions: readonly string[];
  readonly typos: readonly Typo[];
  /** Three letters, no word of their own. */
  readonly prefixes: readonly string[];
}

const QUESTIONS = 400;
const TYPOS = 100;
const PREFIXES = 60;

/** Questions as given, or words of random sentences where none are. */
export function workloadOf(grown: Grown, given: readonly string[], seed: number): Workload {
  const random = randomOf(seed);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const questions = Array.from({ length: QUESTIONS }, () =>
    given.length > 0 ? any(given) : madeUp(grown, any, random),
  );
  const long = grown.words.filter((word) => /^[a-z]{7,14}$/.test(word));
  const stems = new Set(grown.words.map(stem));
  const typos: Typo[] = [];
  for (let tries = 0; typos.length < TYPOS && tries < TYPOS * 50 && long.length > 0; tries++) {
    const meant = any(long);
    const typed = misspelt(meant, random);
    if (!stems.has(stem(typed))) typos.push({ typed, meant });
  }
  const beginnings = [...new Set(long.map((word) => word.slice(0, 3)))].filter((three) => !stems.has(three));
  const prefixes = beginnings.length === 0 ? [] : Array.from({ length: PREFIXES }, () => any(beginnings));
  return { questions, typos, prefixes };
}

/** Three to six words of one sentence, in their order. */
function madeUp({ documents }: Grown, any: <T>(list: readonly T[]) => T, random: () => number): string {
  const { article, sentences } = any(documents);
  if (sentences.length === 0) return '';
  const { start, end } = any(sentences);
  const words = article.text.slice(start, end).split(/\s+/);
  const first = Math.floor(random() * Math.max(1, words.length - 6));
  return words.slice(first, first + 3 + Math.floor(random() * 4)).join(' ');
}

/** One letter replaced, dropped or doubled, not the first (which misspellings seldom touch: Damerau 1964). */
function misspelt(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 1));
  const kind = Math.floor(random() * 3);
  const put = kind === 0 ? 'aeioulrst'[Math.floor(random() * 9)]! : kind === 1 ? '' : word[at]! + word[at]!;
  return word.slice(0, at) + put + word.slice(at + 1);
}
