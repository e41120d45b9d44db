import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Output } from '../../src/cli/output.ts';
import { positive, verb } from '../../src/cli/verb.ts';
import { readConfig } from '../../src/config.ts';
import { numberedDocuments } from '../../src/index/documents/document.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';
import { UsageError } from '../../src/usage-error.ts';
import { bench } from '../bench/bench.ts';
import { CONTENDERS } from '../bench/contenders.ts';
import { measureEngines } from '../bench/engines.ts';
import { type Grown, grow } from '../bench/grow.ts';
import { growing } from '../bench/growing.ts';
import { renderEngines, renderFigures, renderGrowth, renderWhole } from '../bench/table.ts';
import { isWhole, measureWhole, type WholeFigures, writeWhole } from '../bench/whole.ts';
import { workloadOf } from '../bench/workload.ts';
import { readQuestions } from '../eval/questions.ts';

export default verb(
  new Command('bench')
    .description('measure the index beside others, or archives with each engine')
    .option('--corpus <paths...>', 'the articles to grow an archive from (default: IBID_CORPUS)')
    .option('--questions <files...>', 'ask these (default: words of random sentences)')
    .option('--sentences <n...>', 'how large (default: 10000 100000)', positives)
    .option('--large', 'a million sentences as well (takes minutes, and 8 GB of memory)')
    .option('--only <names...>', 'these indexes; the first is what the others are compared with')
    .option('--engines', "Ibid's engines in whole archives as the bot has them, and what its thread costs")
    .option(
      '--whole',
      'whole questions, exact words and lists, as Discord asks for them, beside the search alone',
    )
    .option('--index <folder>', 'with --whole: keep the grown archives there, and use those that are there')
    .option('--seed <n>', 'another archive and other questions', positive, 1),
  run,
);

export interface BenchFlags {
  readonly corpus?: readonly string[];
  readonly questions?: readonly string[];
  readonly sentences?: readonly number[];
  readonly large?: boolean;
  readonly engines?: boolean;
  readonly whole?: boolean;
  readonly index?: string;
  readonly only?: readonly string[];
  readonly seed: number;
}

const SIZES = [10_000, 100_000];
const LARGE = 1_000_000;

/** Prints a table for each size: this index beside others, or an archive with each engine. */
export async function run(flags: BenchFlags, output: Output): Promise<number> {
  const names = flags.only ?? Object.keys(CONTENDERS);
  const unknown = names.find((name) => !(name in CONTENDERS));
  if (unknown) throw new UsageError(`--only: "${unknown}" is none of ${Object.keys(CONTENDERS).join(', ')}`);
  const folders = flags.corpus ?? [readConfig({}).corpus];
  const asked = flags.questions ?? [];
  const missing = asked.find((file) => !existsSync(file));
  if (missing) throw new UsageError(`--questions: there is no file at "${missing}"`);
  const articles = [];
  for (const folder of folders) articles.push(...(await readCorpus(folder, { exclude: asked })).articles);
  const documents = numberedDocuments(articles);
  if (documents.every(({ sentences }) => sentences.length === 0))
    throw new UsageError('--corpus: no sentence there to grow an archive from');
  const questions = asked.flatMap((file) =>
    readQuestions(readFileSync(file, 'utf8'), file, false).questions.map(({ text }) => text),
  );
  const sizes = flags.sentences ?? [...SIZES, ...(flags.large ? [LARGE] : [])];
  if (flags.whole) {
    const figures = await wholeOf(
      sizes,
      (size) => grow(documents, size, flags.seed),
      questions,
      flags,
      output,
    );
    output.write(`${renderWhole(figures)}\n`);
    return 0;
  }
  for (const sentences of sizes) {
    const grown = grow(documents, sentences, flags.seed);
    output.write(`${describe(grown)}\n`);
    const folder = mkdtempSync(join(tmpdir(), 'ibid-bench-'));
    const workload = workloadOf(grown, questions, flags.seed);
    try {
      if (flags.engines) {
        output.warn('… a whole archive with each engine');
        const engines = await measureEngines(grown.documents, workload.questions, folder);
        output.write(`${renderEngines(engines)}\n`);
      } else {
        const figures = await bench(names, grown, workload, folder, (what) => output.warn(`… ${what}`));
        output.write(`${renderFigures(figures)}\n`);
        output.warn('… a bot’s archive grows');
        output.write(`${renderGrowth(await growing(grown.documents, join(folder, 'growing')))}\n`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return 0;
}

/** Measures an archive of each size, by its size. Those in `--index` are kept. */
async function wholeOf(
  sizes: readonly number[],
  grownOf: (size: number) => Grown,
  questions: readonly string[],
  { index, seed }: Pick<BenchFlags, 'index' | 'seed'>,
  output: Output,
): Promise<Map<string, WholeFigures>> {
  const figures = new Map<string, WholeFigures>();
  for (const size of sizes) {
    const parent = index ?? mkdtempSync(join(tmpdir(), 'ibid-bench-'));
    const folder = join(parent, `${size}-${seed}`);
    try {
      if (!isWhole(folder)) writeWhole(grownOf(size), questions, seed, folder);
      output.warn(`… ${size} sentences`);
      figures.set(`${size} sentences`, await measureWhole(folder));
    } finally {
      if (index === undefined) rmSync(parent, { recursive: true, force: true });
    }
  }
  return figures;
}

function describe({ documents, real, heaps }: Grown): string {
  const sentences = documents.reduce((sum, document) => sum + document.sentences.length, 0);
  const curve = heaps.filter(({ words }, i) => words >= 10_000 || i === heaps.length - 1);
  return [
    `${sentences} sentences in ${documents.length} articles, ${Math.min(real, sentences)} of them real, the others grown`,
    `different words (Heaps): ${curve.map(({ words, different }) => `${different} in ${words}`).join(', ')}`,
  ].join('\n');
}

function positives(text: string, before: readonly number[] = []): number[] {
  return [...before, positive(text)];
}
