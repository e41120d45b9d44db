import { distance } from 'fastest-levenshtein';
import type { NearestName, Question } from '../model.ts';
import { headOf, type Name, type Vocabulary } from '../question/vocabulary.ts';

const SHOWN = 5;
/** Further apart than this share of their letters, two names have nothing to do with each other. */
const FARTHEST = 0.4;

/** Names that the archive does hold: those like what was asked for, then those it mentions most. */
export function nearestNames(question: Question, vocabulary: Vocabulary): NearestName[] {
  const asked = question.concepts.map((concept) => concept.typed);
  const near: { name: Name; apart: number }[] = [];
  for (const name of vocabulary.names.values()) {
    const words = name.key.split(' ');
    const apart = Math.min(1, ...asked.flatMap((term) => words.map((word) => apartOf(term, word))));
    if (apart <= FARTHEST) near.push({ name, apart });
  }
  near.sort((a, b) => a.apart - b.apart || b.name.sentences - a.name.sentences);
  const chosen = near.slice(0, SHOWN).map(({ name }) => name);
  if (chosen.length < SHOWN)
    chosen.push(...mostMentioned(vocabulary, SHOWN, chosen).slice(0, SHOWN - chosen.length));
  return chosen.map((name) => ({ name: headOf(name.spellings), sentences: name.sentences }));
}

export function mostMentioned(vocabulary: Vocabulary, limit: number, without: readonly Name[] = []): Name[] {
  return [...vocabulary.names.values()]
    .filter((name) => !without.includes(name))
    .sort((a, b) => b.sentences - a.sentences || (a.key < b.key ? -1 : 1))
    .slice(0, limit);
}

function apartOf(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  // A length alone can be too far: most names need no edit distance.
  if (Math.abs(a.length - b.length) > longer * FARTHEST || longer < 4) return a === b ? 0 : 1;
  return distance(a, b) / longer;
}
