import { headOf, keyOf, type Lexicon, requireName } from '../index/lexicon/lexicon.ts';
import type { Word } from '../model/article.ts';
import type { Concept, MatchKind } from '../model/query.ts';
import type { Language } from '../text/languages/language.ts';
import { wordsOf } from '../text/tokens/words.ts';
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

/** All the ways in which word `i` may stand in the archive; the first is always what was typed. */
export function interpretWord(
  words: readonly Word[],
  i: number,
  text: string,
  context: WordContext,
): InterpretedWord {
  const word = words[i]!;
  const typed = text.slice(word.start, word.end);
  const ways = [...waysTyped(words, i, typed, context), ...waysAround(word, context)];
  // One letter makes another organisation: UNHCR is no misspelling of UNSCR.
  if (ways.length === 0 && !INITIALISM.test(typed)) ways.push(...closeWays(word, context));
  const others = ways.filter(({ terms }) => terms.length > 1 || terms[0] !== word.term);
  return {
    concept: {
      typed: word.folded,
      alternatives: [[word.term], ...others.map((way) => way.terms)],
      name: context.name,
    },
    match: ways.findLast((way) => way.shown !== undefined)?.match ?? ways[0]?.match ?? 'none',
    readAs: [...new Set(ways.flatMap((way) => way.shown ?? []))],
  };
}

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

/** Abbreviations that the archive explains, in both directions, and other romanisations of a name. */
function waysAround(word: Word, { name, short, language, lexicon }: WordContext): Way[] {
  const ways: Way[] = [];
  const long = lexicon.longForm(word.term);
  if (long)
    ways.push({ terms: keyOf(wordsOf(long, 0, language)).split(' '), match: 'abbreviation', shown: long });
  if (short) ways.push({ terms: [short], match: 'abbreviation', shown: shownTerm(short, lexicon) });
  for (const variant of name ? variantsOf(lexicon, word) : []) {
    // A rarer spelling is looked for as well, but nobody wants "Raqqa" to be read as "Raqa".
    const rarer = sentencesOf(variant, lexicon) < sentencesOf(word.term, lexicon);
    const shown = rarer ? {} : { shown: shownTerm(variant, lexicon) };
    ways.push({ terms: [variant], match: 'close', ...shown });
  }
  return ways;
}

function sentencesOf(term: string, lexicon: Lexicon): number {
  return lexicon.term(term)?.sentences ?? 0;
}

function closeWays(word: Word, { name, lexicon }: WordContext): Way[] {
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

function shownTerm(term: string, lexicon: Lexicon): string {
  const entry = lexicon.term(term);
  return entry ? headOf(entry.spellings) : term;
}
