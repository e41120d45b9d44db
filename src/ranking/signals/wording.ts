import type { Analysis } from '../analysis.ts';
import type { Signal } from '../signal.ts';

/**
 * Share of the question's words, function words and all, that stand in the sentence just so: who asks about a sentence
 * often has its wording in mind, and "by" or "not" is a part of it.
 */
export const wording: Signal = {
  name: 'wording',
  value: ({ analysis }, { words }) => {
    const asked = new Set(words);
    const held = wordSet(analysis);
    return asked.size === 0 ? 0 : [...asked].filter((word) => held.has(word)).length / asked.size;
  },
};

/** Share of the question's pairs of neighbouring words that stand so in the sentence. */
export const wordPairs: Signal = {
  name: 'word-pairs',
  value: ({ analysis }, { words }) => shareOfRuns(words, analysis, 2),
};

/** … of its runs of three words. */
export const wordTriples: Signal = {
  name: 'word-triples',
  value: ({ analysis }, { words }) => shareOfRuns(words, analysis, 3),
};

function wordSet({ words }: Analysis): Set<string> {
  return new Set(words.map(({ folded }) => folded));
}

function shareOfRuns(asked: readonly string[], { words }: Analysis, length: number): number {
  if (asked.length < length) return 0;
  const held = new Set(
    runsOf(
      words.map(({ folded }) => folded),
      length,
    ),
  );
  const runs = runsOf(asked, length);
  return runs.filter((run) => held.has(run)).length / runs.length;
}

function runsOf(words: readonly string[], length: number): string[] {
  return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(' '));
}
