import type { Documents } from '../index/gathered-documents.ts';
import { byAge } from '../ingest/duplicates/near-duplicates.ts';
import type { Ranked } from '../model/answer.ts';
import type { Sentence } from '../model/article.ts';
import type { Analyses } from '../ranking/analysis.ts';
import { stem } from '../text/tokens/words.ts';
import { wordingOf } from './candidates.ts';

/** A sentence with those that say the same almost word for word, as agencies' copy does. */
export interface Group {
  readonly first: Ranked;
  readonly copies: readonly Sentence[];
}

/** Groups near-identical sentences under the best ranked of them; keeps the order. */
export function groupCopies(ranked: readonly Ranked[], analyses: Analyses): Group[] {
  const groups: { first: Ranked; terms: ReadonlySet<string>; copies: Sentence[] }[] = [];
  for (const one of ranked) {
    const terms = analyses.termsOfSentence(one.sentence);
    const group = groups.find((other) => isCopy(terms, other.terms));
    if (group) group.copies.push(one.sentence);
    else groups.push({ first: one, terms, copies: [] });
  }
  return groups;
}

/** Sentences that say the same as another one, in articles that are the same as its own. */
export type Elsewhere = (sentence: Sentence) => readonly Sentence[];

/** Over documents whose duplicates have been gathered. `accepts`: what counts. */
export function elsewhereIn(
  documents: Documents,
  analyses: Analyses,
  accepts: (sentence: Sentence) => boolean,
): Elsewhere {
  return (sentence) => {
    const wording = wordingOf(documents, sentence);
    const terms = analyses.termsOfSentence(sentence);
    return documents.duplicatesOf(sentence.document).flatMap((document) => {
      const { sentences } = documents.document(document);
      const copy =
        sentences.find((other) => wordingOf(documents, other) === wording) ??
        around(sentences, sentence.ordinal).find((other) => isCopy(terms, analyses.termsOfSentence(other)));
      return copy && accepts(copy) ? [copy] : [];
    });
  };
}

/** A reprint keeps the order. Of a book not every sentence is read for one that was edited. */
function around(sentences: readonly Sentence[], ordinal: number): readonly Sentence[] {
  return sentences.slice(Math.max(0, ordinal - MOVED), ordinal + MOVED + 1);
}

/** In sentences: articles that are nearly the same have lost or got a fifth, which is less than this of 250. */
const MOVED = 50;

/** What a group says elsewhere, in as many articles: earliest first. */
export function copiesOf(group: Group, elsewhere: Elsewhere, documents: Documents): Sentence[] {
  const { first, copies } = group;
  const known = new Set([first.sentence, ...copies].map(({ document }) => document));
  const others = lookedUp(group)
    .flatMap(elsewhere)
    .filter(({ document }) => !known.has(document) && known.add(document));
  const articleOf = ({ document }: Sentence) => documents.document(document).article;
  return [...copies, ...others].sort((a, b) => byAge(articleOf(a), articleOf(b)) || a.start - b.start);
}

/** Those sentences of a group that are looked for elsewhere: the duplicates of their documents must have been gathered. */
export function lookedUp({ first, copies }: Group): Sentence[] {
  return [first.sentence, ...copies].slice(0, LOOKED_UP);
}

/** Of one sentence's copies, those whose articles' reprints are looked up, a millisecond each. */
const LOOKED_UP = 10;

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
