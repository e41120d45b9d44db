import type { Word } from '../model/article.ts';
import { isPlural, kindOfNoun } from '../text/names/kinds-of-nouns.ts';
import { isLatin, latinOf } from '../text/names/latin.ts';
import { HONORIFICS } from '../text/names/name-contexts.ts';
import { SETTLEMENTS, TITLES } from '../text/names/name-shapes.ts';
import { PARTICLES } from '../text/names/names.ts';
import { ARTICLES } from '../text/tokens/stop-words.ts';

/**
 * What a word does in a name as it was typed. name: it is the name. qualifier: it says more of it, and the archive need not say so
 * ("President", "… province", ", Idlib"). dropped: no text tells names apart by it ("Mr", an initial).
 */
export type NameRole = 'name' | 'qualifier' | 'dropped';

/** The roles of the words of one name. Where nothing would be left of it, all of them are the name. */
export function rolesIn(words: readonly Word[], text: string): NameRole[] {
  const comma = words.findIndex(
    (word, i) => i > 0 && text.slice(words[i - 1]!.end, word.start).includes(','),
  );
  const end = comma < 0 ? words.length : comma;
  const titled = endOfTitles(words.slice(0, end));
  const placed = endOfKind(words.slice(0, end));
  const roles = words.map((word, i): NameRole => {
    if (isDropped(word, words)) return 'dropped';
    if (i >= end || i < titled || i < placed) return 'qualifier';
    if (i > Math.max(titled, placed) && i < end - 1 && PARTICLES.has(word.folded)) return 'qualifier';
    return i > 0 && i === end - 1 && isKindOfPlace(word) ? 'qualifier' : 'name';
  });
  return roles.some((role, i) => role === 'name' && !words[i]!.stop) ? roles : words.map(() => 'name');
}

/** Mr and Jr, initials ("Julien M. Bussy"), and the Arabic article in other scripts: "Эль-Хасака". */
function isDropped(word: Word, words: readonly Word[]): boolean {
  const { folded, stop } = word;
  if (stop) return false;
  if (!isLatin(folded) && word !== words.at(-1) && ARTICLES.has(latinOf(folded))) return true;
  return HONORIFICS.has(folded) || SUFFIXES.has(folded) || (/^\p{L}$/u.test(folded) && words.length > 1);
}

const SUFFIXES: ReadonlySet<string> = new Set('jr sr esq phd'.split(' '));

/** Behind the last title that a name follows: "Syrian President | Assad"; of "President of Syria" none. */
function endOfTitles(words: readonly Word[]): number {
  for (let i = words.length - 2; i >= 0; i--) {
    const next = words[i + 1]!;
    const isNamed = !isTitle(next) && !next.stop && !isKindOfPlace(next) && !SUFFIXES.has(next.folded);
    if (isTitle(words[i]!) && isNamed) return i + 1;
  }
  return 0;
}

/** A title or a rank; a saint is a part of the name. */
export function isTitle({ folded }: Word): boolean {
  if (folded === 'saint' || folded === 'st') return false;
  return (kindOfNoun(folded) === 'person' && !isPlural(folded)) || TITLES.has(folded);
}

/** Behind "the city of". */
function endOfKind(words: readonly Word[]): number {
  const of = words.findIndex(({ folded }) => folded === 'of');
  return of > 0 && isKindOfPlace(words[of - 1]!) && of < words.length - 1 ? of + 1 : 0;
}

/** Nouns that stand beside the name of a place without changing it. */
export function isKindOfPlace({ folded }: Word): boolean {
  return SETTLEMENTS.has(folded);
}
