import type { Document } from '../../model/model.ts';
import { wordsOf } from '../../text/tokens/words.ts';
import { type Form, headOf, keyOf, letterOf, type Vocabulary } from './lexicon.ts';
import { formOf, type Lookup, lookupsOfName, lookupsOfTerm } from './name-keys.ts';
import { once } from './once.ts';
import { type CountedName, Counts, isConfirmed, valueIn } from './term-stats.ts';

/** The vocabulary of these documents, in memory. Lookups are made when something first asks for them. */
export function readVocabulary(documents: Iterable<Document>): Vocabulary {
  const counts = new Counts();
  for (const document of documents) counts.count(document);
  return vocabularyOf(counts);
}

function vocabularyOf({ terms, names: counted, longForms }: Counts): Vocabulary {
  const isKnown = (name: CountedName) => isConfirmed(name, (term) => terms.get(term));
  const names = once(() => [...counted.values()].filter(isKnown));
  const ofTerms = once(() => indexOf(terms.values(), ({ term }) => term, lookupsOfTerm));
  const ofNames = once(() => indexOf(names(), ({ key }) => key, lookupsOfName));
  const forms = once(() =>
    grouped(
      [...terms.values()].map((entry): Form => ({ term: entry.term, form: formOf(entry) })),
      ({ term }) => term,
    ),
  );
  const words = once(() => grouped([...(ofNames().get('word')?.keys() ?? [])], (word) => word));
  const byMentions = (a: string, b: string) =>
    counted.get(b)!.sentences - counted.get(a)!.sentences || (a < b ? -1 : 1);
  const mostMentioned = once(() =>
    names()
      .map(({ key }) => key)
      .sort(byMentions),
  );
  const shortForms = once(
    () => new Map([...longForms].sort(lastFirst).map(([short, long]) => [keyOfLong(long), short])),
  );
  const named = (key: string) => {
    const name = counted.get(key);
    return name && isKnown(name) ? name : undefined;
  };
  return {
    get names() {
      return names().length;
    },
    term: (term) => terms.get(term),
    name: named,
    longForm: (term) => {
      const long = longForms.get(term);
      return long && headOf(long);
    },
    shortForm: (key) => shortForms().get(key),
    termsBy: (lookup, value) => ofTerms().get(lookup)?.get(value) ?? [],
    namesBy: (lookup, value) => ofNames().get(lookup)?.get(value) ?? [],
    formsFrom: (letter) => forms().get(letter) ?? [],
    wordsFrom: (letter) => words().get(letter) ?? [],
    namesFrom(beginning, most) {
      if (beginning === '') return mostMentioned().slice(0, most);
      const begun = (words().get(letterOf(beginning)) ?? []).filter((word) => word.startsWith(beginning));
      const keys = new Set(begun.flatMap((word) => ofNames().get('word')!.get(word)!));
      return [...keys].sort(byMentions).slice(0, most);
    },
  };
}

/** Of several abbreviations of one name the first by code units counts. */
function lastFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? 1 : -1;
}

export function keyOfLong(longForms: ReadonlyMap<string, number>): string {
  return keyOf(wordsOf(headOf(longForms)));
}

type Index = Map<Lookup, Map<string, string[]>>;

function indexOf<T>(
  values: Iterable<T>,
  keyOf: (value: T) => string,
  lookups: (value: T) => readonly (readonly [Lookup, string])[],
): Index {
  const index: Index = new Map();
  for (const value of values) {
    for (const [lookup, by] of lookups(value)) {
      valueIn(
        valueIn(index, lookup, () => new Map<string, string[]>()),
        by,
        () => [],
      ).push(keyOf(value));
    }
  }
  for (const byValue of index.values()) for (const keys of byValue.values()) keys.sort();
  return index;
}

/** By first letter, in order. */
function grouped<T>(values: readonly T[], of: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values.toSorted((a, b) => (of(a) < of(b) ? -1 : 1))) {
    valueIn(groups, letterOf(of(value)), () => []).push(value);
  }
  return groups;
}
