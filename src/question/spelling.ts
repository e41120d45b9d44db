import { distance } from 'fastest-levenshtein';
import { type Entry, isName, type Vocabulary } from './vocabulary.ts';

/**
 * The consonants of a romanised name, one letter for each family of sounds: what Latakia and Latakiya, Qusayr and
 * Kuseir share. Vowels, doubled letters, the Arabic article and marks of breath carry no weight in it.
 */
export function skeletonOf(term: string): string {
  let skeleton = term;
  for (const [form, plain] of FAMILIES) skeleton = skeleton.replace(form, plain);
  const [first = '', ...rest] = skeleton;
  return (first + rest.join('').replace(/[aeiouywh]/g, '')).replace(/(.)\1+/g, '$1');
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
    .replace(/(.)\1+/g, '$1')
    .replace(/i(?=[aeou])/g, 'i');
}

/** Lookups that spelling needs, built once per vocabulary. */
export interface Spellings {
  /** Terms of the archive that may be what `term` was meant to be, nearest first, at most `limit`. */
  close(term: string, asName: boolean, limit?: number): string[];
  /** Terms that romanise the same name otherwise. */
  variants(term: string): string[];
  /** The key of a name of several words, from its words written as one: "maarshurin". */
  squeezed(term: string): string | undefined;
}

export function spellingsOf(vocabulary: Vocabulary): Spellings {
  const bySkeleton = new Map<string, string[]>();
  const byRomanised = new Map<string, string[]>();
  const byLength = new Map<number, Entry[]>();
  const squeezed = new Map<string, string>();
  for (const entry of vocabulary.entries.values()) {
    push(byLength, entry.term.length, entry);
    if (!isName(entry)) continue;
    push(bySkeleton, skeletonOf(entry.term), entry.term);
    push(byRomanised, romanisedOf(entry.term), entry.term);
  }
  for (const name of vocabulary.names.values()) {
    if (name.key.includes(' ')) squeezed.set(romanisedOf(name.key.replaceAll(' ', '')), name.key);
  }
  const entryOf = (term: string) => vocabulary.entries.get(term)!;

  return {
    close(term, asName, limit = 3) {
      const found = new Map<string, number>();
      const consider = (candidate: string) => {
        const edits = distance(term, candidate);
        if (candidate !== term) found.set(candidate, Math.min(edits, found.get(candidate) ?? edits));
      };
      if (asName) {
        const skeleton = skeletonOf(term);
        for (const candidate of bySkeleton.get(skeleton) ?? []) {
          if (distance(soundOf(term), soundOf(candidate)) <= vowelsAllowed(term)) consider(candidate);
        }
      }
      const bound = editsAllowed(term, asName);
      for (let length = term.length - bound; bound > 0 && length <= term.length + bound; length++) {
        for (const entry of byLength.get(length) ?? []) {
          if (entry.term[0] !== term[0] || (asName && !isName(entry))) continue;
          if (distance(term, entry.term) <= bound) consider(entry.term);
        }
      }
      return [...found]
        .sort(([a, x], [b, y]) => x - y || entryOf(b).sentences - entryOf(a).sentences || (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([candidate]) => candidate);
    },
    variants: (term) =>
      term.length < 5 ? [] : (byRomanised.get(romanisedOf(term)) ?? []).filter((variant) => variant !== term),
    squeezed: (term) => (term.length < 6 ? undefined : squeezed.get(romanisedOf(term))),
  };
}

/** With the three vowels of Arabic: Idlib and Edleb are one. */
function soundOf(term: string): string {
  return romanisedOf(term).replace(/e/g, 'i').replace(/o/g, 'u');
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
