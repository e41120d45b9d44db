import type { Archive } from '../../src/archive/archive.ts';
import { buildArchive } from '../../src/archive/open-archive.ts';
import type { Article } from '../../src/model/article.ts';
import { CONFIDENCE_FEATURES } from '../../src/ranking/confidence.ts';
import type { Weights } from '../../src/ranking/rank.ts';
import { isRight } from './judge.ts';
import type { OpenSet } from './open-set.ts';
import type { EvalQuestion } from './question-set.ts';

/**
 * One question asked of one archive. `answerable`: it holds the answer; `unanswerable`: the set says that it doesn't;
 * `outside`: the question belongs to another set.
 */
export interface Trial {
  readonly asked: 'answerable' | 'unanswerable' | 'outside';
  /** What the trials of one archive share, and those of its parts of one size. */
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

/** How many articles a part has; parts are asked as well because what is learned must hold for small archives. */
const PART_SIZES = [1, 4, 20];
/** Parts of each size at most. */
const PARTS = 24;
/** Questions of a kind that one archive is asked at most: evenly spread over the set. */
const MAX_ASKED = { whole: 3_000, part: 100 };

/** Asks each set's archive, and archives of a few of its articles, their own questions and those of the other sets. */
export async function trialsOf(sets: readonly OpenSet[], weights: Weights): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const [i, set] of sets.entries()) {
    const others = sets.filter((_, j) => j !== i).flatMap(({ questions }) => questions);
    const { archive, questions } = set;
    trials.push(
      ...(await trialsIn({ archive, questions, others }, { archive: `${i}`, whole: true }, weights)),
    );
    const articles = await set.articles();
    for (const size of PART_SIZES) {
      for (const part of partsOf(articles, size)) {
        const archive = await buildArchive(part);
        const own = questions.filter(({ expected }) =>
          expected.some(({ article }) => part.some(({ id }) => id === article || id.endsWith(`#${article}`))),
        );
        const where = { archive: `${i}, ${size}`, whole: false };
        trials.push(...(await trialsIn({ archive, questions: own, others }, where, weights)));
      }
    }
  }
  return trials;
}

/** Some of the runs of `size` neighbouring articles. */
function partsOf(articles: readonly Article[], size: number): Article[][] {
  const starts = Array.from({ length: Math.floor(articles.length / size) }, (_, i) => i * size);
  return spread(starts, PARTS).map((start) => articles.slice(start, start + size));
}

/** An archive, the questions about it, and those about other things. */
interface TrialArchive {
  readonly archive: Archive;
  readonly questions: readonly EvalQuestion[];
  readonly others: readonly EvalQuestion[];
}

type Where = Pick<Trial, 'archive' | 'whole'>;

async function trialsIn(
  { archive, questions, others }: TrialArchive,
  where: Where,
  weights: Weights,
): Promise<Trial[]> {
  const most = where.whole ? MAX_ASKED.whole : MAX_ASKED.part;
  const own = spread(questions, most);
  const foreign = spread(others, Math.min(most, own.length));
  const trials: Trial[] = [];
  const ask = async ({ kind, text, expected }: EvalQuestion, asked: Trial['asked']): Promise<void> => {
    const { ranked, features } = await archive.examine(kind, text, 1, weights);
    if (!features) return;
    trials.push({
      ...where,
      asked,
      group: expected[0]?.article ?? text,
      right: asked === 'answerable' && expected.some((one) => isRight(ranked[0]!, one)),
      values: CONFIDENCE_FEATURES.map((name) => features[name]),
    });
  };
  for (const one of own) await ask(one, one.expected.length > 0 ? 'answerable' : 'unanswerable');
  for (const one of foreign) await ask(one, 'outside');
  return trials;
}

/** At most `most` of a list, evenly spread over it. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
}
