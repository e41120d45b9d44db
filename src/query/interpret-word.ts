import { headOf, isName, keyOf, type Lexicon, requireName } from '../index/lexicon/lexicon.ts';
import type { Word } from '../model/article.ts';
import type { Concept, MatchKind } from '../model/query.ts';
import { countryNames } from '../text/languages/country-names.ts';
import type { Language } from '../text/languages/language.ts';
import { abbreviationsOf } from '../text/names/abbreviated.ts';
import { wordsOf } from '../text/tokens/words.ts';
import { equivalentsOf } from './equivalents.ts';
import { isInflected, isSpelled } from './inflected.ts';
import { closeTerms, squeezedName, variantsOf } from './spelling.ts';

/** A word of the question, read against the archive. */
export interface InterpretedWord {
  readonly concept: Concept;
  readonly match: MatchKind;
  /** As the archive writes what the word was read as; empty where it was typed so, or is not there at all. */
  readonly readAs: readonly string[];
}

export interface WordContext {
  readonly name: boolean;
  /** Whether the archive may lack it. */
  readonly qualifier: boolean;
  /** Number of the name of the archive that it belongs to. */
  readonly group: number | undefined;
  /** The term that all words of its name are when written as one. */
  readonly joined: string | undefined;
  /** Its terms in the names of the archive that its whole name was meant to be. */
  readonly meant: readonly string[] | undefined;
  /** The archive's abbreviation of the name that the word belongs to. */
  readonly short: string | undefined;
  /** Of the question. */
  readonly language: Language | undefined;
  /** Terms that the archive's texts in other languages have for the word. */
  readonly also: readonly string[];
  readonly lexicon: Lexicon;
}

const INITIALISM = /^\p{Lu}{2,6}$/u;

/** A way to read a word, and what to say of it. */
interface Way {
  readonly terms: readonly string[];
  readonly match: MatchKind;
  readonly shown?: string;
}

/** All the ways in which word `i` may stand in the archive, the first is what was typed; `undefined` for a qualifier that it lacks. */
export function interpretWord(
  words: readonly Word[],
  i: number,
  text: string,
  context: WordContext,
): InterpretedWord | undefined {
  const word = words[i]!;
  const { name, qualifier, group, joined, lexicon } = context;
  if (joined) return joinedReading(word, joined, context);
  const typed = text.slice(word.start, word.end);
  const other = isOtherWord(word, context);
  const ways = [
    ...(other ? [] : waysTyped(words, i, typed, context)),
    ...(context.meant?.length ? waysMeant(word, context.meant, lexicon) : waysAround(word, context)),
    ...waysOtherwise(words, i, context),
  ];
  if (qualifier && ways.length === 0) return undefined;
  // One letter makes another organisation: UNHCR is no misspelling of UNSCR.
  if (ways.length === 0 && !INITIALISM.test(typed)) ways.push(...closeWays(word, context));
  const own = other ? `=${word.folded}` : word.term;
  const others = ways.filter(({ terms }) => terms.length > 1 || terms[0] !== own);
  const after = name ? functionWordBefore(words, i, text) : undefined;
  const full = name && !other ? fullNames(word, lexicon) : undefined;
  return {
    concept: {
      typed: word.folded,
      alternatives: [[own], ...others.map((way) => way.terms), ...(full ?? [])],
      name,
      ...(qualifier && { qualifier }),
      ...(full && { capital: true }),
      ...(after !== undefined && { after }),
      ...(group !== undefined && { group }),
    },
    match: ways.findLast((way) => way.shown !== undefined)?.match ?? ways[0]?.match ?? 'none',
    readAs: [...new Set(ways.flatMap((way) => way.shown ?? []))],
  };
}

function joinedReading(word: Word, joined: string, { name, lexicon }: WordContext): InterpretedWord {
  return {
    concept: { typed: word.folded, alternatives: [[joined]], name },
    match: 'folded',
    readAs: [shownTerm(joined, lexicon)],
  };
}

/**
 * Whether the archive has the word's stem only as that of another word: Gaines and gains, University and Universal. Of words
 * that aren't names the stem decides.
 */
function isOtherWord(word: Word, { name, language, lexicon }: WordContext): boolean {
  const entry = name && language === undefined ? lexicon.term(word.term) : undefined;
  if (!entry || isSpelled(entry, word.folded)) return false;
  if (!isInflected(entry, word.folded, word.capital && !isName(entry))) return true;
  const [nearest = word.term] = isName(entry) ? closeTerms(lexicon, word, true) : [];
  return nearest !== word.term;
}

/** The function word, if with a capital letter, that stands before word `i`. */
function functionWordBefore(words: readonly Word[], i: number, text: string): string | undefined {
  const before = words[i - 1];
  if (!before?.stop || !before.capital || before.folded === 'the') return undefined;
  return text.slice(before.end, words[i]!.start) === ' ' ? before.folded : undefined;
}

/** Most full names of one word that are looked for. */
const MOST_FULL_NAMES = 12;

