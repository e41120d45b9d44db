import { writeFileSync } from 'node:fs';
import { isRight } from '../eval/judge.ts';
import { crossValidated, type Example, LEARN, learn, type Quality, qualityOf } from '../eval/learn.ts';
import { SIGNALS } from '../ranking/signals.ts';
import { SET_BY_HAND } from '../ranking/weights.ts';
import { WrongUse } from '../wrong-use.ts';
import { openSet } from './open-set.ts';
import type { Output } from './output.ts';

export interface TrainFlags {
  readonly corpus: readonly string[];
  readonly questions: readonly string[];
  readonly out?: string;
  readonly ablation?: boolean;
  readonly folds: number;
  readonly seed: number;
}

/** Candidates that are learned from: as many as are ranked. */
const CANDIDATES = 60;

/**
 * Learns the ranking's weights from question sets, all together, and prints what they are worth: by folds of articles,
 * and learned on one set and asked of the others. `--out` writes them as `weights.json`.
 */
export async function run(flags: TrainFlags, output: Output): Promise<number> {
  if (flags.corpus.length !== flags.questions.length) {
    throw new WrongUse('as many --corpus as --questions: each file of questions has its archive');
  }
  const sets: Example[][] = [];
  for (const [i, questions] of flags.questions.entries()) {
    sets.push(await examplesOf({ corpus: flags.corpus[i]!, questions }));
    output.warn(`${questions}: ${sets[i]!.length} questions with an answer`);
  }
  const names = SIGNALS.map(({ name }) => name);
  const fixed = new Map(
    names.flatMap((name, i) => (name in SET_BY_HAND ? [[i, SET_BY_HAND[name]!] as const] : [])),
  );
  const options = { ...LEARN, fixed, folds: flags.folds, seed: flags.seed };
  const folded = crossValidated(sets, names.length, options);
  const rows = [
    ...folded.map((quality, i) => [`${flags.questions[i]}, ${flags.folds} folds`, quality] as const),
    ...acrossSets(sets, flags.questions, names.length, options),
    ...(flags.ablation ? ablations(sets, names, options) : []),
  ];
  for (const [label, quality] of rows) output.write(`${figuresOf(quality)}  ${label}`);
  const weights = learn(sets.flat(), names.length, options);
  if (flags.out !== undefined) writeWeights(flags.out, names, weights, rows.slice(0, sets.length));
  return 0;
}

async function examplesOf(set: { corpus: string; questions: string }): Promise<Example[]> {
  const { archive, questions } = await openSet(set);
  return questions
    .filter(({ expected }) => expected.length > 0)
    .map(({ kind, text, expected }) => {
      const { ranked } = archive.examine(kind, text, CANDIDATES);
      return {
        group: expected[0]!.article,
        rows: ranked.map(({ signals }) => SIGNALS.map(({ name }) => signals?.[name] ?? 0)),
        right: ranked.map((citation) => expected.some((one) => isRight(citation, one))),
      };
    });
}

type Options = Parameters<typeof crossValidated>[2];
type Row = readonly [label: string, quality: Quality];

function acrossSets(
  sets: readonly Example[][],
  files: readonly string[],
  columns: number,
  options: Options,
): Row[] {
  return sets.flatMap((own, i) => {
    const others = sets.filter((_, j) => j !== i);
    if (others.length === 0) return [];
    return [
      [`${files[i]}, learned on the others alone`, qualityOf(own, learn(others.flat(), columns, options))],
    ];
  });
}

/** Each signal left out in turn: what the folds of all sets lose is what it is worth. */
function ablations(sets: readonly Example[][], names: readonly string[], options: Options): Row[] {
  return names.flatMap((name, column) => {
    if (options.fixed.has(column)) return [];
    const fixed = new Map([...options.fixed, [column, 0]]);
    const qualities = crossValidated(sets, names.length, { ...options, fixed });
    return qualities.map((quality, i) => [`without ${name}, set ${i + 1}`, quality] as const);
  });
}

function figuresOf({ p1, hit5, mrr10 }: Quality): string {
  return `P@1 ${p1.toFixed(4)}  hit@5 ${hit5.toFixed(4)}  MRR@10 ${mrr10.toFixed(4)}`;
}

function writeWeights(
  path: string,
  names: readonly string[],
  weights: readonly number[],
  rows: readonly Row[],
): void {
  const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
  const trained = rows.map(([label, { p1, hit5, mrr10 }]) => ({
    label: label.split('/').slice(-2).join('/'),
    p1: rounded(p1, 4),
    hit5: rounded(hit5, 4),
    mrr10: rounded(mrr10, 4),
  }));
  const byName = Object.fromEntries(names.map((name, i) => [name, rounded(weights[i]!, 3)]));
  writeFileSync(path, `${JSON.stringify({ trained, weights: byName }, null, 2)}\n`);
}
