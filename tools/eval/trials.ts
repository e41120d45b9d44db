import { type Archive, buildArchive } from '../../src/archive/archive.ts';
import { CONFIDENCE_FEATURES } from '../../src/ranking/confidence.ts';
import type { Weights } from '../../src/ranking/rank.ts';
import { isRight } from './judge.ts';
import type { EvalQuestion } from './question-set.ts';

export interface EvalArchive {
  readonly archive: Archive;
  readonly questions: readonly EvalQuestion[];
}

/**
 * One question asked of one archive. `answerable`: it holds the answer; `unanswerable`: the set says that it doesn't;
 * `outside`: the question belongs to another set.
 */
export interface Trial {
  readonly asked: 'answerable' | 'unanswerable' | 'outside';
  /** Trials of one archive of a set, or of its parts of one size. */
  readonly archive: string;
  /** The whole set's archive. */
  readonly whole: boolean;
  /** The article that holds the answer, or the question: trials of one group stay on one side of a fold. */
  readonly group: string;
  /** The first sentence is right. */
  readonly right: boolean;
  /** In the order of `CONFIDENCE_FEATURES`. */
  readonly values: readonly number[];
}

/** Articles of the parts that are asked beside the whole: what is learned must hold for small archives as well. */
const PART_SIZES = [1, 4, 20];
const PARTS = 24;
/** Questions of a kind that one archive is asked: spread over the set. */
const MOST_ASKED = { whole: 3_000, part: 100 };

/** Each set's archive, and archives of a few of its articles, asked their own questions and those of the other sets. */
export function trialsOf(sets: readonly EvalArchive[], weights: Weights): Trial[] {
  return sets.flatMap((set, i) => {
    const others = sets.filter((_, j) => j !== i).flatMap(({ questions }) => questions);
    const whole = trialsIn(set, others, { archive: `${i}`, whole: true }, weights);
    const parts = PART_SIZES.flatMap((size) =>
      partsOf(set, size).flatMap((part) =>
        trialsIn(part, others, { archive: `${i}, ${size}`, whole: false }, weights),
      ),
    );
    return [...whole, ...parts];
  });
}

function partsOf({ archive, questions }: EvalArchive, size: number): EvalArchive[] {
  const articles = Array.from(archive.collection.containing(''), ({ article }) => article);
  const starts = Array.from({ length: Math.floor(articles.length / size) }, (_, i) => i * size);
  return spread(starts, PARTS).map((start) => {
    const inside = articles.slice(start, start + size);
    const part = buildArchive(inside);
    const own = questions.filter(({ expected }) =>
      expected.some(({ article }) => inside.some(({ id }) => id === article || id.endsWith(`#${article}`))),
    );
    return { archive: part, questions: own };
  });
}

type Where = Pick<Trial, 'archive' | 'whole'>;

function trialsIn(
  set: EvalArchive,
  others: readonly EvalQuestion[],
  where: Where,
  weights: Weights,
): Trial[] {
  const most = where.whole ? MOST_ASKED.whole : MOST_ASKED.part;
  const own = spread(set.questions, most);
  const foreign = spread(others, Math.min(most, own.length));
  const ask = (question: EvalQuestion, asked: Trial['asked']): Trial[] => {
    const { ranked, features } = set.archive.examine(question.kind, question.text, 1, weights);
    if (!features) return [];
    return [
      {
        ...where,
        asked,
        group: question.expected[0]?.article ?? question.text,
        right: asked === 'answerable' && question.expected.some((one) => isRight(ranked[0]!, one)),
        values: CONFIDENCE_FEATURES.map((name) => features[name]),
      },
    ];
  };
  return [
    ...own.flatMap((one) => ask(one, one.expected.length > 0 ? 'answerable' : 'unanswerable')),
    ...foreign.flatMap((one) => ask(one, 'outside')),
  ];
}

/** At most `most` of a list, evenly spread over it. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
}
