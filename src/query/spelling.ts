import { distance } from 'fastest-levenshtein';
import {
  type Entry,
  isName,
  type Lexicon,
  letterOf,
  requireEntry,
  requireName,
} from '../index/lexicon/lexicon.ts';
import { formOf, latinFormsOf } from '../index/lexicon/name-keys.ts';
import { romanisedOf, skeletonsOf } from '../index/lexicon/sounds.ts';
import type { Word } from '../model/article.ts';
import { isEnglishWord } from '../text/languages/english-words.ts';
import { gazetteerKinds } from '../text/names/gazetteer.ts';
import { isLatin, isWithoutVowels, romanisationsOf } from '../text/names/latin.ts';
import { nameDistance, soundsIn, typos } from '../text/names/name-distance.ts';

/** A word as it was typed: a stem may have lost what tells two spellings apart (Mohammed: moham, Muhammad: muhammad). */
export type TypedWord = Pick<Word, 'folded' | 'term'>;

/** Terms of the archive that may be what a word was meant to be, nearest first, at most `limit`. */
export function closeTerms(lexicon: Lexicon, typed: TypedWord, asName: boolean, limit = 3): string[] {
  if (isNoMisspelling(typed)) return [];
  const near = asName ? closeNames(lexicon, typed) : closeWords(lexicon, typed);
  const least = Math.min(...near.map(({ edits }) => edits));
  return byDistance(near, lexicon)
    .filter(({ edits }) => edits <= least + AS_NEAR)
    .slice(0, limit)
    .map(({ term }) => term);
}

/** Spellings of the names that a word may be one of, nearest first, folded and without hyphens, at most `limit`. */
export function closeForms(lexicon: Lexicon, typed: TypedWord, limit: number): string[] {
  if (isNoMisspelling(typed)) return [];
  const near = byDistance(closeNames(lexicon, typed), lexicon).slice(0, limit);
  return near.map(({ term }) => formOf(requireEntry(lexicon, term)));
}

/** How far a typed word is from one of a name, both folded: 0 for the same, infinite for what it can't have been meant to be. */
export function wordDistance(typed: string, known: string): number {
  if (typed === known) return 0;
  if (isNoMisspelling({ folded: typed })) return Number.POSITIVE_INFINITY;
  const forms = romanisationsOf(known);
  const sounds = romanisationsOf(typed).flatMap((form) => soundDistance(form, typed, known, forms) ?? []);
  const slip =
    typed.length < SHORTEST_MISSPELT_NAME || isOwnWord(typed) ? undefined : slipBetween(typed, known);
  return Math.min(slip ?? Number.POSITIVE_INFINITY, ...sounds);
}

function isNoMisspelling({ folded }: Pick<TypedWord, 'folded'>): boolean {
  return folded.length > LONGEST_MISSPELT || /\d/.test(folded);
}

