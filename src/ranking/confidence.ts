import byWords from './confidence.json' with { type: 'json' };
import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeatures,
  confidenceFeaturesOf,
  MEANING_FEATURES,
  type RankedList,
  valuesOf,
} from './confidence-features.ts';
import withEncoder from './confidence-with-encoder.json' with { type: 'json' };
import type { Evidence, QueryContext } from './evidence.ts';

/**
 * Below this confidence an answer is none. `ibid train` takes the one that refuses 95.5 % of the questions of other sets, and writes
 * what it refuses of others beside it (`confidence.json`: .232); set by hand to .2, which refuses 93 and 95 % of them, and a quarter fewer right answers.
 */
export const THRESHOLD = 0.2;

/**
 * Below this confidence nothing is shown; from here to the threshold, the nearest sentences, marked as unsure. `ibid train` takes the one
 * below which one in a hundred questions with a right one of three lies (.029); set by hand to half of it, since who asks at length has
 * little confidence ("I read about … How many died?").
 */
export const UNSURE = 0.015;

/** Probability, 0 to 1, that the first of the list answers. */
export function confidenceOf(list: RankedList): number {
  return judged(list, list.ranked.length === 0 ? undefined : confidenceFeaturesOf(list));
}

/** The same by words alone; `undefined` where no cross-encoder read the list. */
export function confidenceByWords(list: RankedList): number | undefined {
  const { meaning, ...words } = confidenceFeaturesOf(list) ?? {};
  return meaning && judged(list, words as ConfidenceFeatures);
}

function judged(list: RankedList, features: ConfidenceFeatures | undefined): number {
  if (list.ranked.length === 0) return 0;
  if (!features) return confidenceOfNames(list);
  const learned = probabilityOf(features);
  if (holdsAll(list)) return Math.max(learned, HOLDS_ALL);
  return explains(list) ? Math.max(learned, confidenceOfNames(list)) : learned;
}

/**
 * Whether the first holds all that is asked, a name and more, and what has the form of an answer. In an archive on one subject all
 * words are frequent, and what is learned elsewhere is too careful.
 */
function holdsAll({ ranked, evidence, query }: RankedList): boolean {
  const { concepts, names, question } = query;
  const { inSentence, answers } = evidence.get(ranked[0]!.sentence.number)!;
  const asked = concepts.flatMap(({ context, qualifier }, i) => (context || qualifier ? [] : [i]));
  return (
    asked.length > 1 &&
    asked.some((i) => names.includes(i)) &&
    asked.every((i) => inSentence[i]) &&
    (question.expects === 'thing' || answers.length > 0)
  );
}

/**
 * Nine of ten such first sentences are right, on squad-a and on qamr alike, and 20 of 2,413 questions of other sets find one (on
 * squad-a, of which the learned confidence had let 12 through).
 */
const HOLDS_ALL = 0.6;

/**
 * Whether words that stand alone are only to be found ("barrel bombs"), what is asked about is explained plainly, or somebody who is asked
 * about says something.
 */
function explains({ ranked, evidence, query }: RankedList): boolean {
  const { question, concepts } = query;
  const { description, answers } = evidence.get(ranked[0]!.sentence.number)!;
  const said = question.expects === 'statement' && answers.length > 0 && concepts.every(({ name }) => name);
  if (question.isBare || said) return true;
  return description !== undefined && description.value >= PLAINLY_SAID;
}

/**
 * "Sarin is a nerve agent", "sarin, a nerve agent" in a sentence of two dozen words. Of qamr's questions like "What was strong?" asked of
 * squad-a all but two of 36 have less.
 */
const PLAINLY_SAID = 0.86;

/**
 * Logistic regression, its weights as `ibid train` and `ibid train-with-models` wrote them: `confidence.json`, and
 * `confidence-with-encoder.json` where a cross-encoder read the first.
 */
export function probabilityOf(features: ConfidenceFeatures): number {
  const { intercept, weights } = features.meaning ? withEncoder : byWords;
  const byName: Readonly<Record<string, number>> = weights;
  const names = [...CONFIDENCE_FEATURES, ...(features.meaning ? MEANING_FEATURES : [])];
  const logit = valuesOf(features).reduce((sum, value, i) => sum + byName[names[i]!]! * value, intercept);
  return 1 / (1 + Math.exp(-logit));
}

/**
 * Names alone are answered by every sentence that holds them whole, and one with a part of a name ("Emmanuel Johnson"
 * for "Emmanuel Macron") speaks of another: half of it counts for .015, less than an unsure answer has. What says more of a name has no say.
 */
function confidenceOfNames({ ranked, evidence, query }: RankedList): number {
  const first = evidence.get(ranked[0]!.sentence.number)!;
  const { inSentence } = first;
  const asked = query.idfs.map((idf, i) => (query.concepts[i]!.qualifier ? 0 : idf));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const held = asked.filter((_, i) => inSentence[i]);
  const sure = lacksForm(first, query) ? UNSURE_OF_NAMES : SUREST_OF_NAMES;
  return sure * (sum(held) / Math.max(1e-9, sum(asked))) ** 6;
}

/** That a sentence holds a name doesn't make it an answer. */
const SUREST_OF_NAMES = 0.95;
/** … and less where nothing in it has the form that is asked for: a count, a reason. */
const UNSURE_OF_NAMES = 0.2;

function lacksForm({ answers }: Evidence, { question: { expects } }: QueryContext): boolean {
  const named = expects === 'date' || expects === 'person' || expects === 'place' || expects === 'thing';
  return !named && answers.length === 0;
}
