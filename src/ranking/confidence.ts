import type { Ranked } from '../model/answer.ts';
import file from './confidence.json' with { type: 'json' };
import type { Evidence, QueryContext } from './evidence.ts';

/**
 * What speaks for and against the first of the list being an answer. Of a concept, its information is its idf over
 * the greatest that this archive has: 0 to 1, whatever the archive's size. Chosen one by one out of some 80 for what they say of questions
 * they were not learned on, of other articles and of other sets (docs/measurements.md).
 */
export interface ConfidenceFeatures {
  /** Score of the first, by the ranker's weights. */
  readonly score: number;
  /** How far the fifth lies behind it; the last where there are fewer. */
  readonly gap: number;
  /** Log of the information, .1 added, of the concepts that the sentence holds: how little of it would be held by chance. */
  readonly held: number;
  /** The greatest information of those. */
  readonly rarestHeld: number;
  /** Information of the concepts that the sentence lacks. */
  readonly lacking: number;
  /** 1 where each concept stands in some candidate of its article, in sentence, paragraph or title. */
  readonly complete: number;
  /** Information of the names that its paragraph and title lack. */
  readonly namesLacking: number;
  /** 1 where a number of the question stands neither in its paragraph nor in the title. */
  readonly numberMissing: number;
  /** BM25 of its paragraph over the question's idf. */
  readonly paragraph: number;
  /** Words of the question, and of the sentence: in a long one more stands by chance. */
  readonly asked: number;
  readonly words: number;
  /** Log of the archive's sentences: in a large archive more matches by chance. */
  readonly logSentences: number;
}

/** The order in which `ibid train` learns the features. */
export const CONFIDENCE_FEATURES: readonly (keyof ConfidenceFeatures)[] = [
  'score',
  'gap',
  'held',
  'rarestHeld',
  'lacking',
  'complete',
  'namesLacking',
  'numberMissing',
  'paragraph',
  'asked',
  'words',
  'logSentences',
];

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
  const informationOf = (chosen: (i: number) => boolean) => information.filter((_, i) => chosen(i));
  const near = (one: Evidence) => concepts.map((_, i) => one.inParagraph[i]! || one.inTitle[i]!);
  const around = near(first);
  const ofArticle = [...evidence.values()]
    .filter(({ sentence }) => sentence.document === first.sentence.document)
    .map(near);
  const held = informationOf((i) => first.inSentence[i]!);
  const numbers = concepts.flatMap(({ typed }, i) => (/\d/.test(typed) ? [i] : []));
  return {
    score: ranked[0]!.score,
    gap: ranked[0]!.score - ranked[Math.min(ranked.length, GAP_TO) - 1]!.score,
    held: Math.log(0.1 + sum(held)),
    rarestHeld: Math.max(0, ...held),
    lacking: sum(informationOf((i) => !first.inSentence[i])),
    complete: concepts.every((_, i) => ofArticle.some((flags) => flags[i])) ? 1 : 0,
    namesLacking: sum(informationOf((i) => query.names.includes(i) && !around[i])),
    numberMissing: numbers.some((i) => !around[i]) ? 1 : 0,
    paragraph: first.hit.levels.paragraph / Math.max(1e-9, sum(idfs)),
    asked: query.words.length,
    words: first.analysis.words.length,
    logSentences: most,
  };
}

/** Place in the list of the one that `gap` is measured to. */
const GAP_TO = 5;

/** Names alone are asked for, and what says more of them: not "What did China do?". */
function speaksOfNames({ question, names, concepts }: QueryContext): boolean {
  return (
    question.isKeywordQuery && names.length > 0 && concepts.every(({ name, qualifier }) => name || qualifier)
  );
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
