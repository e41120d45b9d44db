import { distance } from 'fastest-levenshtein';
import { headOf, type Lexicon, requireName } from '../index/lexicon/lexicon.ts';
import { skeletonOf } from '../index/lexicon/sounds.ts';
import type { Word } from '../model/article.ts';
import { unmarked } from '../text/languages/stemmers.ts';
import { romanisationsOf } from '../text/names/latin.ts';
import { stem, wordsOf } from '../text/tokens/words.ts';
import { closeForms, wordDistance } from './spelling.ts';

const MOST_WORDS = 4;
/** Names with one word that are compared: of a common first name there are thousands. */
const MOST_COMPARED = 2_000;
/** Spellings that a word is looked up by where the archive doesn't have it. */
const MOST_FORMS = 5;
/** Names that are as near as the nearest are meant as well, at most so many. */
const MOST_MEANT = 3;
const AS_NEAR = 0.05;

interface Near {
  readonly terms: readonly string[];
  readonly edits: number;
  readonly sentences: number;
}

/**
 * The names of the archive that a name of several words was meant to be, nearest first, each as its terms: one of its words is there,
 * or near, and the others are near those beside it, also where the archive has them as common words. None where there are none.
 */
export function wholeNamesNear(words: readonly Word[], lexicon: Lexicon): readonly (readonly string[])[] {
  if (words.length < 2 || words.length > MOST_WORDS) return [];
  const near = namesAround(words, lexicon);
  const found = near.length > 0 ? near : words.slice(1).flatMap((_, i) => namesWithJoined(words, i, lexicon));
  const least = Math.min(...found.map(({ edits }) => edits));
  return found
    .filter(({ edits }) => edits <= least + AS_NEAR)
    .sort((a, b) => a.edits - b.edits || b.sentences - a.sentences)
    .slice(0, MOST_MEANT)
    .map(({ terms }) => terms);
}

/** With word `i` and the next as one: "Deir ez Zor" for Deir Ezzor, حسن نصر الله for Hassan Nasrallah. Both have the term of that. */
function namesWithJoined(words: readonly Word[], i: number, lexicon: Lexicon): Near[] {
  if (words.length < 3) return [];
  const [first, second] = [words[i]!, words[i + 1]!];
  const joined = first.folded + second.folded;
  const one = { ...first, end: second.end, folded: joined, term: stem(joined) };
  const near = namesAround([...words.slice(0, i), one, ...words.slice(i + 2)], lexicon);
  return near.map((name) => ({ ...name, terms: name.terms.toSpliced(i, 0, name.terms[i]!) }));
}

/** By the rarest word that is in names of the archive; where that leads nowhere by the next, and by what the others are near. */
function namesAround(words: readonly Word[], lexicon: Lexicon): Near[] {
  const keysOf = words.map(({ folded }) => lexicon.namesBy('word', folded));
  const held = keysOf.filter((keys) => keys.length > 0).sort((a, b) => a.length - b.length);
  for (const keys of held) {
    const near = nearOf(words, keys, lexicon);
    if (near.length > 0) return near;
  }
  for (const [i, word] of words.entries()) {
    if (keysOf[i]!.length > 0) continue;
    const forms = closeForms(lexicon, word, MOST_FORMS);
    const keys = new Set(forms.flatMap((form) => lexicon.namesBy('word', form)));
    const near = nearOf(words, [...keys], lexicon);
    if (near.length > 0) return near;
  }
  return [];
}

/** Those of some names of which each word is near the one that was typed in its place. */
function nearOf(words: readonly Word[], keys: readonly string[], lexicon: Lexicon): Near[] {
  const mayBe = words.map(({ folded, term }) => likeness(folded, term));
  return keys.slice(0, MOST_COMPARED).flatMap((key): Near[] => {
    const terms = key.split(' ');
    if (terms.length !== words.length || !terms.every((term, i) => mayBe[i]!(term))) return [];
    const { spellings, sentences } = requireName(lexicon, key);
    const forms = wordsOf(headOf(spellings)).filter(({ stop }) => !stop);
    if (forms.length !== words.length) return [];
    const edits = words.reduce((sum, { folded }, i) => sum + wordDistance(folded, forms[i]!.folded), 0);
    return edits < Number.POSITIVE_INFINITY ? [{ terms, edits, sentences }] : [];
  });
}

/** Whether a term may be near a word, told without looking it up: by two letters at most, or by its consonants. */
function likeness(folded: string, term: string): (other: string) => boolean {
  const skeletons = romanisationsOf(folded).map(skeletonOf);
  const begins = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
  return (other) =>
    other === term ||
    distance(other, term) <= 2 ||
    romanisationsOf(unmarked(other)).some((form) =>
      skeletons.some((skeleton) => begins(skeletonOf(form), skeleton)),
    );
}
