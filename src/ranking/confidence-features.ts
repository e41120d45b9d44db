import type { Ranked } from '../model/answer.ts';
import { type Evidence, type QueryContext, speaksOfNames } from './evidence.ts';

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
  /** Where a cross-encoder read the first ones. */
  readonly meaning?: MeaningFeatures;
}

/** What a cross-encoder says: logits, about -12 to 12. */
export interface MeaningFeatures {
  /** Of the first, where it is less than 0, and where it is more: it doubts otherwise than it trusts. */
  readonly doubt: number;
  readonly trust: number;
  /** How far the best of the others lies behind it; less than 0 where one lies before. */
  readonly lead: number;
}

/** The order in which `ibid train` learns the features. */
export const CONFIDENCE_FEATURES: readonly Exclude<keyof ConfidenceFeatures, 'meaning'>[] = [
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

/** The same of those beside them. */
export const MEANING_FEATURES: readonly (keyof MeaningFeatures)[] = ['doubt', 'trust', 'lead'];

/** In the order of `CONFIDENCE_FEATURES`, and after them of `MEANING_FEATURES` where there is meaning. */
export function valuesOf(features: ConfidenceFeatures): number[] {
  const { meaning } = features;
  return [
    ...CONFIDENCE_FEATURES.map((name) => features[name]),
    ...(meaning ? MEANING_FEATURES.map((name) => meaning[name]) : []),
  ];
}

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

/** `undefined` where there is no candidate, and of names alone: nothing else is asked of them. */
export function confidenceFeaturesOf(list: RankedList): ConfidenceFeatures | undefined {
  const { ranked, evidence, query, sentences } = list;
  if (ranked.length === 0 || speaksOfNames(query.question)) return undefined;
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
  const scores = ranked.map(({ score, byWords = score }) => byWords);
  const numbers = concepts.flatMap(({ typed }, i) => (/\d/.test(typed) ? [i] : []));
  return {
    score: scores[0]!,
    gap: scores[0]! - [...scores].sort((a, b) => b - a)[Math.min(ranked.length, GAP_TO) - 1]!,
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
    ...meaningOf(ranked),
  };
}

/** Place in the list of the one that `gap` is measured to. */
const GAP_TO = 5;

function meaningOf(ranked: readonly Ranked[]): Pick<ConfidenceFeatures, 'meaning'> {
  const [first, ...others] = ranked.flatMap(({ logit }) => logit ?? []);
  if (first === undefined) return {};
  return {
    meaning: {
      doubt: Math.min(0, first),
      trust: Math.max(0, first),
      lead: others.length === 0 ? 0 : first - Math.max(...others),
    },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
