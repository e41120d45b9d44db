import type { AnswerType } from '../../model/query.ts';
import type { Analysis } from '../analysis.ts';
import type { Description } from './description.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { whatSaid } from './what.ts';
import { whereSaid } from './where.ts';
import { whoSaid } from './who.ts';

/** Finds a description of what `mention` names; `undefined` where there is none. */
type Describe = (analysis: Analysis, mention: Mention) => Description | undefined;

/** The plainest description of the name in a sentence. `positions`: indices of words by concept; `weights`: theirs, together 1. */
export function descriptionIn(
  analysis: Analysis,
  positions: readonly (readonly number[])[],
  weights: readonly number[],
  expects: AnswerType,
): Description | undefined {
  const finders = FINDERS[expects];
  const { length } = analysis.words;
  if (!finders || length > LONGEST || analysis.furniture === 'whole') return undefined;
  let best: Description | undefined;
  for (const mention of mentionsOf(analysis, positions, weights)) {
    for (const find of finders) {
      const found = find(analysis, mention);
      if (!found) continue;
      const value = found.value * mention.share * (1 - LENGTH_COSTS * Math.min(1, length / LONGEST));
      if (value > (best?.value ?? 0)) best = { key: found.key, value };
    }
  }
  return best;
}

/** In words: no sentence that explains a name is so long. */
const LONGEST = 60;
/** What the longest sentence loses against a short one. */
const LENGTH_COSTS = 0.25;

const FINDERS: Readonly<Partial<Record<AnswerType, readonly Describe[]>>> = {
  person: [whoSaid, whatSaid],
  thing: [whoSaid, whatSaid],
  place: [whereSaid],
};
