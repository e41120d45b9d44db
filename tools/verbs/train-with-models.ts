import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Output } from '../../src/cli/output.ts';
import { positive, verb } from '../../src/cli/verb.ts';
import { CONFIDENCE_FEATURES, MEANING_FEATURES } from '../../src/ranking/confidence-features.ts';
import { WEIGHTS } from '../../src/ranking/weights.ts';
import { UsageError } from '../../src/usage-error.ts';
import { calibrate } from '../eval/calibrate.ts';
import { rankOfFirstRight } from '../eval/judge.ts';
import { type OpenSet, openSet } from '../eval/open-set.ts';
import { isOf } from '../eval/shapes.ts';
import { calibrationLine, writeConfidence } from '../eval/trained.ts';
import { type Trial, trialsOf } from '../eval/trials.ts';

export default verb(
  new Command('train-with-models')
    .description('learn the confidence that hears a cross-encoder, from articles that it was not trained on')
    .requiredOption('--corpus <paths...>', 'the archive of each set')
    .requiredOption('--questions <files...>', 'the questions of each set')
    .option('--held <file>', 'articles that the model was not trained on, a line each (default: all)')
    .option('--out <folder>', 'write confidence-with-encoder.json (src/ranking holds what ibid uses)')
    .option('--every <n>', 'take every nth question only', positive, 1)
    .option('--folds <n>', 'folds of articles', positive, 4)
    .option('--seed <n>', 'another division into folds', positive, 1),
  run,
);

export interface TrainWithModelsFlags {
  readonly corpus: readonly string[];
  readonly questions: readonly string[];
  readonly held?: string;
  readonly out?: string;
  readonly every: number;
  readonly folds: number;
  readonly seed: number;
}

/**
 * Prints P@1 of held-out articles' questions in the order of words, and with models; then learns the confidence with a cross-encoder, and
 * prints what it is worth beside one that doesn't hear it. Throws `UsageError` where there is no cross-encoder.
 */
export async function run(flags: TrainWithModelsFlags, output: Output): Promise<number> {
  if (flags.questions.length < 2) throw new UsageError('it takes two sets: one is asked of the other');
  const held = flags.held === undefined ? undefined : new Set(readFileSync(flags.held, 'utf8').split('\n'));
  const sets: OpenSet[] = [];
  for (const [i, questions] of flags.questions.entries()) {
    const where = { corpus: flags.corpus[i]!, questions };
    const byWords = await openSet({ ...where, byWords: true });
    const asked = (await heldOf(byWords, held)).filter((_, at) => at % flags.every === 0);
    const set = { ...(await openSet(where)), questions: asked };
    sets.push(set);
    const figures = [await precisionOf({ ...byWords, questions: asked }), await precisionOf(set)];
    output.write(`P@1 ${figures.map((p1) => p1.toFixed(4)).join(' by words, with models ')}  ${questions}`);
  }
  const trials = await trialsOf(sets, WEIGHTS);
  const hearing = trials.filter(({ values }) => values.length > CONFIDENCE_FEATURES.length);
  if (hearing.length === 0)
    throw new UsageError('no cross-encoder reads these questions: see ibid model list');
  const calibration = calibrate(hearing, flags);
  output.write(`with what it says: ${calibrationLine(calibration)}`);
  output.write(`without: ${calibrationLine(calibrate(hearing.map(deaf), flags))}`);
  if (flags.out !== undefined) {
    const features = [...CONFIDENCE_FEATURES, ...MEANING_FEATURES];
    writeConfidence(join(flags.out, 'confidence-with-encoder.json'), features, calibration);
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

async function precisionOf({ archive, questions }: OpenSet): Promise<number> {
  const answerable = questions.filter(({ expected }) => expected.length > 0);
  let right = 0;
  for (const { kind, text, expected } of answerable) {
    const { ranked } = await archive.examine(kind, text, 1);
    if (rankOfFirstRight(ranked, expected) === 1) right += 1;
  }
  return right / Math.max(1, answerable.length);
}

function deaf(trial: Trial): Trial {
  return { ...trial, values: trial.values.slice(0, CONFIDENCE_FEATURES.length) };
}
