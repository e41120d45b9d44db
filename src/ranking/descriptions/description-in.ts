import type { AnswerType, Query } from '../../model/query.ts';
import type { Analysis } from '../analysis.ts';
import type { Description } from './description.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { whatSaid } from './what.ts';
import { whereSaid } from './where.ts';
import { whoSaid } from './who.ts';

/** Finds a description of what `mention` names; `undefined` where there is none. */
type Describe = (analysis: Analysis, mention: Mention) => Description | undefined;

/** What is asked for: its concepts' weights, together 1, and the indices of those that are parts of names. */
interface Asked {
  readonly question: Query;
  readonly weights: readonly number[];
  readonly names: readonly number[];
}

/**
 * The plainest description of the name in a sentence; `undefined` where there is none. `positions`: indices of words by concept.
 * What happens to a name is asked with words beside it ("Madaya starving"): only what describes it with them does, "Aleppo airport".
 */
export function descriptionIn(
  analysis: Analysis,
  positions: readonly (readonly number[])[],
  { weights, names, question }: Asked,
): Description | undefined {
  const finders = FINDERS[question.expects];
  const asked = names.length > 0 ? names : weights.map((_, i) => i);
  const plain = question.concepts.some(({ name, qualifier }) => !name && !qualifier);
  const isMeant = ({ places, share }: Mention) =>
    names.length > 0 && plain
      ? share > WHOLE
      : asked.some((i) => positions[i]!.some((at) => places.includes(at)));
  const { length } = analysis.words;
  if (!finders || length > LONGEST || analysis.furniture === 'whole') return undefined;
  let best: Description | undefined;
  for (const mention of mentionsOf(analysis, positions, weights).filter(isMeant)) {
    for (const find of finders) {
      const found = find(analysis, mention);
      if (!found) continue;
      const value = found.value * mention.share * (1 - LENGTH_COSTS * Math.min(1, length / LONGEST));
      if (value > (best?.value ?? 0)) best = { key: found.key, value };
    }
  }
  return best;
}

/** Share of the question that is all of it, rounding aside. */
const WHOLE = 0.99;
/** In words: no sentence that explains a name is so long. */
const LONGEST = 60;
/** What the longest sentence loses against a short one. */
const LENGTH_COSTS = 0.25;

const FINDERS: Readonly<Partial<Record<AnswerType, readonly Describe[]>>> = {
  person: [whoSaid, whatSaid],
  thing: [whoSaid, whatSaid],
  place: [whereSaid],
};