function byDistance(near: readonly Near[], lexicon: Lexicon): Near[] {
  const sentencesOf = (term: string) => lexicon.term(term)?.sentences ?? 0;
  return near.toSorted(
    (a, b) => a.edits - b.edits || sentencesOf(b.term) - sentencesOf(a.term) || (a.term < b.term ? -1 : 1),
  );
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
/** What is farther than the nearest by less is meant as well, in edits: Latakia and Latakiyah for Latakiya. */
const AS_NEAR = 0.05;

interface Near {
  readonly term: string;
  readonly edits: number;
}

/** Names that sound alike, or are within a typo; each with how far it is. Of a Latin word those in Latin letters, where there are any. */
function closeNames(lexicon: Lexicon, typed: TypedWord): Near[] {
  const found = new Map<string, number>();
  for (const { term, edits } of [...soundingAlike(lexicon, typed), ...misspelt(lexicon, typed)]) {
    found.set(term, Math.min(edits, found.get(term) ?? edits));
  }
  const others = [...found].flatMap(([term, edits]) =>
    term === typed.term && formOf(requireEntry(lexicon, term)) === typed.folded ? [] : [{ term, edits }],
  );
  const latin = isLatin(typed.folded) ? others.filter(({ term }) => isLatin(term)) : [];
  return latin.length > 0 ? latin : others;
}

function soundingAlike(lexicon: Lexicon, { folded }: TypedWord): Near[] {
  return romanisationsOf(folded).flatMap((form) =>
    skeletonsOf(form).flatMap((skeleton) =>
      lexicon.termsBy('skeleton', skeleton).flatMap((term) => {
        const edits = distanceOf(form, folded, requireEntry(lexicon, term));
        return edits === undefined ? [] : [{ term, edits }];
      }),
    ),
  );
}

/** Names within a typo, and words of which two letters have changed places: no other word is so likely to have been meant. */
function misspelt(lexicon: Lexicon, { folded, term }: TypedWord): Near[] {
  if (folded.length < SHORTEST_EXCHANGED || isOwnWord(folded)) return [];
  const [first, second] = [letterOf(term), letterOf(folded.slice(1))];
  const letters = second === first ? [first] : [first, second];
  const near = letters.flatMap((letter) => lexicon.formsLike(letter, { folded, term }, EDITS_OF_SLIP));
  return near.flatMap((known): Near[] => {
    const slip = slipBetween(folded, known.form) ?? (areExchanged(term, known.term) ? EXCHANGED : undefined);
    if (slip === undefined || (slip > EXCHANGED && letterOf(known.term) !== first)) return [];
    if (!isName(lexicon.term(known.term))) {
      return slip === EXCHANGED ? [{ term: known.term, edits: EXCHANGED_WORD }] : [];
    }
    const sound = slip > EXCHANGED ? distanceOf(folded, folded, requireEntry(lexicon, known.term)) : slip;
    return [{ term: known.term, edits: Math.min(slip, sound ?? slip) }];
  });
}

/** In shorter ones another letter makes another name. */
const SHORTEST_MISSPELT_NAME = 5;
const SHORTEST_EXCHANGED = 4;
/** What two letters that changed places count for, as much as a vowel that romanisations confuse: Zhara is rather Zahra than Shaara. */
const EXCHANGED = 0.2;
/** … in a word that the archive has as a common one: any name that is near is nearer. */
const EXCHANGED_WORD = 1.5;

/** Two letters that changed places are two edits to Levenshtein. */
const EDITS_OF_SLIP = 2;

/** The edits of one slip of the hand, `undefined` where it takes more. */
function slipBetween(typed: string, form: string): number | undefined {
  if (Math.abs(typed.length - form.length) > 1 || distance(typed, form) > EDITS_OF_SLIP) return undefined;
  if (areExchanged(typed, form)) return EXCHANGED;
  return typed.length >= SHORTEST_MISSPELT_NAME && typos(typed, form) === 1 ? 1 : undefined;
}

/** Whether two words are one but for two letters that changed places, over one other at most. */
function areExchanged(a: string, b: string): boolean {
  return a.length === b.length && a.length >= SHORTEST_EXCHANGED && distance(a, b) === 2 && typos(a, b) === 1;
}

/** How far a name sounds from a romanised form of what was typed, `undefined` where it is another name. */
function distanceOf(form: string, typed: string, entry: Entry): number | undefined {
  return soundDistance(form, typed, entry.term, latinFormsOf(entry));
}

/** … of a known word and its romanised forms. */
function soundDistance(
  form: string,
  typed: string,
  known: string,
  forms: readonly string[],
): number | undefined {
  const unwritten = isWithoutVowels(typed) || isWithoutVowels(known);
  const latin = isLatin(typed) && isLatin(known);
  const distances = forms.flatMap((other) => {
    // What such a script leaves out, it writes at the beginning of a word.
    if (unwritten && VOWEL_FIRST.test(form) !== VOWEL_FIRST.test(other)) return [];
    const edits = nameDistance(form, other, unwritten);
    const lengths = [soundsIn(form).length, soundsIn(other).length];
    if (unwritten)
      return edits > Math.min(...lengths) * FARTHEST + 1e-9 || isEnglishWord(typed) ? [] : [edits];
    const sounds = Math.max(...lengths);
    const own = latin && (isOwnWord(typed) || isEnglishWord(other));
    const allowed = sounds < 4 ? FARTHEST_OF_SHORT : sounds * (own ? FARTHEST_OF_KNOWN : FARTHEST);
    return (own && sounds < SHORTEST_KNOWN) || edits > allowed + 1e-9 ? [] : [edits];
  });
  return distances.length > 0 ? Math.min(...distances) : undefined;
}

const VOWEL_FIRST = /^[aeiou]/;

/** Whether what was typed is a name or a word that people know, and so hardly a misspelt other one. */
function isOwnWord(folded: string): boolean {
  return gazetteerKinds(folded).length > 0 || isEnglishWord(folded);
}

/**
 * How far apart, for each of their sounds, two spellings of one name may be: Hims and Homs, Brahim and Ibrahim are; Pickett
 * and Puget are not. Of names that people know as their own less: Khalid and Khaled, not Paris and Peres.
 */
const FARTHEST = 0.125;
const FARTHEST_OF_KNOWN = 0.06;
const FARTHEST_OF_SHORT = 0.15;
/** Mari and Mary are two. */
const SHORTEST_KNOWN = 5;
/** Words within a typo or two, compared as they are written and as stems; misspellings seldom touch the first letter. */
function closeWords(lexicon: Lexicon, { folded, term }: TypedWord): Near[] {
  const bounds = { form: editsAllowed(folded), term: editsAllowed(term) };
  if ((bounds.form === 0 && bounds.term === 0) || isEnglishWord(folded)) return [];
  const most = Math.max(bounds.form, bounds.term) + 1;
  return lexicon.formsLike(letterOf(term), { folded, term }, most).flatMap((known) => {
    const edits = Math.min(
      editsWithin(folded, known.form, bounds.form),
      editsWithin(term, known.term, bounds.term),
    );
    return edits === Number.POSITIVE_INFINITY || known.term === term ? [] : [{ term: known.term, edits }];
  });
}

function editsWithin(a: string, b: string, bound: number): number {
  // Letters that changed places are one edit, two to Levenshtein.
  if (bound === 0 || Math.abs(a.length - b.length) > bound || distance(a, b) > bound + 1) {
    return Number.POSITIVE_INFINITY;
  }
  const edits = typos(a, b);
  return edits <= bound ? edits : Number.POSITIVE_INFINITY;
}

/** Edits that still make it the same word: Damerau's finding that most misspellings are one edit away, two in long words. */
function editsAllowed(term: string): number {
  if (term.length >= 10) return 2;
  return term.length >= 6 ? 1 : 0;
}
