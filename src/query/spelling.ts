import { distance } from 'fastest-levenshtein';
import { isName, type Lexicon, letterOf, requireEntry, requireName } from '../index/lexicon/lexicon.ts';
import { formOf } from '../index/lexicon/name-keys.ts';
import { romanisedOf, skeletonOf, soundOf } from '../index/lexicon/sounds.ts';
import type { Word } from '../model/article.ts';

/** A word as it was typed: a stem may have lost what tells two spellings apart (Mohammed: moham, Muhammad: muhammad). */
export type TypedWord = Pick<Word, 'folded' | 'term'>;

/** Terms of the archive that may be what a word was meant to be, nearest first, at most `limit`. */
export function closeTerms(lexicon: Lexicon, typed: TypedWord, asName: boolean, limit = 3): string[] {
  if (typed.folded.length > LONGEST_MISSPELT) return [];
  const found = new Map<string, number>();
  const near = [
    ...(asName ? soundingLike(typed.folded, lexicon) : []),
    ...spelledLike(typed, asName, lexicon),
  ];
  for (const { term, edits } of near) {
    if (term !== typed.term) found.set(term, Math.min(edits, found.get(term) ?? edits));
  }
  const sentencesOf = (term: string) => lexicon.term(term)?.sentences ?? 0;
  return [...found]
    .sort(([a, x], [b, y]) => x - y || sentencesOf(b) - sentencesOf(a) || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([term]) => term);
}

/** Terms that romanise the same name otherwise. */
export function variantsOf(lexicon: Lexicon, { folded, term }: TypedWord): string[] {
  if (folded.length < 5) return [];
  return lexicon.termsBy('romanised', romanisedOf(folded)).filter((variant) => variant !== term);
}

/** The key of a name of several words, from its words written as one ("maarshurin"); of several the most mentioned. */
export function squeezedName(lexicon: Lexicon, term: string): string | undefined {
  if (term.length < 6) return undefined;
  const mentions = (key: string) => requireName(lexicon, key).sentences;
  const keys = lexicon.namesBy('squeezed', romanisedOf(term));
  return keys.toSorted((a, b) => mentions(b) - mentions(a))[0];
}

/** What is longer is no misspelt word, and would cost the square of its length to compare. */
const LONGEST_MISSPELT = 40;

interface Near {
  readonly term: string;
  readonly edits: number;
}

/** Names with the same consonants, and vowels that differ little. */
function* soundingLike(folded: string, lexicon: Lexicon): Generator<Near> {
  const long = folded.length > 5;
  const sound = soundOf(folded, long);
  for (const term of lexicon.termsBy('skeleton', skeletonOf(folded))) {
    const form = formOf(requireEntry(lexicon, term));
    if (distance(sound, soundOf(form, long)) > vowelsAllowed(folded)) continue;
    yield { term, edits: distance(folded, form) };
  }
}

/** Words within a typo or two, compared as they are written and as stems; misspellings seldom touch the first letter. */
function* spelledLike({ folded, term }: TypedWord, asName: boolean, lexicon: Lexicon): Generator<Near> {
  const bounds = { form: editsAllowed(folded, asName), term: editsAllowed(term, asName) };
  if (bounds.form === 0 && bounds.term === 0) return;
  for (const known of lexicon.formsFrom(letterOf(term))) {
    const edits = Math.min(
      editsWithin(folded, known.form, bounds.form),
      editsWithin(term, known.term, bounds.term),
    );
    if (edits === Number.POSITIVE_INFINITY) continue;
    if (!asName || isName(lexicon.term(known.term))) yield { term: known.term, edits };
  }
}

function editsWithin(a: string, b: string, bound: number): number {
  if (bound === 0 || Math.abs(a.length - b.length) > bound) return Number.POSITIVE_INFINITY;
  const edits = distance(a, b);
  return edits <= bound ? edits : Number.POSITIVE_INFINITY;
}

/** Where the consonants agree, vowels may differ by this many: Paris is not Peres, but Muhammad is Mohammed. */
function vowelsAllowed(term: string): number {
  if (term.length <= 5) return 0;
  return term.length <= 7 ? 1 : 2;
}

/**
 * Edits that still make it the same word: Damerau's finding that most misspellings are one edit away, two in long
 * words; names need less length than common words, whose neighbours are many ("paris", "parts").
 */
function editsAllowed(term: string, asName: boolean): number {
  if (/\d/.test(term)) return 0;
  const [one, two] = asName ? [5, 8] : [6, 10];
  if (term.length >= two) return 2;
  return term.length >= one ? 1 : 0;
}