/** The names that a word is a part of, where the archive mostly has it as a common one: Edward Said, Khaled Said. */
function fullNames({ folded, term }: Word, lexicon: Lexicon): (readonly string[])[] | undefined {
  const entry = lexicon.term(term);
  if (!entry || entry.lowers === 0 || ![...entry.spellings.keys()].some((spelling) => CAPITAL.test(spelling)))
    return undefined;
  if (isName(entry)) return [];
  return lexicon
    .namesWith(folded, MOST_FULL_NAMES)
    .map((key) => key.split(' '))
    .filter((terms) => terms.length > 1);
}

const CAPITAL = /^\p{Lu}/u;

/** As typed, folded, or with its neighbour as one word: "cease fire" is found by "ceasefire". */
function waysTyped(
  words: readonly Word[],
  i: number,
  typed: string,
  { name, language, also, lexicon }: WordContext,
): Way[] {
  const word = words[i]!;
  const ways: Way[] = [];
  const entry = lexicon.term(word.term);
  if (entry) {
    // Where nouns are inflected, another case is no other spelling.
    const inflected = language !== undefined && word.term !== word.folded;
    const spelled =
      !name || inflected || [...entry.spellings.keys()].some((s) => s.toLowerCase() === typed.toLowerCase());
    ways.push(
      spelled
        ? { terms: [word.term], match: 'exact' }
        : { terms: [word.term], match: 'folded', shown: headOf(entry.spellings) },
    );
  }
  for (const term of also) ways.push({ terms: [term], match: 'exact' });
  for (const [a, b] of [words.slice(i - 1, i + 1), words.slice(i, i + 2)]) {
    if (!a || !b) continue;
    const term = wordsOf(a.folded + b.folded, 0, language)[0]?.term;
    if (term && lexicon.term(term)) ways.push({ terms: [term], match: 'folded' });
  }
  return ways;
}

function waysMeant(word: Word, meant: readonly string[], lexicon: Lexicon): Way[] {
  return meant.flatMap((term): Way[] =>
    term === word.term ? [] : [{ terms: [term], match: 'close', shown: shownTerm(term, lexicon) }],
  );
}

/** Abbreviations that the archive explains, in both directions, and other romanisations of a name. */
function waysAround(word: Word, { name, qualifier, short, language, lexicon }: WordContext): Way[] {
  const ways: Way[] = [];
  const long = lexicon.longForm(word.term);
  if (long)
    ways.push({ terms: keyOf(wordsOf(long, 0, language)).split(' '), match: 'abbreviation', shown: long });
  if (short) ways.push({ terms: [short], match: 'abbreviation', shown: shownTerm(short, lexicon) });
  for (const other of name ? abbreviationsOf(word.folded) : []) {
    const [{ term } = { term: other }] = wordsOf(other);
    if (lexicon.term(term)) ways.push({ terms: [term], match: 'exact' });
  }
  for (const variant of name && !qualifier ? variantsOf(lexicon, word) : []) {
    // A rarer spelling is looked for as well, but nobody wants "Raqqa" to be read as "Raqa".
    const rarer = sentencesOf(variant, lexicon) < sentencesOf(word.term, lexicon);
    const shown = rarer ? {} : { shown: shownTerm(variant, lexicon) };
    ways.push({ terms: [variant], match: 'close', ...shown });
  }
  return ways;
}

/** What the news write in several ways: the UN, Swiss for Switzerland. */
function waysOtherwise(words: readonly Word[], i: number, { language, lexicon }: WordContext): Way[] {
  if (language !== undefined) return [];
  return equivalentsOf(words, i)
    .filter((terms) => terms.every((term) => lexicon.term(term)))
    .map((terms) => ({ terms, match: 'exact' }));
}

function sentencesOf(term: string, lexicon: Lexicon): number {
  return lexicon.term(term)?.sentences ?? 0;
}

function closeWays(word: Word, { name, lexicon }: WordContext): Way[] {
  const country = countryWays(word, lexicon);
  if (country.length > 0) return country;
  const whole = squeezedName(lexicon, word.term);
  if (whole) {
    const shown = headOf(requireName(lexicon, whole).spellings);
    return [{ terms: whole.split(' '), match: 'close', shown }];
  }
  return closeTerms(lexicon, word, name).map((term) => ({
    terms: [term],
    match: 'close',
    shown: shownTerm(term, lexicon),
  }));
}

/** A country by its name in another language: Syrien, Сирия. */
function countryWays({ folded }: Word, lexicon: Lexicon): Way[] {
  return countryNames(folded).flatMap((other): Way[] => {
    const terms = keyOf(wordsOf(other)).split(' ');
    return terms.every((term) => lexicon.term(term)) ? [{ terms, match: 'close', shown: other }] : [];
  });
}

function shownTerm(term: string, lexicon: Lexicon): string {
  const entry = lexicon.term(term);
  return entry ? headOf(entry.spellings) : term;
}
