import { Command, Option } from 'commander';
import { progressBar } from '../../src/cli/progress.js';
import { counted } from '../../src/cli/terminal/counted.js';
import { visible } from '../../src/cli/terminal/visible.js';
import { positive, verb } from '../../src/cli/verb.js';
import { AUTO, ENGINES } from '../../src/index/engines/engines.js';
import { rankOfFirstRight, unknownArticles } from '../eval/judge.js';
import { calibrationOf, measuresOf, questionWord, } from '../eval/measures.js';
import { openSet } from '../eval/open-set.js';
export default verb(new Command('eval')
    .description('measure answers (JSONL or SQuAD)')
    .requiredOption('--questions <file>', 'the questions with their expected answers')
    .option('--corpus <path>', "the articles; a SQuAD file's own when left out")
    .option('--outside', 'the questions are about other things: silence is the right answer to all')
    .option('--calibration', 'compare confidence with what was right, as a diagram')
    .option('--limit-questions <n>', 'ask only the first n', positive)
    .addOption(new Option('--engine <name>', 'the index behind it (default: by the number of sentences)').choices([
    AUTO,
    ...Object.keys(ENGINES),
]))
    .option('--json', 'as one JSON object'), run);
/** Asks every question as a user would, and prints what came of it. */
export async function run(flags, output) {
    const set = await openSet(flags);
    const questions = set.questions
        .slice(0, flags.limitQuestions)
        .map((question) => (flags.outside ? { ...question, expected: [] } : question));
    if (!flags.json)
        await warnOfUnknown(set, questions, output);
    const warmUp = questions.slice(0, WARM_UP);
    for (const question of warmUp)
        await outcomeOf(set, question);
    const progress = await progressBar(questions.length, '{bar} {value}/{total} questions, {eta} s left');
    const outcomes = [];
    for (const question of questions) {
        outcomes.push(await outcomeOf(set, question));
        progress.update(outcomes.length);
    }
    progress.stop();
    const measures = measuresOf(outcomes);
    const bands = flags.calibration ? calibrationOf(outcomes) : undefined;
    if (flags.json)
        output.write(JSON.stringify({ ...measures, ...(bands && { calibration: bands }) }));
    else {
        const { articles } = await set.archive.status();
        output.write(renderMeasures(measures, articles, warmUp.length));
        if (bands)
            output.write(`\n${renderCalibration(bands)}`);
    }
    return 0;
}
/** Node compiles hot code within the first few dozen calls; users meet a process that has been running. */
const WARM_UP = 50;
/** Citations that are looked at. */
const DEPTH = 10;
async function warnOfUnknown({ archive }, questions, output) {
    const { articles } = await archive.articles();
    const unknown = unknownArticles(articles.map(({ article }) => article), questions);
    if (unknown.length === 0)
        return;
    const first = visible(unknown[0]);
    output.warn(`${counted(unknown.length, 'expected article')} not in the archive, "${first}" for one: its questions count as wrong`);
}
async function outcomeOf({ archive }, { kind, text, expected }) {
    const { answer, ranked, searchMs } = await archive.examine(kind, text, DEPTH);
    return {
        word: kind === 'ask' ? questionWord(text) : kind.replace('-', ' '),
        answerable: expected.length > 0,
        rank: rankOfFirstRight(ranked, expected),
        refused: answer.status !== 'found',
        silent: answer.status === 'not-found',
        confidence: answer.confidence,
        ms: answer.took_ms,
        searchMs,
    };
}
/** Shares, by the heads of their columns. */
const RANKING = {
    'P@1': 'p1',
    'hit@3': 'hit3',
    'hit@5': 'hit5',
    'MRR@10': 'mrr10',
    refused: 'refusedAnswerable',
    refused·right: 'refusedRight',
    refused·none: 'refusedUnanswerable',
};
const SHOWN = {
    right·shown: 'rightAndShown',
    wrong·shown: 'wrongAndShown',
    unsure: 'unsure',
    silent: 'silent',
    unsure·right: 'unsureRight',
    precision: 'shownPrecision',
    silent·none: 'silentUnanswerable',
};
/** Measures as a table; `articles`: how many the archive holds, `warmUp`: how many questions were asked untimed. */
export function renderMeasures(measures, articles, warmUp) {
    const { byKind, ms, searchMs, auc, ...all } = measures;
    const named = [['all', all], ...Object.entries(byKind)];
    return [
        `${counted(measures.questions, 'question')} over ${counted(articles, 'article')}`,
        '',
        ...table(named, RANKING),
        '',
        'P@1 to MRR@10: of the answerable, the ranking before the threshold. refused: of the answerable; refused·right: of those',
        'whose first sentence is right (an error); refused·none: of those that the archive does not answer (right).',
        '',
        ...table(named, SHOWN),
        '',
        'right·shown, wrong·shown, unsure, silent: of the answerable; unsure·right: of the unsure ones, those with the right sentence',
        'among the three that are shown. precision: right ones of all that is shown as an answer. silent·none: of those that the',
        'archive does not answer, those to which nothing is shown, not even as unsure.',
        '',
        `AUC of the confidence: right against wrong first sentences ${figure(auc.wrong)}, against unanswerable ${figure(auc.unanswerable)}`,
        `ms per question: p50 ${ms.p50}  p95 ${ms.p95}  p99 ${ms.p99} (after ${counted(warmUp, 'question')} untimed, as warm-up);`,
        `of the index alone p50 ${searchMs.p50}: a question takes ${((ms.p50 ?? 0) / (searchMs.p50 || 1)).toFixed(1)} times as long`,
    ].join('\n');
}
function table(named, columns) {
    const rows = [
        ['', 'questions', 'answerable', ...Object.keys(columns)],
        ...named.map(([name, shares]) => [
            name,
            String(shares.questions),
            String(shares.answerable),
            ...Object.values(columns).map((column) => figure(shares[column])),
        ]),
    ];
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
    return rows.map((row) => row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join('  '));
}
function figure(share) {
    return share?.toFixed(3) ?? '–';
}
const BAR = 40;
/** A reliability diagram: a bar is the share that was right, the mark what the confidence said. */
export function renderCalibration(bands) {
    const lines = bands.map(({ from, questions, said, right }) => {
        const bar = '█'.repeat(Math.round(right * BAR)).padEnd(BAR + 1, ' ');
        const mark = Math.round(said * BAR);
        const range = `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`;
        return `${range}  ${String(questions).padStart(6)}  ${said.toFixed(3)}  ${right.toFixed(3)}  ${bar.slice(0, mark)}│${bar.slice(mark + 1)}`.trimEnd();
    });
    const total = bands.reduce((sum, { questions }) => sum + questions, 0);
    const error = bands.reduce((sum, { questions, said, right }) => sum + questions * Math.abs(said - right), 0);
    return [
        'confidence  asked   said  right  (bar: right, │: said)',
        ...lines,
        `expected calibration error ${(error / Math.max(1, total)).toFixed(3)} (mean of |said - right|; Naeini et al. 2015)`,
    ].join('\n');
}
