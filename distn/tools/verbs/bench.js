import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { positive, verb } from '../../src/cli/verb.js';
import { readConfig } from '../../src/config.js';
import { numberedDocuments } from '../../src/index/documents/document.js';
import { readCorpus } from '../../src/ingest/read-corpus.js';
import { UsageError } from '../../src/usage-error.js';
import { bench } from '../bench/bench.js';
import { CONTENDERS } from '../bench/contenders.js';
import { measureEngines } from '../bench/engines.js';
import { grow } from '../bench/grow.js';
import { growing } from '../bench/growing.js';
import { renderEngines, renderFigures, renderGrowth } from '../bench/table.js';
import { workloadOf } from '../bench/workload.js';
import { readQuestions } from '../eval/questions.js';
export default verb(new Command('bench')
    .description('measure the index beside others, or archives with each engine')
    .option('--corpus <paths...>', 'the articles to grow an archive from (default: IBID_CORPUS)')
    .option('--questions <files...>', 'ask these (default: words of random sentences)')
    .option('--sentences <n...>', 'how large (default: 10000 100000)', positives)
    .option('--large', 'a million sentences as well (takes minutes, and 8 GB of memory)')
    .option('--only <names...>', 'these indexes; the first is what the others are compared with')
    .option('--engines', "Ibid's engines in whole archives as the bot has them, and what its thread costs")
    .option('--seed <n>', 'another archive and other questions', positive, 1), run);
const SIZES = [10_000, 100_000];
const LARGE = 1_000_000;
/** Prints a table for each size: this index beside others, or an archive with each engine. */
export async function run(flags, output) {
    const names = flags.only ?? Object.keys(CONTENDERS);
    const unknown = names.find((name) => !(name in CONTENDERS));
    if (unknown)
        throw new UsageError(`--only: "${unknown}" is none of ${Object.keys(CONTENDERS).join(', ')}`);
    const folders = flags.corpus ?? [readConfig({}).corpus];
    const asked = flags.questions ?? [];
    const missing = asked.find((file) => !existsSync(file));
    if (missing)
        throw new UsageError(`--questions: there is no file at "${missing}"`);
    const articles = [];
    for (const folder of folders)
        articles.push(...(await readCorpus(folder, { exclude: asked })).articles);
    const documents = numberedDocuments(articles);
    if (documents.every(({ sentences }) => sentences.length === 0))
        throw new UsageError('--corpus: no sentence there to grow an archive from');
    const questions = asked.flatMap((file) => readQuestions(readFileSync(file, 'utf8'), file, false).questions.map(({ text }) => text));
    for (const sentences of flags.sentences ?? [...SIZES, ...(flags.large ? [LARGE] : [])]) {
        const grown = grow(documents, sentences, flags.seed);
        output.write(`${describe(grown)}\n`);
        const folder = mkdtempSync(join(tmpdir(), 'ibid-bench-'));
        const workload = workloadOf(grown, questions, flags.seed);
        try {
            if (flags.engines) {
                output.warn('… a whole archive with each engine');
                const engines = await measureEngines(grown.documents, workload.questions, folder);
                output.write(`${renderEngines(engines)}\n`);
            }
            else {
                const figures = await bench(names, grown, workload, folder, (what) => output.warn(`… ${what}`));
                output.write(`${renderFigures(figures)}\n`);
                output.warn('… a bot’s archive grows');
                output.write(`${renderGrowth(await growing(grown.documents, join(folder, 'growing')))}\n`);
            }
        }
        finally {
            rmSync(folder, { recursive: true, force: true });
        }
    }
    return 0;
}
function describe({ documents, real, heaps }) {
    const sentences = documents.reduce((sum, document) => sum + document.sentences.length, 0);
    const curve = heaps.filter(({ words }, i) => words >= 10_000 || i === heaps.length - 1);
    return [
        `${sentences} sentences in ${documents.length} articles, ${Math.min(real, sentences)} of them real, the others grown`,
        `different words (Heaps): ${curve.map(({ words, different }) => `${different} in ${words}`).join(', ')}`,
    ].join('\n');
}
function positives(text, before = []) {
    return [...before, positive(text)];
}
