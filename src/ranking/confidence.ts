import type { Ranked } from '../model/answer.ts';
import file from './confidence.json' with { type: 'json' };
import { asksOfNames, type Evidence, type QueryContext } from './evidence.ts';

/**
 * What speaks for and against the first of the list being an answer. Of a concept, its information is its idf over
 * the greatest that this archive has: 0 to 1, whatever the archive's size.
 */
export interface ConfidenceFeatures {
  /** Score of the first, by the ranker's weights. */
  readonly score: number;
  /** How far it lies above the second's, `WIDEST_MARGIN` at most. */
  readonly margin: number;
  /** Information of the whole question: the more is asked, the more can be missing. */
  readonly asked: number;
  /** Information of the concepts that the candidates of the first one's article hold, in sentence, paragraph or title. */
  readonly inArticle: number;
  /** Share of the question's names that its paragraph and title lack. */
  readonly namesMissing: number;
  /** 1 where a number of the question stands neither in its paragraph nor in the title. */
  readonly numberMissing: number;
  /** Log of the archive's sentences and of its articles: in a large archive more matches by chance. */
  readonly logSentences: number;
  readonly logArticles: number;
}

/** The order in which `ibid train` learns the features. */
export const CONFIDENCE_FEATURES: readonly (keyof ConfidenceFeatures)[] = [
  'score',
  'margin',
  'asked',
  'inArticle',
  'namesMissing',
  'numberMissing',
  'logSentences',
  'logArticles',
];

/**
 * Below this confidence an answer is none. `ibid train` takes the one that refuses one in seven of the questions whose
 * first sentence is right, and writes what it refuses of others beside it.
 */
export const THRESHOLD: number = file.threshold;

/** What is known when the list is ranked. */
export interface RankedList {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** By sentence number. */
  readonly evidence: ReadonlyMap<number, Evidence>;
  readonly query: QueryContext;
  /** Sentences and articles of the archive. */
  readonly sentences: number;
  readonly articles: number;
  /** Those that don't compete with the first: they say the same, or another answer where sources differ. */
  readonly beside?: ReadonlySet<Ranked>;
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

const WIDEST_MARGIN = 4;

/** `undefined` where there is no candidate, and of names alone: nothing else is asked of them. */
export function confidenceFeaturesOf(list: RankedList): ConfidenceFeatures | undefined {
  const { ranked, evidence, query, sentences, articles, beside } = list;
  if (ranked.length === 0 || asksOfNames(query.question)) return undefined;
  const first = evidence.get(ranked[0]!.sentence.number)!;
  const { concepts, idfs } = query;
  const most = Math.log(sentences + 1);
  const information = idfs.map((idf) => Math.min(1, idf / most));
  const sum = (flags: readonly boolean[]) =>
    information.reduce((total, value, i) => total + (flags[i] ? value : 0), 0);
  const near = (one: Evidence) => concepts.map((_, i) => one.inParagraph[i]! || one.inTitle[i]!);
  const around = near(first);
  const ofArticle = [...evidence.values()]
    .filter(({ sentence }) => sentence.document === first.sentence.document)
    .map(near);
  const numbers = concepts.flatMap(({ typed }, i) => (/\d/.test(typed) ? [i] : []));
  const second = ranked.find((one, i) => i > 0 && !beside?.has(one));
  return {
    score: ranked[0]!.score,
    margin: Math.min(WIDEST_MARGIN, ranked[0]!.score - (second?.score ?? Number.NEGATIVE_INFINITY)),
    asked: sum(concepts.map(() => true)),
    inArticle: sum(concepts.map((_, i) => ofArticle.some((flags) => flags[i]!))),
    namesMissing: query.names.filter((i) => !around[i]).length / Math.max(1, query.names.length),
    numberMissing: numbers.some((i) => !around[i]) ? 1 : 0,
    logSentences: most,
    logArticles: Math.log(articles),
  };
}

/**
 * Names alone are answered by every sentence that holds them whole, and one with a part of a name ("Emmanuel Johnson"
 * for "Emmanuel Macron") speaks of another: half of it counts for .06. What says more of a name has no say.
 */
function confidenceOfNames({ ranked, evidence, query }: RankedList): number {
  const { inSentence } = evidence.get(ranked[0]!.sentence.number)!;
  const asked = query.idfs.map((idf, i) => (query.concepts[i]!.qualifier ? 0 : idf));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const held = asked.filter((_, i) => inSentence[i]);
  return SUREST_OF_NAMES * (sum(held) / Math.max(1e-9, sum(asked))) ** 4;
}

/** That a sentence holds a name doesn't make it an answer. */
const SUREST_OF_NAMES = 0.95;
