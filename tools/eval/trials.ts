import type { Archive } from '../../src/archive/archive.ts';
import { buildArchive } from '../../src/archive/open-archive.ts';
import { valuesOf } from '../../src/ranking/confidence-features.ts';
import type { Weights } from '../../src/ranking/rank.ts';
import { asTyped } from './as-typed.ts';
import { isRight } from './judge.ts';
import type { OpenSet } from './open-set.ts';
import type { EvalQuestion } from './question-set.ts';
import { byParagraph, isOf, joined, type Shaped } from './shapes.ts';

/**
 * One question asked of one archive. `answerable`: it holds the answer; `unanswerable`: the set says that it doesn't;
 * `near`: the answer stands in an article of the set that the archive lacks; `outside`: the question is another set's.
 */
export interface Trial {
  readonly asked: 'answerable' | 'unanswerable' | 'near' | 'outside';
  /** What the trials of archives of one shape share. */
  readonly archive: string;
  /** The whole set's archive. */
  readonly whole: boolean;
  /** The article that holds the answer, or the question: trials of one group stay on one side of a fold. */
  readonly group: string;
  /** The first sentence is right; one of the first three is. */
  readonly right: boolean;
  readonly inThree: boolean;
  /** As `valuesOf` has them. */
  readonly values: readonly number[];
}

/** Questions that a whole set is asked at most, of each kind: evenly spread over it. */
const MAX_ASKED = 2_500;

/** Archives that are cut out of a set: what is learned must hold whatever an archive's articles are like. */
interface Shape {
  readonly name: string;
  /** Articles of one archive; `half`: every second one. */
  readonly size: number | 'half';
  /** How many archives, and how many questions of a kind each is asked. */
  readonly archives: number;
  readonly asked: number;
  readonly cut?: (shaped: Shaped) => Shaped;
}

const SHAPES: readonly Shape[] = [
  { name: 'one article', size: 1, archives: 12, asked: 60 },
  { name: 'four articles', size: 4, archives: 6, asked: 100 },
  { name: 'half', size: 'half', archives: 2, asked: 700 },
  { name: 'paragraphs', size: 'half', archives: 2, asked: 700, cut: byParagraph },
  {
    name: 'long articles',
    size: 'half',
    archives: 2,
    asked: 700,
    cut: (one) => joined(one, Math.max(2, Math.ceil(one.articles.length / 12))),
  },
];

interface AskedQuestion extends EvalQuestion {
  readonly group: string;
}

/** Asks each set's archive, and archives of other shapes made of it, their own questions and others. */
export async function trialsOf(sets: readonly OpenSet[], weights: Weights): Promise<Trial[]> {
  const trials: Trial[] = [];
  const languages = await Promise.all(sets.map(languageOf));
  for (const [i, set] of sets.entries()) {
    const outside = sets.flatMap((other, j) =>
      j !== i && languages[j] === languages[i] ? grouped(other, `${j}`) : [],
    );
    const own = grouped(set, `${i}`);
    const whole = { questions: own, near: [], outside, asked: MAX_ASKED };
    const where = { archive: `${i}, whole`, whole: true };
    trials.push(...(await trialsIn(set.archive, whole, where, weights)));
    const articles = await set.articles();
    for (const shape of SHAPES) {
      for (let part = 0; part < shape.archives; part++) {
        const held = partOf(articles, shape, part);
        const inside = own.filter(({ expected }) =>
          expected.some((one) => held.some((article) => isOf(article, one))),
        );
        const known = new Set(inside);
        const near = own.filter((one) => one.expected.length > 0 && !known.has(one));
        const shaped = { articles: held, questions: inside };
        const cut = shape.cut?.(shaped) ?? shaped;
        const archive = await buildArchive(cut.articles, { ...(set.encoder && { encoder: set.encoder }) });
        const questions = cut.questions as readonly AskedQuestion[];
        const where = { archive: `${i}, ${shape.name}`, whole: false };
        const asked = { questions, near, outside, asked: shape.asked };
        trials.push(...(await trialsIn(archive, asked, where, weights)));
      }
    }
  }
  return trials;
}

async function languageOf({ archive }: OpenSet): Promise<string> {
  return (await archive.status()).languages[0]?.name ?? 'en';
}

function grouped({ questions }: OpenSet, set: string): AskedQuestion[] {
  return questions.map((one) => ({ ...one, group: `${set} ${one.expected[0]?.article ?? one.text}` }));
}

function partOf<T>(articles: readonly T[], { size, archives }: Shape, part: number): T[] {
  if (size === 'half') return articles.filter((_, i) => i % 2 === part);
  const start = Math.floor((part * articles.length) / archives);
  return articles.slice(start, start + size);
}

/** What an archive is asked. */
interface Asked {
  readonly questions: readonly AskedQuestion[];
  readonly near: readonly AskedQuestion[];
  readonly outside: readonly AskedQuestion[];
  /** Of each kind at most. */
  readonly asked: number;
}

async function trialsIn(
  archive: Archive,
  { questions, near, outside, asked: most }: Asked,
  where: Pick<Trial, 'archive' | 'whole'>,
  weights: Weights,
): Promise<Trial[]> {
  const own = spread(questions, most);
  const others = Math.min(most, Math.max(FEWEST_OTHERS, own.length));
  const trials: Trial[] = [];
  let i = 0;
  const ask = async (question: AskedQuestion, asked: Trial['asked']): Promise<void> => {
    const { kind, text, expected, group } = question;
    const { ranked, features } = await archive.examine(kind, asTyped(text, i++), 3, weights);
    if (!features) return;
    const right = ranked.map((one) => expected.some((place) => isRight(one, place)));
    const answerable = asked === 'answerable';
    trials.push({
      ...{ ...where, asked, group },
      right: answerable && right[0] === true,
      inThree: answerable && right.includes(true),
      values: valuesOf(features),
    });
  };
  for (const one of own) await ask(one, one.expected.length > 0 ? 'answerable' : 'unanswerable');
  for (const one of spread(near, others)) await ask(one, 'near');
  for (const one of spread(outside, others)) await ask(one, 'outside');
  return trials;
}

/** One article answers few questions: it is asked at least so many others. */
const FEWEST_OTHERS = 20;

/** At most `most` of a list, evenly spread over it. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
}
