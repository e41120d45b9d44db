import { distance } from 'fastest-levenshtein';
import type { NearestName, Question } from '../model.ts';
import { headOf, letterOf, type Name, type Vocabulary } from '../question/vocabulary.ts';

const SHOWN = 5;
/** Further apart than this share of their letters, two names have nothing to do with each other. */
const FARTHEST = 0.4;
/** Shorter words are near too many others. */
const SHORTEST = 4;

/** Names that the archive does hold: those like what was asked for, then those it mentions most. */
export function nearestNames({ concepts }: Question, vocabulary: Vocabulary): NearestName[] {
  const apart = new Map<string, number>();
  for (const { ways, name, typed } of concepts) {
    // A common word that the archive knows is near no name that was meant.
    if (!name && vocabulary.term(ways[0]?.[0] ?? '')) continue;
    for (const word of vocabulary.wordsFrom(letterOf(typed))) {
      const far = apartOf(typed, word);
      if (far > FARTHEST) continue;
      for (const key of vocabulary.namesBy('word', word)) apart.set(key, Math.min(far, apart.get(key) ?? 1));
    }
  }
  const near = [...apart]
    .map(([key, far]) => ({ name: vocabulary.name(key)!, far }))
    .sort(
      (a, b) => a.far - b.far || b.name.sentences - a.name.sentences || (a.name.key < b.name.key ? -1 : 1),
    )
    .map(({ name }) => name);
  const mostMentioned = vocabulary.namesFrom('', SHOWN).map((key): Name => vocabulary.name(key)!);
  return [...new Map([...near.slice(0, SHOWN), ...mostMentioned].map((name) => [name.key, name])).values()]
    .slice(0, SHOWN)
    .map((name) => ({ name: headOf(name.spellings), sentences: name.sentences }));
}

/** Edits to letters of the longer one: 0 for the same word, 1 for nothing in common. */
function apartOf(a: string, b: string): number {
  if (a === b) return 0;
  const longer = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > longer * FARTHEST || longer < SHORTEST) return 1;
  return distance(a, b) / longer;
}
