import { distance } from 'fastest-levenshtein';
import type { NearestName, Question } from '../model.ts';
import { once } from '../question/once.ts';
import { type Entry, headOf, type Name, type Vocabulary } from '../question/vocabulary.ts';
import { isWithoutCase, wordsWithoutCase } from '../question/words-without-case.ts';
import { unmarked } from '../text/stemmers.ts';

const SHOWN = 5;
/** Further apart than this share of their letters, two names have nothing to do with each other. */
const FARTHEST = 0.4;
/** Shorter words are near too many others. */
const SHORTEST = 4;

/**
 * Names that the archive does hold: those like what was asked for, then those it mentions most. Of scripts without capital
 * letters any word that is like it.
 */
export type Nearest = (question: Question) => NearestName[];

export function nearestNames(vocabulary: Vocabulary): Nearest {
  const index = once(() => indexOf(vocabulary));
  const withoutCase = once(() =>
    byFirstLetter(wordsWithoutCase(vocabulary).map((name) => ({ word: name.term, name }))),
  );
  return ({ concepts }) => {
    const apart = new Map<Name | Entry, number>();
    for (const { ways, name } of concepts) {
      const term = ways[0]?.[0] ?? '';
      // A common word that the archive knows is near no name that was meant.
      if (!name && vocabulary.entries.has(term)) continue;
      const typed = unmarked(term);
      const byLetter = isWithoutCase(typed) ? withoutCase() : index().byLetter;
      for (const near of byLetter.get(typed[0] ?? '') ?? []) {
        const far = apartOf(typed, near.word);
        if (far <= FARTHEST) apart.set(near.name, Math.min(far, apart.get(near.name) ?? 1));
      }
    }
    const near = [...apart]
      .sort(([a, x], [b, y]) => x - y || b.sentences - a.sentences)
      .map(([name]) => name);
    return [...new Set([...near.slice(0, SHOWN), ...index().mostMentioned])]
      .slice(0, SHOWN)
      .map((name) => ({ name: headOf(name.spellings), sentences: name.sentences }));
  };
}

/** Words of names by their first letter, which misspellings seldom touch; and the names mentioned most. */
function indexOf({ names }: Vocabulary) {
  const words = [...names.values()].flatMap((name) =>
    name.key.split(' ').map((word) => ({ word: unmarked(word), name })),
  );
  const mostMentioned = [...names.values()]
    .sort((a, b) => b.sentences - a.sentences || (a.key < b.key ? -1 : 1))
    .slice(0, SHOWN);
  return { byLetter: byFirstLetter<Name>(words), mostMentioned };
}

interface Named<T> {
  readonly word: string;
  readonly name: T;
}

function byFirstLetter<T extends Name | Entry>(words: readonly Named<T>[]): Map<string, Named<T>[]> {
  const byLetter = new Map<string, Named<T>[]>();
  for (const one of words) {
    const letter = one.word[0] ?? '';
    const list = byLetter.get(letter);
    if (list) list.push(one);
    else byLetter.set(letter, [one]);
  }
  return byLetter;
}

/** Edits to letters of the longer one: 0 for the same word, 1 for nothing in common. */
function apartOf(a: string, b: string): number {
  if (a === b) return 0;
  const longer = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > longer * FARTHEST || longer < SHORTEST) return 1;
  return distance(a, b) / longer;
}
