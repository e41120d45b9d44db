import type { Documents } from '../index/gathered-documents.ts';
import type { Hit } from '../model/answer.ts';
import type { Sentence } from '../model/article.ts';
import type { Concept, Query } from '../model/query.ts';
import type { Analyses, Analysis } from './analysis.ts';
import { type AnswerSpan, answerSpans } from './answer-spans.ts';
import type { Description } from './descriptions/description.ts';
import { descriptionIn } from './descriptions/description-in.ts';
import { positionsOfNames } from './together.ts';

/** What is known of a question before any sentence is looked at. */
export interface QueryContext {
  readonly question: Query;
  readonly concepts: readonly Concept[];
  /** Of each concept, by how many of the archive's sentences hold it. */
  readonly idfs: readonly number[];
  /** Share of the question's idf that each concept carries; together 1. */
  readonly weights: readonly number[];
  /** Indices of the concepts that are parts of names. */
  readonly names: readonly number[];
  /** All words as typed, folded, but for the question words; and each of them once. */
  readonly words: readonly string[];
  readonly distinctWords: readonly string[];
  /** Every term of every alternative, for telling the question's words from new ones. */
  readonly terms: ReadonlySet<string>;
  /** BM25 of the best sentence of the list. */
  readonly best: number;
  /** Share of the 20 best hits that each document holds. */
  readonly shares: ReadonlyMap<number, number>;
}

/** What one sentence has to show for itself. Flags are by concept. */
export interface Evidence {
  readonly sentence: Sentence;
  readonly hit: Hit;
  readonly analysis: Analysis;
  readonly inSentence: readonly boolean[];
  readonly inBefore: readonly boolean[];
  readonly inAfter: readonly boolean[];
  readonly inParagraph: readonly boolean[];
  readonly inTitle: readonly boolean[];
  /** Indices of the words that stand for each concept. */
  readonly positions: readonly (readonly number[])[];
  readonly answers: readonly AnswerSpan[];
  /** What it says of the name, where a name alone is asked for. */
  readonly description: Description | undefined;
}

/** idf of BM25: log(1 + (N - n + .5) / (n + .5)), N sentences, n that hold the term (Robertson and Zaragoza 2009). */
export function idfOf(sentences: number, holding: number): number {
  return Math.log(1 + (sentences - holding + 0.5) / (holding + 0.5));
}

/** Reads a question against an archive of so many sentences; `frequencyOf`: how many of them hold a term. */
export function queryContextOf(
  question: Query,
  hits: readonly Hit[],
  sentences: number,
  frequencyOf: (term: string) => number,
): QueryContext {
  const frequency = (concept: Concept) =>
    Math.max(...concept.alternatives.map((terms) => Math.min(...terms.map(frequencyOf))));
  const idfs = question.concepts.map((c) => idfOf(sentences, frequency(c)) * weightOf(c, question));
  const idf = idfs.reduce((sum, value) => sum + value, 0);
  const shares = new Map<number, number>();
  const top = hits.slice(0, 20);
  for (const { document } of top) {
    shares.set(document, (shares.get(document) ?? 0) + 1 / top.length);
  }
  return {
    question,
    concepts: question.concepts,
    idfs,
    weights: idfs.map((value) => value / Math.max(idf, 1e-9)),
    names: question.concepts.flatMap(({ name }, i) => (name ? [i] : [])),
    words: question.wording,
    distinctWords: [...new Set(question.wording)],
    terms: new Set(question.concepts.flatMap((concept) => concept.alternatives.flat())),
    best: Math.max(1e-9, ...hits.map(({ levels }) => levels.sentence)),
    shares,
  };
}

/** What says more of a name decides between sentences that hold it, and what stands beside the question between places. */
function weightOf({ qualifier, context }: Concept, question: Query): number {
  if (qualifier) return QUALIFIER_WEIGHT;
  if (!context) return 1;
  return leansOnContext(question) ? CONTEXT_WEIGHT.leaning : CONTEXT_WEIGHT.whole;
}

const QUALIFIER_WEIGHT = 0.2;
/** Of what stands beside a question that says by itself what it is about, and one that doesn't: "What did he do about it?". */
const CONTEXT_WEIGHT = { whole: 0.2, leaning: 0.6 };

function leansOnContext({ concepts, wording }: Query): boolean {
  return concepts.filter(({ context }) => !context).length < 2 || wording.some((word) => PRONOUNS.has(word));
}

const PRONOUNS: ReadonlySet<string> = new Set(
  'it this that these those they them there he him she her'.split(' '),
);

export function evidenceOf(
  hit: Hit,
  query: QueryContext,
  documents: Documents,
  analyses: Analyses,
): Evidence {
  const sentence = documents.sentence(hit);
  const { sentences } = documents.document(sentence.document);
  const analysis = analyses.of(sentence);
  const flags = (has: (term: string) => boolean) =>
    query.concepts.map((concept) => concept.alternatives.some((terms) => terms.every(has)));
  const positions = positionsOfNames(
    query.concepts.map((concept) => positionsOf(concept, analysis)),
    query,
    analysis,
  );
  const last = sentences[sentence.ordinal - 1];
  const before = last ? analyses.termsOfSentence(last) : NOTHING;
  const next = sentences[sentence.ordinal + 1];
  const after = next ? analyses.termsOfSentence(next) : NOTHING;
  const paragraph = analyses.termsOfParagraph(sentence);
  const title = analyses.termsOfTitle(sentence.document);
  const { isKeywordQuery, expects } = query.question;
  return {
    sentence,
    hit,
    analysis,
    inSentence: positions.map(({ length }) => length > 0),
    inBefore: flags((term) => before.has(term)),
    inAfter: flags((term) => after.has(term)),
    inParagraph: flags((term) => paragraph.has(term)),
    inTitle: flags((term) => title.has(term)),
    positions,
    description: isKeywordQuery ? descriptionIn(analysis, positions, query) : undefined,
    answers: answerSpans(expects, analysis, query.terms),
  };
}

const NOTHING: ReadonlySet<string> = new Set();

function positionsOf(concept: Concept, { positions }: Analysis): number[] {
  const found = concept.alternatives
    .filter((terms) => terms.every((term) => positions.has(term)))
    .flatMap((terms) => terms.flatMap((term) => positions.get(term) ?? []));
  return [...new Set(found)].sort((a, b) => a - b);
}

/** Nothing but names is asked for: "/who SANA", "Who is SANA?". Every sentence that speaks of them has something to say. */
export function asksOfNames({ isKeywordQuery, concepts }: Query): boolean {
  return isKeywordQuery || (concepts.length > 0 && concepts.every(({ name }) => name));
}

/** Names alone are asked for, and what says more of them: not "What did China do?", nor "barrel bombs". */
export function speaksOfNames({ isKeywordQuery, concepts }: Query): boolean {
  return (
    isKeywordQuery &&
    concepts.some(({ name }) => name) &&
    concepts.every(({ name, qualifier }) => name || qualifier)
  );
}

/** Share of the question's idf, 0 to 1, that the flagged concepts carry. */
export function shareOf(query: QueryContext, ...flags: readonly (readonly boolean[])[]): number {
  const share = query.weights.reduce(
    (sum, weight, i) => sum + (flags.some((flag) => flag[i]) ? weight : 0),
    0,
  );
  // Rounding adds up.
  return Math.min(1, share);
}
