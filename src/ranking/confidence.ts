import type { Ranked } from '../model/answer.ts';
import file from './confidence.json' with { type: 'json' };
import type { Evidence, QueryContext } from './evidence.ts';

/**
 * What speaks for and against the first of the list being an answer. Of a concept, its information is its idf over
 * the greatest that this archive has: 0 to 1, whatever the archive's size. Chosen for what they say of a set that they were
 * not learned on (docs/measurements.md): how far the second lies behind, how many words a question has and a dozen others
 * say more of their own set, and mislead elsewhere.
 */
export interface ConfidenceFeatures {
  /** Score of the first, by the ranker's weights. */
  readonly score: number;
  /** Information of the concepts that the sentence holds. */
  readonly held: number;
  /** Information of the concepts that no candidate of its article holds, in sentence, paragraph or title. */
  readonly missing: number;
  /** See the signal: how much of what tells the candidates apart it holds. */
  readonly rarity: number;
  /** Share of the question's names that its paragraph and title lack. */
  readonly namesMissing: number;
  /** 1 where a number of the question stands neither in its paragraph nor in the title. */
  readonly numberMissing: number;
  /** 1 where an answer would have a form of its own: a date, a number, a name … */
  readonly hasForm: number;
  /** 1 where it would, and nothing in the sentence has it. */
  readonly formMissing: number;
  /** Log of the archive's sentences: in a large archive more matches by chance. */
  readonly logSentences: number;
}

/** The order in which `ibid train` learns the features. */
export const CONFIDENCE_FEATURES: readonly (keyof ConfidenceFeatures)[] = [
  'score',
  'held',
  'missing',
  'rarity',
  'namesMissing',
  'numberMissing',
  'hasForm',
  'formMissing',
  'logSentences',
];

/**
 * Below this confidence an answer is none. `ibid train` takes the one that refuses one in seven of the questions whose
 * first sentence is right, and writes what it refuses of others beside it.
 */
export const THRESHOLD: number = file.threshold;

/** Below this confidence nothing is shown; from here to the threshold, the nearest sentences, marked as unsure. */
export const UNSURE: number = file.unsure;

/** What is known when the list is ranked. */
export interface RankedList {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** By sentence number. */
  readonly evidence: ReadonlyMap<number, Evidence>;
  readonly query: QueryContext;
  /** Of the archive. */
  readonly sentences: number;
}

/** Probability, 0 to 1, that the first of the list answers. */
export function confidenceOf(list: RankedList): number {
  if (list.ranked.length === 0) return 0;
  const features = confidenceFeaturesOf(list);
  return features ? probabilityOf(features) : confidenceOfNames(list);
}

/** Logistic regression, its weights in `confidence.json` as `ibid train` wrote them. */
export function probabilityOf(features: ConfidenceFeatures): number {
  const logit = CONFIDENCE_FEATURES.reduce(
    (sum, name) => sum + file.weights[name] * features[name],
    file.intercept,
  );
  return 1 / (1 + Math.exp(-logit));
}

/** `undefined` where there is no candidate, and of names alone: nothing else is asked of them. */
export function confidenceFeaturesOf(list: RankedList): ConfidenceFeatures | undefined {
  const { ranked, evidence, query, sentences } = list;
  if (ranked.length === 0 || speaksOfNames(query)) return undefined;
  const first = evidence.get(ranked[0]!.sentence.number)!;
  const { concepts, idfs } = query;
  const most = Math.log(sentences + 1);
  const information = idfs.map((idf) => Math.min(1, idf / most));
  const near = (one: Evidence) => concepts.map((_, i) => one.inParagraph[i]! || one.inTitle[i]!);
  const around = near(first);
  const ofArticle = [...evidence.values()]
    .filter(({ sentence }) => sentence.document === first.sentence.document)
    .map(near);
  const missing = (i: number) => !ofArticle.some((flags) => flags[i]);
  const hasForm = query.question.expects !== 'thing';
  const numbers = concepts.flatMap(({ typed }, i) => (/\d/.test(typed) ? [i] : []));
  return {
    score: ranked[0]!.score,
    held: sum(information.filter((_, i) => first.inSentence[i])),
    missing: sum(information.filter((_, i) => missing(i))),
    rarity: ranked[0]!.signals.rarity ?? 0,
    namesMissing: query.names.filter((i) => !around[i]).length / Math.max(1, query.names.length),
    numberMissing: numbers.some((i) => !around[i]) ? 1 : 0,
    hasForm: hasForm ? 1 : 0,
    formMissing: hasForm && first.answers.length === 0 ? 1 : 0,
    logSentences: most,
  };
}

/** Nothing but names is asked for, and what says more of them. */
function speaksOfNames({ names, concepts }: QueryContext): boolean {
  return names.length > 0 && concepts.every(({ name, qualifier }) => name || qualifier);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
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
