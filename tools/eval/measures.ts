import { areaUnderCurve } from './logistic.ts';

/** What came of one question. */
export interface Outcome {
  /** See `questionWord`. */
  readonly word: string;
  readonly answerable: boolean;
  /** Rank of the first right citation among the ten best, counted from 1; absent when none is right. */
  readonly rank?: number | undefined;
  /** Not shown as an answer: unsure, or not found. */
  readonly refused: boolean;
  /** Not found: nothing is shown. */
  readonly silent: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  readonly ms: number;
  /** Of them, the engine's searches. */
  readonly searchMs: number;
}

/** Shares from 0 to 1; `null` where there was no such question. */
export interface Shares {
  readonly questions: number;
  readonly answerable: number;
  readonly p1: number | null;
  readonly hit3: number | null;
  readonly hit5: number | null;
  readonly mrr10: number | null;
  readonly refusedAnswerable: number | null;
  /** Of those whose first sentence is right. */
  readonly refusedRight: number | null;
  readonly refusedUnanswerable: number | null;
  /** Of the unanswerable, those to which nothing at all is shown, not even as unsure. */
  readonly silentUnanswerable: number | null;
  /** Of the answerable; these four make up all of them. */
  readonly rightAndShown: number | null;
  readonly wrongAndShown: number | null;
  readonly unsure: number | null;
  readonly silent: number | null;
  /** Right ones of all that is shown as an answer, to unanswerable questions as well. */
  readonly shownPrecision: number | null;
  /** Of the answerable that are unsure, those with the right sentence among the three that are shown. */
  readonly unsureRight: number | null;
}

export interface Measures extends Shares {
  readonly byKind: Readonly<Record<string, Shares>>;
  /** Chance that a right first sentence has more confidence than one that is wrong, or than an unanswerable question. */
  readonly auc: { readonly wrong: number | null; readonly unanswerable: number | null };
  readonly ms: Percentiles;
  /** Of the index alone. */
  readonly searchMs: Percentiles;
}

/** Milliseconds; `null` where nothing was asked. */
export interface Percentiles {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

/** The figures of a whole set of questions. */
export function measuresOf(outcomes: readonly Outcome[]): Measures {
  return {
    ...sharesOf(outcomes),
    byKind: Object.fromEntries(
      QUESTION_WORDS.map((word) => [word, outcomes.filter((outcome) => outcome.word === word)] as const)
        .filter(([, those]) => those.length > 0)
        .map(([word, those]) => [word, sharesOf(those)]),
    ),
    auc: aucOf(outcomes),
    ms: percentilesOf(outcomes.map(({ ms }) => ms)),
    searchMs: percentilesOf(outcomes.map(({ searchMs }) => searchMs)),
  };
}

function aucOf(outcomes: readonly Outcome[]): Measures['auc'] {
  const confidences = (of: (one: Outcome) => boolean) =>
    outcomes.filter(of).map(({ confidence }) => confidence);
  const right = confidences(({ answerable, rank }) => answerable && rank === 1);
  const over = (others: readonly number[]) =>
    right.length === 0 || others.length === 0 ? null : rounded(areaUnderCurve(right, others));
  return {
    wrong: over(confidences(({ answerable, rank }) => answerable && rank !== 1)),
    unanswerable: over(confidences(({ answerable }) => !answerable)),
  };
}

/** Outcomes of like confidence. */
export interface Band {
  /** Confidences from here to a tenth above. */
  readonly from: number;
  readonly questions: number;
  /** Mean confidence, and the share whose first sentence is right: equal where the confidence is what it says. */
  readonly said: number;
  readonly right: number;
}

/** Ten bands of confidence; one without a question is left out. */
export function calibrationOf(outcomes: readonly Outcome[]): Band[] {
  return Array.from({ length: 10 }, (_, band) => {
    const those = outcomes.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === band);
    const mean = (of: (one: Outcome) => number) => meanOf(those.map(of)) ?? 0;
    return {
      from: band / 10,
      questions: those.length,
      said: mean(({ confidence }) => confidence),
      right: mean(({ answerable, rank }) => Number(answerable && rank === 1)),
    };
  }).filter(({ questions }) => questions > 0);
}

export const QUESTION_WORDS = ['who', 'what', 'where', 'when', 'why', 'how', 'how many', 'which', 'other'];

/** The first question word: "In what year …" is a what. */
export function questionWord(question: string): string {
  const first = /\b(how many|who|what|where|when|why|how|which)(?:m|se)?\b/i.exec(question)?.[1];
  return first?.toLowerCase() ?? 'other';
}

function sharesOf(outcomes: readonly Outcome[]): Shares {
  const answerable = outcomes.filter((outcome) => outcome.answerable);
  const unanswerable = outcomes.filter((outcome) => !outcome.answerable);
  const within = (place: number) =>
    meanOf(answerable.map(({ rank }) => (rank !== undefined && rank <= place ? 1 : 0)));
  return {
    questions: outcomes.length,
    answerable: answerable.length,
    p1: within(1),
    hit3: within(3),
    hit5: within(5),
    mrr10: meanOf(answerable.map(({ rank }) => (rank !== undefined && rank <= 10 ? 1 / rank : 0))),
    refusedAnswerable: meanOf(answerable.map(({ refused }) => Number(refused))),
    refusedRight: meanOf(answerable.filter(({ rank }) => rank === 1).map(({ refused }) => Number(refused))),
    refusedUnanswerable: meanOf(unanswerable.map(({ refused }) => Number(refused))),
    silentUnanswerable: meanOf(unanswerable.map(({ silent }) => Number(silent))),
    ...shownOf(answerable, unanswerable),
  };
}

/** What people see of the answers. */
function shownOf(answerable: readonly Outcome[], unanswerable: readonly Outcome[]) {
  const share = (those: readonly Outcome[], of: (one: Outcome) => boolean) =>
    meanOf(those.map((one) => Number(of(one))));
  const rightShown = ({ refused, rank }: Outcome) => !refused && rank === 1;
  const isUnsure = ({ refused, silent }: Outcome) => refused && !silent;
  const shown = [...answerable, ...unanswerable].filter(({ refused }) => !refused);
  return {
    rightAndShown: share(answerable, rightShown),
    wrongAndShown: share(answerable, ({ refused, rank }) => !refused && rank !== 1),
    unsure: share(answerable, isUnsure),
    silent: share(answerable, ({ silent }) => silent),
    shownPrecision: share(shown, (one) => one.answerable && rightShown(one)),
    unsureRight: share(answerable.filter(isUnsure), ({ rank = Number.POSITIVE_INFINITY }) => rank <= SHOWN),
  };
}

/** Sentences that an unsure answer shows. */
const SHOWN = 3;

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function percentilesOf(times: readonly number[]): Percentiles {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: percentileOf(sorted, 50), p95: percentileOf(sorted, 95), p99: percentileOf(sorted, 99) };
}

/** Nearest rank: a time that a question really took. */
function percentileOf(sorted: readonly number[], percent: number): number | null {
  const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  return value === undefined ? null : rounded(value);
}

/** Four places: one question of ten thousand. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
