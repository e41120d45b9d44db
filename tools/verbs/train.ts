import { join } from 'node:path';
import { Command } from 'commander';
import type { Output } from '../../src/cli/output.ts';
import { positive, verb } from '../../src/cli/verb.ts';
import { CONFIDENCE_FEATURES } from '../../src/ranking/confidence-features.ts';
import { SIGNALS } from '../../src/ranking/signals.ts';
import { SET_BY_HAND } from '../../src/ranking/weights.ts';
import { UsageError } from '../../src/usage-error.ts';
import { calibrate } from '../eval/calibrate.ts';
import { isRight } from '../eval/judge.ts';
import { crossValidated, type Example, LEARN, learn, type Quality, qualityOf } from '../eval/learn.ts';
import { type OpenSet, openSet } from '../eval/open-set.ts';
import {
  calibrationLine,
  figuresOf,
  rounded,
  trainedRow,
  writeConfidence,
  writeTrained,
} from '../eval/trained.ts';
import { trialsOf } from '../eval/trials.ts';

export default verb(
  new Command('train')
    .description("learn the ranking's weights from question sets, and print what they are worth")
    .requiredOption('--corpus <paths...>', 'the archive of each set')
    .requiredOption('--questions <files...>', 'the questions of each set')
    .option('--out <folder>', 'write weights.json and confidence.json (src/ranking holds what ibid uses)')
    .option('--ablation', 'what is lost without each signal (takes minutes)')
    .option('--folds <n>', 'folds of articles', positive, 4)
    .option('--seed <n>', 'another division into folds', positive, 1),
  run,
);

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
 * and learned on one set and asked of the others. With them, where there are two sets or more, the weights of the
 * confidence. `--out` writes both, `weights.json` and `confidence.json`.
 */
export async function run(flags: TrainFlags, output: Output): Promise<number> {
  if (flags.corpus.length !== flags.questions.length) {
    throw new UsageError('as many --corpus as --questions: each file of questions has its archive');
  }
  const opened: OpenSet[] = [];
  const sets: Example[][] = [];
  for (const [i, questions] of flags.questions.entries()) {
    opened.push(await openSet({ corpus: flags.corpus[i]!, questions, byWords: true }));
    sets.push(await examplesOf(opened[i]!));
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
  if (opened.length === 1) output.warn('the confidence stays: to learn it takes questions of another set');
  else {
    const byName = Object.fromEntries(names.map((name, i) => [name, rounded(weights[i]!, 3)]));
    const calibration = calibrate(await trialsOf(opened, byName), flags);
    output.write(calibrationLine(calibration));
    if (flags.out !== undefined)
      writeConfidence(join(flags.out, 'confidence.json'), CONFIDENCE_FEATURES, calibration);
  }
  return 0;
}

async function examplesOf({ archive, questions }: OpenSet): Promise<Example[]> {
  const examples: Example[] = [];
  for (const { kind, text, expected } of questions) {
    if (expected.length === 0) continue;
    const { ranked } = await archive.examine(kind, text, CANDIDATES);
    examples.push({
      group: expected[0]!.article,
      rows: ranked.map(({ signals }) => SIGNALS.map(({ name }) => signals?.[name] ?? 0)),
      right: ranked.map((citation) => expected.some((one) => isRight(citation, one))),
    });
  }
  return examples;
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

/** Leaves out each signal in turn: what the folds of all sets lose is what it is worth. */
function ablations(sets: readonly Example[][], names: readonly string[], options: Options): Row[] {
  return names.flatMap((name, column) => {
    if (options.fixed.has(column)) return [];
    const fixed = new Map([...options.fixed, [column, 0]]);
    const qualities = crossValidated(sets, names.length, { ...options, fixed });
    return qualities.map((quality, i) => [`without ${name}, set ${i + 1}`, quality] as const);
  });
}

function writeWeights(
  folder: string,
  names: readonly string[],
  weights: readonly number[],
  rows: readonly Row[],
): void {
  const trained = rows.map(([label, quality]) => trainedRow(label, quality));
  const byName = Object.fromEntries(names.map((name, i) => [name, rounded(weights[i]!, 3)]));
  writeTrained(join(folder, 'weights.json'), { trained, weights: byName });
}
