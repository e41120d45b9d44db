import type { Document, Word } from '../model.ts';
import { languageOf } from '../text/language.ts';
import { voteByContext } from '../text/name-contexts.ts';
import { shapeOf } from '../text/name-shapes.ts';
import { noVotes, type Votes } from '../text/name-votes.ts';
import { type NameRun, nameRuns } from '../text/names.ts';
import { compoundAt, wordsOf } from '../text/words.ts';
import { abbreviationsIn } from './abbreviations.ts';

/** A term of the archive, as its words are written. */
export interface Entry {
  readonly term: string;
  /** Sentences that hold it. */
  sentences: number;
  /** How often it stands with a capital letter where no rule asks for one, and how often without. */
  capitals: number;
  lowers: number;
  /** Each way it is written, to how often. */
  readonly spellings: Map<string, number>;
}

/** A name of the archive: a run of capitalised words that its other occurrences confirm. */
export interface Name {
  /** Its terms, joined by blanks. */
  readonly key: string;
  sentences: number;
  readonly spellings: Map<string, number>;
  /** What its words say of its type, and what its contexts do, summed over its places. */
  readonly shape: Votes;
  readonly contexts: Votes;
  /** The key of the name proper, where titles or a kind of place go with it: "assad" of "President Assad". */
  readonly core: string;
}

/** The words and names that the archive holds: what a question is read against. */
export interface Vocabulary {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly names: ReadonlyMap<string, Name>;
  /** Term of an abbreviation to the long form that the text itself gives, and the long form's key to it. */
  readonly longForms: ReadonlyMap<string, string>;
  readonly shortForms: ReadonlyMap<string, string>;
}

export function readVocabulary(documents: Iterable<Document>): Vocabulary {
  const reading = vocabularyReading();
  for (const document of documents) reading.add(document);
  return reading.vocabulary();
}

/** The same document by document, for who can't wait for all of them at once. */
export function vocabularyReading() {
  const entries = new Map<string, Entry>();
  const candidates = new Map<string, Candidate>();
  const longForms = new Map<string, string>();
  return {
    add({ article, sentences }: Document): void {
      const language = languageOf(article.language);
      for (const sentence of sentences) {
        const text = article.text.slice(sentence.start, sentence.end);
        const words = wordsOf(text, 0, language);
        countWords(entries, words, text);
        for (const run of nameRuns(words, text)) countName(candidates, words, run, text);
        for (const { short, long } of abbreviationsIn(text, words)) longForms.set(short, long);
      }
    },
    vocabulary(): Vocabulary {
      const names = confirmed(candidates, entries);
      const shortForms = new Map([...longForms].map(([short, long]) => [keyOf(wordsOf(long)), short]));
      return { entries, names, longForms, shortForms };
    },
  };
}

/** The key of a name: its terms without function words, so that "al-Dana" and "Dana" are one. */
export function keyOf(words: readonly Word[]): string {
  return words
    .filter((word) => !word.stop)
    .map((word) => word.term)
    .join(' ');
}

/** The commonest of several spellings; of equals the first seen. */
export function headOf(spellings: ReadonlyMap<string, number>): string {
  let head = '';
  let most = 0;
  for (const [spelling, count] of spellings) {
    if (count > most) [head, most] = [spelling, count];
  }
  return head;
}

/** Whether a term stands for a name rather than for a common word: the whole archive votes. */
export function isName(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.capitals > entry.lowers;
}

/** What may stand before the first word of a sentence: a quotation mark, a bracket. */
const OPENING = /^[^\p{L}\p{N}]*$/u;

function countWords(entries: Map<string, Entry>, words: readonly Word[], text: string): void {
  const seen = new Set<string>();
  const opens = OPENING.test(text.slice(0, words[0]?.start ?? 0));
  words.forEach((word, i) => {
    const compound = compoundAt(words, i);
    const capital = (at: number) => (at === 0 && opens ? undefined : words[at]!.capital);
    if (compound) {
      // The article of "al-Dana" has no say.
      const spelling = text.slice(word.start, endOfCompound(words, i));
      count(entries, compound, seen, spelling, capital(word.stop ? i + 1 : i));
    }
    if (!word.stop) count(entries, word.term, seen, text.slice(word.start, word.end), capital(i));
  });
}

function endOfCompound(words: readonly Word[], first: number): number {
  let last = first;
  while (words[last + 1]?.bound) last += 1;
  return words[last]!.end;
}

function count(
  entries: Map<string, Entry>,
  term: string,
  seen: Set<string>,
  spelling: string,
  capital: boolean | undefined,
): void {
  let entry = entries.get(term);
  if (!entry) {
    entry = { term, sentences: 0, capitals: 0, lowers: 0, spellings: new Map() };
    entries.set(term, entry);
  }
  if (!seen.has(term)) entry.sentences += 1;
  seen.add(term);
  if (capital === true) entry.capitals += 1;
  if (capital === false) entry.lowers += 1;
  entry.spellings.set(spelling, (entry.spellings.get(spelling) ?? 0) + 1);
}

interface Candidate extends Name {
  /** How often it opens a sentence, where a capital letter says nothing. */
  opening: number;
}

function countName(
  candidates: Map<string, Candidate>,
  words: readonly Word[],
  run: NameRun,
  text: string,
): void {
  const inside = words.slice(run.first, run.last);
  const key = keyOf(inside);
  if (key === '') return;
  let candidate = candidates.get(key);
  if (!candidate) {
    const { votes: shape, core } = shapeOf(inside, text);
    candidate = {
      key,
      sentences: 0,
      opening: 0,
      spellings: new Map(),
      shape,
      contexts: noVotes(),
      core: keyOf(core),
    };
    candidates.set(key, candidate);
  }
  candidate.sentences += 1;
  if (run.first === 0) candidate.opening += 1;
  voteByContext(candidate.contexts, words, run, text);
  const spelling = text.slice(run.start, run.end).replace(/\s+/g, ' ');
  candidate.spellings.set(spelling, (candidate.spellings.get(spelling) ?? 0) + 1);
}

/** A single word that only ever opens sentences, or is more often written without a capital, is no name. */
function confirmed(candidates: Map<string, Candidate>, entries: Map<string, Entry>): Map<string, Name> {
  const names = new Map<string, Name>();
  for (const { opening, ...name } of candidates.values()) {
    const { key, sentences } = name;
    const first = entries.get(key.split(' ', 1)[0]!);
    const single = !key.includes(' ');
    if (single && (opening === sentences || !isName(entries.get(key)))) continue;
    if (!single && opening === sentences && !isName(first)) continue;
    names.set(key, name);
  }
  return names;
}
