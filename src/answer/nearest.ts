import { distance } from 'fastest-levenshtein';
import type { NearestName, Question } from '../model.ts';
import { headOf, type Name, type Vocabulary } from '../question/vocabulary.ts';
import { unmarked } from '../text/stemmers.ts';

const SHOWN = 5;
/** Further apart than this share of their letters, two names have nothing to do with each other. */
const FARTHEST = 0.4;
/** Shorter words are near too many others. */
const SHORTEST = 4;

/** Names that the archive does hold: those like what was asked for, then those it mentions most. */
export type Nearest = (question: Question) => NearestName[];

export function nearestNames(vocabulary: Vocabulary): Nearest {
  let index: ReturnType<typeof indexOf> | undefined;
  return ({ concepts }) => {
    index ??= indexOf(vocabulary);
    const apart = new Map<Name, number>();
    for (const { ways, name } of concepts) {
      const term = ways[0]?.[0] ?? '';
      // A common word that the archive knows is near no name that was meant.
      if (!name && vocabulary.entries.has(term)) continue;
      const typed = unmarked(term);
      for (const near of index.byLetter.get(typed[0] ?? '') ?? []) {
        const far = apartOf(typed, near.word);
        if (far <= FARTHEST) apart.set(near.name, Math.min(far, apart.get(near.name) ?? 1));
      }
    }
    const near = [...apart]
      .sort(([a, x], [b, y]) => x - y || b.sentences - a.sentences)
      .map(([name]) => name);
    return [...new Set([...near.slice(0, SHOWN), ...index.mostMentioned])]
      .slice(0, SHOWN)
      .map((name) => ({ name: headOf(name.spellings), sentences: name.sentences }));
  };
}

/** Words of names by their first letter, which misspellings seldom touch; and the names mentioned most. */
function indexOf({ names }: Vocabulary) {
  const byLetter = new Map<string, { word: string; name: Name }[]>();
  for (const name of names.values()) {
    for (const word of name.key.split(' ').map(unmarked)) {
      const letter = word[0] ?? '';
      const list = byLetter.get(letter);
      if (list) list.push({ word, name });
      else byLetter.set(letter, [{ word, name }]);
    }
  }
  const mostMentioned = [...names.values()]
    .sort((a, b) => b.sentences - a.sentences || (a.key < b.key ? -1 : 1))
    .slice(0, SHOWN);
  return { byLetter, mostMentioned };
}

/** Edits to letters of the longer one: 0 for the same word, 1 for nothing in common. */
function apartOf(a: string, b: string): number {
  if (a === b) return 0;
  const longer = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > longer * FARTHEST || longer < SHORTEST) return 1;
  return distance(a, b) / longer;
}
