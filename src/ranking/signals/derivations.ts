import { shareOf } from '../evidence.ts';
import type { Signal } from '../signal.ts';

/** Share of the question's idf of which the sentence holds the word or one that begins alike: "signify", "significant". */
export const derivations: Signal = {
  name: 'derivations',
  value: ({ analysis, inSentence }, query) => {
    const alike = query.concepts.map(
      ({ typed }, i) =>
        inSentence[i]! || analysis.words.some((word) => !word.stop && beginAlike(typed, word.folded)),
    );
    return shareOf(query, alike);
  },
};

/** The shortest beginning that two words of one root share, and how many letters of the shorter one may be its ending. */
const SHORTEST_ROOT = 4;
const LONGEST_ENDING = 3;
/** By how much the longer one may be longer. */
const MOST_ADDED = 6;

function beginAlike(a: string, b: string): boolean {
  const least = Math.max(SHORTEST_ROOT, Math.min(a.length, b.length) - LONGEST_ENDING);
  if (a.length < least || b.length < least || Math.abs(a.length - b.length) > MOST_ADDED) return false;
  for (let i = 0; i < least; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) return false;
  return true;
}
