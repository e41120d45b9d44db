import { distance } from 'fastest-levenshtein';
import type { Word } from '../model.ts';
import { fold } from '../text/fold.ts';
import { once } from './once.ts';
import { type Entry, headOf, isName, type Vocabulary } from './vocabulary.ts';

/**
 * The consonants of a romanised name, one letter for each family of sounds: what Latakia and Latakiya, Qusayr and
 * Kuseir share. Vowels, doubled letters, the Arabic article and marks of breath carry no weight in it.
 */
export function skeletonOf(term: string): string {
  const [first = '', ...rest] = inFamilies(term);
  return (first + rest.join('').replace(/[aeiouywh]/g, '')).replace(/(.)\1+/g, '$1');
}

function inFamilies(term: string): string {
  return FAMILIES.reduce((written, [form, plain]) => written.replace(form, plain), term);
}

/** What romanisation systems write differently for one sound (ALA-LC, UNGEGN, press usage), longest first. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/tch|tsh|ch|sh|sch/g, 's'],
  [/kh|gh|ck|[qgc]/g, 'k'],
  [/dh|th|dj|zh/g, 'd'],
  [/ph|v/g, 'f'],
  [/z/g, 's'],
  [/j/g, 'd'],
  [/^[aeiou]+/, 'a'],
];

/**
 * The vowels kept but written one way: equal for Latakia/Latakiya, Shurin/Shourin, Hussein/Husein; different for
 * Iraq/Iraqi, Paul/Paula. Strict enough to widen a name that the archive does hold.
 */
export function romanisedOf(term: string): string {
  return term
    .replace(/ou|oo|w(?=[^aeiouy])/g, 'u')
    .replace(/ee|iy|ei|ey|ie|y/g, 'i')
    .replace(/q/g, 'k')
    .replace(/(.)\1+/g, '$1');
}

/** A word as it was typed: a stem may have lost what tells two spellings apart (Mohammed: moham, Muhammad: muhammad). */
export type Typed = Pick<Word, 'folded' | 'term'>;

/** Lookups that spelling needs, each built once per vocabulary when it is first needed: most questions need few. */
export interface Spellings {
  /** Terms of the archive that may be what a word was meant to be, nearest first, at most `limit`. */
  close(typed: Typed, asName: boolean, limit?: number): string[];
  /** Terms that romanise the same name otherwise. */
  variants(typed: Typed): string[];
  /** The key of a name of several words, from its words written as one: "maarshurin". */
  squeezed(term: string): string | undefined;
}

export function spellingsOf(vocabulary: Vocabulary): Spellings {
  const index: Index = {
    bySkeleton: once(() => namesBy(vocabulary, ({ form, entry }) => [skeletonOf(form), { form, entry }])),
    byRomanised: once(() => namesBy(vocabulary, ({ form, entry }) => [romanisedOf(form), entry.term])),
    byShape: once(() => shapesOf(vocabulary)),
    squeezed: once(() => squeezedNames(vocabulary)),
  };
  const sentencesOf = (term: string) => vocabulary.entries.get(term)!.sentences;

  return {
    close(typed, asName, limit = 3) {
      if (typed.folded.length > LONGEST_MISSPELT) return [];
      const found = new Map<string, number>();
      const near = [
        ...(asName ? soundingLike(typed.folded, index) : []),
        ...spelledLike(typed, asName, index),
      ];
      for (const { term, edits } of near) {
        if (term !== typed.term) found.set(term, Math.min(edits, found.get(term) ?? edits));
      }
      return [...found]
        .sort(([a, x], [b, y]) => x - y || sentencesOf(b) - sentencesOf(a) || (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([term]) => term);
    },
    variants: ({ folded, term }) =>
      folded.length < 5
        ? []
        : (index.byRomanised().get(romanisedOf(folded)) ?? []).filter((variant) => variant !== term),
    squeezed: (term) => (term.length < 6 ? undefined : index.squeezed().get(romanisedOf(term))),
  };
}

/** What is longer is no misspelt word, and would cost the square of its length to compare. */
const LONGEST_MISSPELT = 40;

interface Index {
  readonly bySkeleton: () => ReadonlyMap<string, readonly Form[]>;
  readonly byRomanised: () => ReadonlyMap<string, readonly string[]>;
  readonly byShape: () => Shapes;
  readonly squeezed: () => ReadonlyMap<string, string>;
}

/** Folded words and stems by first letter, which misspellings seldom touch, and length. */
type Shapes = Readonly<Record<'folded' | 'term', ReadonlyMap<string, readonly Form[]>>>;

/** Terms that stand for names, by a key of how they are written. */
function namesBy<T>(vocabulary: Vocabulary, keyed: (form: Form) => readonly [string, T]): Map<string, T[]> {
  const names = new Map<string, T[]>();
  for (const entry of vocabulary.entries.values()) {
    if (isName(entry)) push(names, ...keyed({ form: foldedOf(entry), entry }));
  }
  return names;
}

function shapesOf(vocabulary: Vocabulary): Shapes {
  const shapes = { folded: new Map<string, Form[]>(), term: new Map<string, Form[]>() };
  for (const entry of vocabulary.entries.values()) {
    const written = foldedOf(entry);
    push(shapes.folded, shapeOf(written, written.length), { form: written, entry });
    push(shapes.term, shapeOf(entry.term, entry.term.length), { form: entry.term, entry });
  }
  return shapes;
}

function squeezedNames(vocabulary: Vocabulary): Map<string, string> {
  const squeezed = new Map<string, string>();
  for (const name of vocabulary.names.values()) {
    if (name.key.includes(' ')) squeezed.set(romanisedOf(name.key.replaceAll(' ', '')), name.key);
  }
  return squeezed;
}

function shapeOf(form: string, length: number): string {
  return `${form[0]}${length}`;
}

interface Near {
  readonly term: string;
  readonly edits: number;
}

/** Names with the same consonants, and vowels that differ little. */
function* soundingLike(folded: string, { bySkeleton }: Index): Generator<Near> {
  const long = folded.length > 5;
  const sound = soundOf(folded, long);
  for (const { form, entry } of bySkeleton().get(skeletonOf(folded)) ?? []) {
    if (distance(sound, soundOf(form, long)) > vowelsAllowed(folded)) continue;
    yield { term: entry.term, edits: distance(folded, form) };
  }
}

/** Words within a typo or two, compared as they are written and as stems. */
function* spelledLike(typed: Typed, asName: boolean, { byShape }: Index): Generator<Near> {
  for (const kind of ['folded', 'term'] as const) {
    const own = typed[kind];
    const bound = editsAllowed(own, asName);
    for (let length = own.length - bound; bound > 0 && length <= own.length + bound; length++) {
      for (const { form, entry } of byShape()[kind].get(shapeOf(own, length)) ?? []) {
        if (asName && !isName(entry)) continue;
        const edits = distance(own, form);
        if (edits <= bound) yield { term: entry.term, edits };
      }
    }
  }
}

/** A form that an entry is compared by: its term, or its commonest spelling. */
interface Form {
  readonly form: string;
  readonly entry: Entry;
}

/** The commonest spelling, folded, hyphens gone; no longer than a term. */
function foldedOf({ spellings }: Entry): string {
  return fold(headOf(spellings).slice(0, 64)).replace(/[^\p{L}\p{N}]/gu, '');
}

/** With the three vowels of Arabic: Idlib and Edleb are one; in long words Gaddafi and Qadhafi as well. */
export function soundOf(term: string, long: boolean): string {
  return romanisedOf(long ? inFamilies(term) : term)
    .replace(/e/g, 'i')
    .replace(/o/g, 'u');
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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
