/** What came of one question. Pure figures from here on. */
export interface Outcome {
  /** See `questionWord`. */
  readonly word: string;
  readonly answerable: boolean;
  /** Place of the first right citation among the ten best, counted from 1; absent when none is right. */
  readonly rank?: number | undefined;
  readonly refused: boolean;
  readonly ms: number;
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
  readonly refusedUnanswerable: number | null;
}

export interface Measures extends Shares {
  readonly byKind: Readonly<Record<string, Shares>>;
  readonly ms: { readonly p50: number | null; readonly p95: number | null; readonly p99: number | null };
}

export function measuresOf(outcomes: readonly Outcome[]): Measures {
  const ms = outcomes.map((outcome) => outcome.ms).sort((a, b) => a - b);
  return {
    ...sharesOf(outcomes),
    byKind: Object.fromEntries(
      QUESTION_WORDS.map((word) => [word, outcomes.filter((outcome) => outcome.word === word)] as const)
        .filter(([, those]) => those.length > 0)
        .map(([word, those]) => [word, sharesOf(those)]),
    ),
    ms: { p50: percentileOf(ms, 50), p95: percentileOf(ms, 95), p99: percentileOf(ms, 99) },
  };
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
    refusedUnanswerable: meanOf(unanswerable.map(({ refused }) => Number(refused))),
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
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
