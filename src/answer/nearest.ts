import { distance } from 'fastest-levenshtein';
import type { NearestName, Question } from '../model.ts';
import { headOf, letterOf, type Name, type Vocabulary } from '../question/vocabulary.ts';
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
export function nearestNames({ concepts }: Question, vocabulary: Vocabulary): NearestName[] {
  const near: Near[] = [];
  for (const { ways, name, typed } of concepts) {
    const term = ways[0]?.[0] ?? '';
    // A common word that the archive knows is near no name that was meant.
    if (!name && vocabulary.term(term)) continue;
    const withoutCase = isWithoutCase(unmarked(term));
    near.push(...(withoutCase ? wordsNear(unmarked(term), vocabulary) : namesNear(typed, vocabulary)));
  }
  near.sort((a, b) => a.far - b.far || b.sentences - a.sentences || (a.key < b.key ? -1 : 1));
  const mostMentioned = vocabulary.namesFrom('', SHOWN).map((key) => nearOf(vocabulary.name(key)!, 1));
  const byKey = new Map<string, Near>();
  for (const one of [...near, ...mostMentioned]) if (!byKey.has(one.key)) byKey.set(one.key, one);
  return [...byKey.values()].slice(0, SHOWN).map(({ name, sentences }) => ({ name, sentences }));
}

interface Near extends NearestName {
  readonly key: string;
  readonly far: number;
}

function namesNear(typed: string, vocabulary: Vocabulary): Near[] {
  return vocabulary.wordsFrom(letterOf(typed)).flatMap((word) => {
    const far = apartOf(typed, word);
    const keys = far > FARTHEST ? [] : vocabulary.namesBy('word', word);
    return keys.map((key) => nearOf(vocabulary.name(key)!, far));
  });
}

function wordsNear(typed: string, vocabulary: Vocabulary): Near[] {
  return wordsWithoutCase(typed, vocabulary).flatMap(({ term }) => {
    const far = apartOf(typed, unmarked(term));
    return far > FARTHEST ? [] : [nearOf({ key: term, ...vocabulary.term(term)! }, far)];
  });
}

function nearOf(
  { key, spellings, sentences }: Pick<Name, 'key' | 'spellings' | 'sentences'>,
  far: number,
): Near {
  return { key, name: headOf(spellings), sentences, far };
}

/** Edits to letters of the longer one: 0 for the same word, 1 for nothing in common. */
function apartOf(a: string, b: string): number {
  if (a === b) return 0;
  const longer = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > longer * FARTHEST || longer < SHORTEST) return 1;
  return distance(a, b) / longer;
}
