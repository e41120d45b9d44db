import { unmarked } from '../../text/languages/stemmers.ts';
import { isLatin, isWithoutVowels, romanisationsOf } from '../../text/names/latin.ts';
import { type NameShape, shapeOf } from '../../text/names/name-shapes.ts';
import { fold } from '../../text/tokens/fold.ts';
import { ARTICLES } from '../../text/tokens/stop-words.ts';
import { wordsOf } from '../../text/tokens/words.ts';
import { type Entry, headOf, isName, keyOf, type Name, type NameKey, type TermKey } from './lexicon.ts';
import { romanisedOf, skeletonOf, soundOf } from './sounds.ts';

export type Key = TermKey | NameKey;

/** The commonest spelling, folded, hyphens gone; no longer than a term. */
export function formOf({ spellings }: Pick<Entry, 'spellings'>): string {
  return fold(headOf(spellings).slice(0, 64)).replace(/[^\p{L}\p{N}]/gu, '');
}

/** What is compared with a romanised name: the commonest spelling; of other scripts the stem, in Latin letters in several ways. */
export function latinFormsOf(entry: Pick<Entry, 'spellings' | 'term'>): readonly string[] {
  const form = formOf(entry);
  return isLatin(form) ? [form] : romanisationsOf(unmarked(entry.term));
}

/** What a term is looked up by: nothing, unless it stands for a name, or may: not all scripts have capital letters. */
export function keysOfTerm(entry: Entry): [TermKey, string][] {
  const caseless = isWithoutVowels(entry.term);
  if (!caseless && !isName(entry)) return [];
  const skeletons = [...new Set(latinFormsOf(entry).map(skeletonOf))].map((skeleton): [TermKey, string] => [
    'skeleton',
    skeleton,
  ]);
  return caseless ? skeletons : [...skeletons, ['romanised', romanisedOf(formOf(entry))]];
}

/** What a confirmed name is looked up by. */
export function keysOfName(name: Name): [NameKey, string][] {
  const { key } = name;
  const { core } = properOf(name);
  const family = core.slice(core.lastIndexOf(' ') + 1);
  return [
    ['sound', soundOfName(name)],
    ...(core !== key && core !== '' ? [['core', core] as [NameKey, string]] : []),
    ...(family !== core ? [['family', family] as [NameKey, string]] : []),
    ...(key.includes(' ') ? [['squeezed', romanisedOf(key.replaceAll(' ', ''))] as [NameKey, string]] : []),
    ...[...new Set(foldedName(headOf(name.spellings)).split(' '))].map((word): [NameKey, string] => [
      'word',
      word,
    ]),
  ];
}

/** What a name says of itself, and the key of the name proper: "assad" of "President Assad". */
export function properOf({
  spellings,
}: Pick<Name, 'spellings'>): Pick<NameShape, 'votes'> & { core: string } {
  const head = headOf(spellings);
  const { votes, core } = shapeOf(wordsOf(head), head, true);
  return { votes, core: keyOf(core) };
}

/** A name as it is compared with what is typed: folded, words parted by one blank, hyphens and the Arabic article gone. */
export function foldedName(name: string): string {
  const words = name.split(/[\s\-‐‑]+/).map(fold);
  return words.filter((word, i) => word !== '' && !(i < words.length - 1 && ARTICLES.has(word))).join(' ');
}

/** Shorter names that sound alike are others: Mali and Male. */
const SHORTEST_ALIKE = 6;
/** George II is not George III. */
const NUMERAL = /^[ivxlc]+$/;

/**
 * What spellings of one name have in common: Latakia and Latakiya, Hussein and Husein, al-Nusra and Alnusra. Vowels and
 * doubled letters only: with the consonants as well that a misspelt question may change, Luther is Luder.
 */
export function soundOfName({ key, spellings }: Name): string {
  const words = headOf(spellings)
    .split(/[\s\-‐‑]+/)
    .map((word) => fold(word).replace(/[^\p{L}\p{N}]/gu, ''));
  const written = words.join('').replace(/^al(?=.{5})/, '');
  const alone =
    written.length < SHORTEST_ALIKE || /[^a-z]/.test(written) || words.some((word) => NUMERAL.test(word));
  return alone ? `= ${key}` : soundOf(written);
}
