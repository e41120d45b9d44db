import type { Document, Word } from '../../model/article.ts';
import { isInProse, type Prose, proseOf } from '../../text/furniture/furniture.ts';
import { voteByContext } from '../../text/names/name-contexts.ts';
import { addVotes, noVotes } from '../../text/names/name-votes.ts';
import { type NameRun, nameRuns } from '../../text/names/names.ts';
import { compoundAt } from '../../text/tokens/words.ts';
import { type DocumentWords, documentWords } from '../document-words.ts';
import { abbreviationsIn } from './abbreviations.ts';
import { type Entry, isName, keyOf, type Name, type Votable } from './lexicon.ts';

type Writable<T> = {
  -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer A, infer B> ? Map<A, B> : T[K];
};
export type CountedTerm = Writable<Entry>;
/** A run of capitalised words, whether or not it turns out to be a name. */
export interface CountedName extends Writable<Name> {
  /** How often it opens a sentence, where a capital letter says nothing. */
  opening: number;
}

/** What of an archive's words and names can be counted document by document, up and down again, in any order. */
export class TermStats {
  readonly terms = new Map<string, CountedTerm>();
  readonly names = new Map<string, CountedName>();
  /** Term of an abbreviation to the long forms that texts give of it, to how often. */
  readonly longForms = new Map<string, Map<string, number>>();
  private spellings = 0;

  /** What takes memory: terms, names, and ways in which they are written. */
  get size(): number {
    return this.terms.size + this.names.size + this.spellings;
  }

  /** TermStats a document; with -1 one that has been counted is taken out again. `wordsOf`: of its sentences. */
  count(document: Document, by: 1 | -1 = 1, wordsOf: DocumentWords = documentWords(document)): void {
    const { article, sentences } = document;
    for (const [i, { start, end }] of sentences.entries()) {
      const text = article.text.slice(start, end);
      const words = wordsOf[i]!;
      const prose = proseOf(words, text);
      this.countWords(words, text, by, prose);
      for (const run of nameRuns(words, text)) {
        if (isInProse(run, prose)) this.countName(words, run, text, by);
      }
      for (const { short, long } of abbreviationsIn(text, words)) {
        addTo(
          valueIn(this.longForms, apart(short), () => new Map()),
          apart(long),
          by,
        );
      }
    }
  }

  private countWords(words: readonly Word[], text: string, by: number, prose: Prose): void {
    const seen = new Set<string>();
    const opens = OPENING.test(text.slice(0, words[0]?.start ?? 0));
    // In a menu, as at the start of a sentence, a capital letter says nothing.
    const says = (at: number) => (at > 0 || !opens) && prose.first <= at && at < prose.last;
    const capital = (at: number) => (says(at) ? words[at]!.capital : undefined);
    const count = (term: string, spelling: string, capital: boolean | undefined) => {
      const own = apart(term);
      const entry = valueIn(this.terms, own, () => emptyTerm(own));
      if (!seen.has(term)) entry.sentences += by;
      seen.add(term);
      if (capital === true) entry.capitals += by;
      if (capital === false) entry.lowers += by;
      this.countSpelling(entry, apart(spelling), by);
    };
    words.forEach((word, i) => {
      const compound = compoundAt(words, i);
      // The article of "al-Dana" has no say.
      if (compound)
        count(compound, text.slice(word.start, endOfCompound(words, i)), capital(word.stop ? i + 1 : i));
      if (!word.stop) count(word.term, text.slice(word.start, word.end), capital(i));
    });
  }

  private countName(words: readonly Word[], run: NameRun, text: string, by: 1 | -1): void {
    const key = apart(keyOf(words.slice(run.first, run.last)));
    if (key === '') return;
    const name = valueIn(this.names, key, () => emptyName(key));
    name.sentences += by;
    if (run.first === 0) name.opening += by;
    const votes = noVotes();
    voteByContext(votes, words, run, text);
    addVotes(name.contexts, votes, by);
    this.countSpelling(name, apart(text.slice(run.start, run.end).replace(/\s+/g, ' ')), by);
  }

  /** Counts a spelling of a term or name of these. */
  countSpelling({ spellings }: CountedTerm | CountedName, spelling: string, by: number): void {
    const before = spellings.size;
    addTo(spellings, spelling, by);
    this.spellings += spellings.size - before;
  }
}

/** The same characters: in V8 a slice of 13 and more holds all of the text that it was cut out of. */
function apart(slice: string): string {
  return slice.length < 13 ? slice : ` ${slice}`.slice(1);
}

/** What may stand before the first word of a sentence: a quotation mark, a bracket. */
const OPENING = /^[^\p{L}\p{N}]*$/u;

function endOfCompound(words: readonly Word[], first: number): number {
  let last = first;
  while (words[last + 1]?.bound) last += 1;
  return words[last]!.end;
}

export function emptyTerm(term: string): CountedTerm {
  return { term, sentences: 0, capitals: 0, lowers: 0, spellings: new Map() };
}

export function emptyName(key: string): CountedName {
  return { key, sentences: 0, opening: 0, spellings: new Map(), contexts: noVotes() };
}

/** What only ever opens sentences, and a single word in any case, is a name where its first word stands for one. */
export function isConfirmed(
  { key, sentences, opening }: CountedName,
  termOf: (term: string) => Votable | undefined,
): boolean {
  const first = key.split(' ', 1)[0]!;
  return (first !== key && opening < sentences) || isName(termOf(first));
}

/** TermStats that come to nothing go. */
export function addTo<K>(counts: Map<K, number>, key: K, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

export function valueIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
