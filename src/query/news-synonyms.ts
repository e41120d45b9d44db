import type { Concept } from '../model/query.ts';
import { LIFE_TERMS, LIVES, TOLL_TERMS } from '../text/numbers/tolls.ts';
import { stem } from '../text/tokens/words.ts';
import type { QuestionType } from './question-type.ts';

const terms = (words: string): string[] => [...new Set(words.split(' ').map(stem))];

/** Ways to tell a toll, for "how many" alone. */
const TOLL = [...[...TOLL_TERMS].map((term) => [term]), ...[...LIFE_TERMS].map((term) => [term, LIVES])];

/** Words that news says one thing with; a small table of our own. */
const GROUPS: readonly (readonly string[])[] = [
  terms('captured capture seized retook retaken retake recaptured recapture liberated liberate'),
  terms('launched launch declared declare began begin begun started start'),
  terms('failed fail collapsed collapse'),
];

/** A concept with what else news calls it. */
export function withSynonyms(
  concept: Concept,
  { kind, expects }: Pick<QuestionType, 'kind' | 'expects'>,
): Concept {
  const term = concept.alternatives[0]?.[0];
  if (concept.name || term === undefined) return concept;
  const asksToll = kind === 'how-many' || expects === 'number';
  if (asksToll && TOLL_TERMS.has(term)) return withMore(concept, TOLL);
  const group = GROUPS.find((words) => words.includes(term));
  return group
    ? withMore(
        concept,
        group.map((one) => [one]),
      )
    : concept;
}

function withMore(concept: Concept, more: readonly (readonly string[])[]): Concept {
  const known = new Set(concept.alternatives.map((terms) => terms.join(' ')));
  const added = more.filter((terms) => !known.has(terms.join(' ')));
  const { alternatives } = concept;
  return { ...concept, alternatives: [...alternatives, ...added], forms: alternatives.length };
}
