import type { Ranked, Sentence } from '../model.ts';
import type { Analyses } from '../ranking/analysis.ts';
import { stem } from '../text/words.ts';

/** A sentence with those that say the same almost word for word, as agencies' copy does. */
export interface Group {
  readonly first: Ranked;
  readonly copies: readonly Sentence[];
}

/** Groups near-identical sentences under the best ranked of them; keeps the order. */
export function groupCopies(ranked: readonly Ranked[], analyses: Analyses): Group[] {
  const groups: { first: Ranked; terms: ReadonlySet<string>; copies: Sentence[] }[] = [];
  for (const one of ranked) {
    const terms = new Set(analyses.of(one.sentence).positions.keys());
    const group = groups.find((other) => isCopy(terms, other.terms));
    if (group) group.copies.push(one.sentence);
    else groups.push({ first: one, terms, copies: [] });
  }
  return groups;
}

/** Shared terms to all terms (Jaccard): agency copy differs by a word or two of twenty. */
const ALIKE = 0.8;
/** Shorter sentences are alike by chance: "He said so." */
const FEWEST_TERMS = 4;

function isCopy(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size < FEWEST_TERMS) return false;
  // Shared over all of them is at least `ALIKE` when so many of a's are shared.
  const least = (ALIKE / (1 + ALIKE)) * (a.size + b.size);
  let own = 0;
  for (const term of a) {
    if (!b.has(term)) own += 1;
    if (a.size - own < least) return false;
  }
  // "Killed 12" is no copy of "killed 21", "on Monday" none of "on Tuesday".
  return holdsFiguresOf(a, b) && holdsFiguresOf(b, a);
}

function holdsFiguresOf(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const term of a) if ((/\d/.test(term) || FIGURES.has(term)) && !b.has(term)) return false;
  return true;
}

/** Numbers and days that are written as words. */
const FIGURES: ReadonlySet<string> = new Set(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred thousand million billion
  monday tuesday wednesday thursday friday saturday sunday yesterday today`
    .split(/\s+/)
    .map(stem),
);
