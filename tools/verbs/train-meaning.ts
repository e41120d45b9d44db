import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Output } from '../../src/cli/output.ts';
import { positive, verb } from '../../src/cli/verb.ts';
import { CONFIDENCE_FEATURES, MEANING_FEATURES } from '../../src/ranking/confidence-features.ts';
import { MEANING_SIGNALS } from '../../src/ranking/meaning.ts';
import { WEIGHTS } from '../../src/ranking/weights.ts';
import { calibrate } from '../eval/calibrate.ts';
import { isRight } from '../eval/judge.ts';
import { crossValidated, type Example, LEARN, learn, qualityOf } from '../eval/learn.ts';
import { type OpenSet, openSet } from '../eval/open-set.ts';
import { isOf } from '../eval/shapes.ts';
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
  new Command('train-meaning')
    .description(
      'learn how much what models say counts, and the confidence with it, from articles they were not trained on',
    )
    .requiredOption('--corpus <paths...>', 'the archive of each set')
    .requiredOption('--questions <files...>', 'the questions of each set')
    .option('--held <file>', 'articles that the models were not trained on, a line each (default: all)')
    .option(
      '--out <folder>',
      'write meaning.json and confidence-with-encoder.json (src/ranking holds what ibid uses)',
    )
    .option('--every <n>', 'take every nth question only', positive, 1)
    .option('--folds <n>', 'folds of articles', positive, 4)
    .option('--seed <n>', 'another division into folds', positive, 1),
  run,
);

export interface TrainMeaningFlags {
  readonly corpus: readonly string[];
  readonly questions: readonly string[];
  readonly held?: string;
  readonly out?: string;
  readonly every: number;
  readonly folds: number;
  readonly seed: number;
}

const CANDIDATES = 60;
/** The score by words, which stays as it is, and the signals of models. */
const COLUMNS = 1 + MEANING_SIGNALS.length;
const FIXED = new Map([[0, 1]]);
/** Models are asked, and have no say. */
const BY_WORDS = { ...WEIGHTS, ...Object.fromEntries(MEANING_SIGNALS.map((name) => [name, 0])) };

/**
 * Prints what models are worth on questions of held-out articles, by folds of them, and the weights of their signals; and with them, where
 * there are two sets or more and a cross-encoder, the confidence. `--out` writes both.
 */
export async function run(flags: TrainMeaningFlags, output: Output): Promise<number> {
  const held = flags.held === undefined ? undefined : new Set(readFileSync(flags.held, 'utf8').split('\n'));
  const sets: OpenSet[] = [];
  const examples: Example[][] = [];
  for (const [i, questions] of flags.questions.entries()) {
    const whole = await openSet({ corpus: flags.corpus[i]!, questions });
    const set = { ...whole, questions: everyNth(await heldOf(whole, held), flags.every) };
    sets.push(set);
    examples.push(await examplesOf(set));
    output.warn(`${questions}: ${set.questions.length} questions, ${examples[i]!.length} with an answer`);
  }
  const options = { ...LEARN, fixed: FIXED, folds: flags.folds, seed: flags.seed };
  const folded = crossValidated(examples, COLUMNS, options);
  for (const [i, questions] of flags.questions.entries()) {
    output.write(`${figuresOf(qualityOf(examples[i]!, [1, 0, 0, 0]))}  ${questions}, by words`);
    output.write(`${figuresOf(folded[i]!)}  ${questions}, ${flags.folds} folds`);
  }
  const [, ...learned] = learn(examples.flat(), COLUMNS, options);
  const weights = Object.fromEntries(MEANING_SIGNALS.map((name, i) => [name, rounded(learned[i]!, 3)]));
  output.write(JSON.stringify(weights));
  if (flags.out !== undefined) {
    const trained = flags.questions.map((file, i) => trainedRow(`${file}, ${flags.folds} folds`, folded[i]!));
    writeTrained(join(flags.out, 'meaning.json'), { trained, weights });
  }
  const hasCrossEncoder = examples.some((set) => set.some(({ rows }) => rows.some((row) => row[1] !== 0)));
  if (sets.length > 1 && hasCrossEncoder) {
    const calibration = calibrate(await trialsOf(sets, { ...WEIGHTS, ...weights }), flags);
    output.write(calibrationLine(calibration));
    if (flags.out !== undefined) {
      const features = [...CONFIDENCE_FEATURES, ...MEANING_FEATURES];
      writeConfidence(join(flags.out, 'confidence-with-encoder.json'), features, calibration);
    }
  }
  return 0;
}

/** Questions about held-out articles: an unanswerable one is about the article that its first sentence is of. */
async function heldOf(
  { archive, questions }: OpenSet,
  held: ReadonlySet<string> | undefined,
): Promise<OpenSet['questions']> {
  if (!held) return questions;
  const kept: OpenSet['questions'][number][] = [];
  for (const question of questions) {
    const [expected] = question.expected;
    if (expected ? held.has(expected.article) : await isFoundIn(archive, question, held)) kept.push(question);
  }
  return kept;
}

async function isFoundIn(
  archive: OpenSet['archive'],
  { kind, text }: OpenSet['questions'][number],
  held: ReadonlySet<string>,
): Promise<boolean> {
  const { ranked } = await archive.examine(kind, text, 1);
  return ranked.some(({ articleId }) => [...held].some((article) => isOf({ id: articleId }, { article })));
}

function everyNth<T>(list: readonly T[], n: number): T[] {
  return list.filter((_, i) => i % n === 0);
}

async function examplesOf({ archive, questions }: OpenSet): Promise<Example[]> {
  const examples: Example[] = [];
  for (const { kind, text, expected } of questions) {
    if (expected.length === 0) continue;
    const { ranked } = await archive.examine(kind, text, CANDIDATES, BY_WORDS);
    examples.push({
      group: expected[0]!.article,
      rows: ranked.map(({ score, signals = {} }) => [
        score,
        ...MEANING_SIGNALS.map((name) => signals[name] ?? 0),
      ]),
      right: ranked.map((citation) => expected.some((one) => isRight(citation, one))),
    });
  }
  return examples;
}
