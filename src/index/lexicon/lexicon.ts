import type { Word } from '../../model/article.ts';
import { isEnglishWord } from '../../text/languages/english-words.ts';
import { unmarked } from '../../text/languages/stemmers.ts';
import type { Votes } from '../../text/names/name-votes.ts';
import { fold } from '../../text/tokens/fold.ts';
import { wordsOf } from '../../text/tokens/words.ts';
import { present } from '../database/errors.ts';

/** A term of the archive, as its words are written. */
export interface Entry {
  readonly term: string;
  /** Sentences that hold it. */
  readonly sentences: number;
  /** How often it stands with a capital letter where no rule asks for one, and how often without. */
  readonly capitals: number;
  readonly lowers: number;
  /** Each way it is written, to how often. */
  readonly spellings: ReadonlyMap<string, number>;
}

/** A name of the archive: a run of capitalised words that its other occurrences confirm. */
export interface Name {
  /** Its terms, joined by blanks. */
  readonly key: string;
  readonly sentences: number;
  readonly spellings: ReadonlyMap<string, number>;
  /** What its contexts say of its type, summed over its places. */
  readonly contexts: Votes;
}

/** A term, and its commonest spelling, folded, without hyphens: what misspelt words are compared with. */
export interface Form {
  readonly term: string;
  readonly form: string;
}

/** What terms that stand for names are looked up by: how they sound, and how they are romanised. */
export type TermKey = 'skeleton' | 'romanised';
/**
 * What names are looked up by. sound: what spellings of one name share. core: the key of the name proper, where titles
 * go with it. family: the last word of that. squeezed: its words written as one. word: each of its words.
 */
export type NameKey = 'sound' | 'core' | 'family' | 'squeezed' | 'word';

/**
 * The words and names that an archive holds: what a question is read against. Lists are in a fixed order (of
 * code units, in the store of UTF-8's bytes), so that they are the same however the archive came about.
 */
export interface Lexicon {
  /** How many names there are. */
  readonly names: number;
  term(term: string): Entry | undefined;
  name(key: string): Name | undefined;
  /** The long form that the text itself gives of an abbreviation, by the term of that. */
  longForm(term: string): string | undefined;
  /** The term of an abbreviation, by the key of its long form. */
  shortForm(key: string): string | undefined;
  /** Terms that stand for names, and names by their keys, with this value. */
  termsBy(lookup: TermKey, value: string): readonly string[];
  namesBy(lookup: NameKey, value: string): readonly string[];
  /** All terms that begin with this letter. */
  formsFrom(letter: string): readonly Form[];
  /**
   * Those of them of which, by length and letters, the form may be within so many edits (Levenshtein, in UTF-16 units) of `folded`, or
   * the term of `term`: all that are, and others.
   */
  formsLike(letter: string, word: Pick<Word, 'folded' | 'term'>, edits: number): readonly Form[];
  /** The words of names that begin with this letter. */
  wordsFrom(letter: string): readonly string[];
  /** Keys of names with a word that begins so, most mentioned first; all of them for ''. */
  namesFrom(beginning: string, most: number): readonly string[];
  /** Keys of names with this very word, most mentioned first. */
  namesWith(word: string, most: number): readonly string[];
  /**
   * Terms of which a spelling, as JSON writes it, holds these characters: with a quotation mark at their beginning or end the spelling
   * begins or ends there. At most `MOST_SPELLED` + 1. All terms are looked through: 50 ms of a million sentences.
   */
  spelledWith(json: string): readonly string[];
}

/** Most terms that `spelledWith` names. */
export const MOST_SPELLED = 500;

/** The name of a key that the lexicon itself has given. Throws `CorruptIndexError` where there is none. */
export function requireName(lexicon: Lexicon, key: string): Name {
  return present(lexicon.name(key), `the name “${key}”`);
}

/** The entry of a term that the lexicon itself has given. Throws `CorruptIndexError` where there is none. */
export function requireEntry(lexicon: Lexicon, term: string): Entry {
  return present(lexicon.term(term), `the term “${term}”`);
}

/** The key of a name: its terms without function words, so that "al-Dana" and "Dana" are one. */
export function keyOf(words: readonly Word[]): string {
  return words
    .filter((word) => !word.stop)
    .map((word) => word.term)
    .join(' ');
}

/** The key of an abbreviation's long form, of which texts give several spellings. */
export function keyOfLong(longForms: ReadonlyMap<string, number>): string {
  return keyOf(wordsOf(headOf(longForms)));
}

/** What lists of terms and words are kept by: the first character. */
export function letterOf(word: string): string {
  const [letter = ''] = word;
  return letter;
}

/** The commonest of several spellings; of equals the last by code units: "Dana" before "DANA". */
export function headOf(spellings: ReadonlyMap<string, number>): string {
  let head = '';
  let most = 0;
  for (const [spelling, count] of spellings) {
    if (count > most || (count === most && spelling > head)) [head, most] = [spelling, count];
  }
  return head;
}

/** What is known of a term when it is asked whether it stands for a name. */
export type Votable = Omit<Entry, 'sentences'>;

/** Whether a term stands for a name rather than for a common word: the whole archive votes. */
export function isName(entry: Votable | undefined): boolean {
  return entry !== undefined && (entry.capitals > entry.lowers || onlyOpens(entry));
}

/** Whether a word that is no common one of English only ever opens sentences: "Saraqib was shelled." */
function onlyOpens({ term, capitals, lowers, spellings }: Votable): boolean {
  // Of another language, of which there is no list.
  if (capitals + lowers > 0 || spellings.size === 0 || unmarked(term) !== term) return false;
  for (const spelling of spellings.keys()) {
    if (!OPENS_AS_NAME.test(spelling) || isEnglishWord(fold(spelling))) return false;
  }
  return true;
}

/** Latin letters, of which English has a list of common words, and three at least. */
const OPENS_AS_NAME = /^(?=.{3})\p{Lu}[\p{sc=Latin}\p{M}'’ʼ`´-]+$/u;
