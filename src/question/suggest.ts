import { distance } from 'fastest-levenshtein';
import type { NearestName } from '../model.ts';
import { fold } from '../text/fold.ts';
import { ARTICLES } from '../text/stop-words.ts';
import { headOf, type Vocabulary } from './vocabulary.ts';

interface Suggestion extends NearestName {
  /** Folded, words parted by one blank, hyphens and the Arabic article gone. */
  readonly folded: string;
}

/**
 * Names of the archive for what was typed so far: those that begin so, those with a word that begins so, those within
 * a typo of it; most mentioned first within each. With nothing typed, the most mentioned of all.
 */
export function suggesterOf(vocabulary: Vocabulary): (typed: string, limit: number) => NearestName[] {
  const suggestions: Suggestion[] = [...vocabulary.names.values()]
    .map(({ spellings, sentences }) => {
      const name = headOf(spellings);
      return { name, sentences, folded: foldedOf(name) };
    })
    .sort((a, b) => b.sentences - a.sentences || (a.name < b.name ? -1 : 1));

  return (typed, limit) => {
    const start = foldedOf(typed);
    if (start === '') return suggestions.slice(0, limit).map(shown);
    const tiers: Suggestion[][] = [[], [], []];
    for (const suggestion of suggestions) {
      const tier = tierOf(suggestion.folded, start);
      if (tier !== undefined && tiers[tier]!.length < limit) tiers[tier]!.push(suggestion);
    }
    return tiers.flat().slice(0, limit).map(shown);
  };
}

/** How well a name fits: 0 begins so, 1 a word of it begins so, 2 within a typo; `undefined` not at all. */
function tierOf(name: string, start: string): number | undefined {
  if (name.startsWith(start)) return 0;
  if (name.includes(` ${start}`)) return 1;
  const slips = start.length >= 8 ? 2 : start.length >= 4 ? 1 : 0;
  if (slips === 0) return undefined;
  // What is typed is a beginning: compare it with beginnings of about its length.
  for (let length = start.length - slips; length <= start.length + slips; length++) {
    if (name.length >= length && distance(name.slice(0, length), start) <= slips) return 2;
  }
  return undefined;
}

function foldedOf(text: string): string {
  const words = text.split(/[\s\-‐‑]+/).map(fold);
  return words.filter((word, i) => word !== '' && !(i < words.length - 1 && ARTICLES.has(word))).join(' ');
}

function shown({ name, sentences }: Suggestion): NearestName {
  return { name, sentences };
}
