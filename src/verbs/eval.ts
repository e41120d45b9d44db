import type { Archive } from '../archive.ts';
import { rankOfFirstRight, unknownArticles } from '../eval/judge.ts';
import { type Measures, measuresOf, type Outcome, questionWord, type Shares } from '../eval/measures.ts';
import type { EvalQuestion } from '../eval/question-set.ts';
import { counted } from '../terminal/counted.ts';
import { visible } from '../terminal/visible.ts';
import { openSet, type SetFlags } from './open-set.ts';
import type { Output } from './output.ts';

export interface EvalFlags extends SetFlags {
  readonly json?: boolean;
  readonly limitQuestions?: number;
}

/** Asks every question through the same door as a user's, and measures what comes of it. */
export async function run(flags: EvalFlags, output: Output): Promise<number> {
  const set = await openSet(flags);
  const { archive } = set;
  const questions = set.questions.slice(0, flags.limitQuestions);
  if (!flags.json) warnOfUnknown(archive, questions, output);
  const warmUp = questions.slice(0, WARM_UP);
  for (const question of warmUp) outcomeOf(archive, question);
  const tick = await progress(questions.length);
  const outcomes = questions.map((question) => {
    const outcome = outcomeOf(archive, question);
    tick();
    return outcome;
  });
  tick.stop();
  const measures = measuresOf(outcomes);
  output.write(flags.json ? JSON.stringify(measures) : renderMeasures(measures, archive, warmUp.length));
  return 0;
}

/** Node compiles hot code within the first few dozen calls; users meet a process that has been running. */
const WARM_UP = 50;

/** A citation may be right down to this place. */
const DEPTH = 10;

function warnOfUnknown({ collection }: Archive, questions: readonly EvalQuestion[], output: Output): void {
  const unknown = unknownArticles(
    collection.documents.map(({ article }) => article),
    questions,
  );
  if (unknown.length === 0) return;
  const first = visible(unknown[0]!);
  output.warn(
    `${counted(unknown.length, 'expected article')} not in the archive, "${first}" for one: its questions count as wrong`,
  );
}

function outcomeOf(archive: Archive, { kind, text, expected }: EvalQuestion): Outcome {
  const began = performance.now();
  const { answer, ranked } = archive.examine(kind, text, DEPTH);
  const ms = performance.now() - began;
  return {
    word: kind === 'ask' ? questionWord(text) : kind.replace('-', ' '),
    answerable: expected.length > 0,
    rank: rankOfFirstRight(ranked, expected),
    refused: answer.status === 'not-found',
    ms,
  };
}

interface Tick {
  (): void;
  stop(): void;
}

/** A bar on stderr where somebody watches. */
async function progress(total: number): Promise<Tick> {
  if (!process.stderr.isTTY) return Object.assign(() => {}, { stop() {} });
  const { default: cliProgress } = await import('cli-progress');
  // Its own SIGINT handler would wait for the end of the loop: without one Ctrl-C ends at once.
  const bar = new cliProgress.SingleBar(
    { format: '{bar} {value}/{total} questions, {eta} s left', clearOnComplete: true, gracefulExit: false },
    cliProgress.Presets.shades_grey,
  );
  bar.start(total, 0);
  return Object.assign(() => bar.increment(), { stop: () => bar.stop() });
}

const COLUMNS = ['questions', 'answerable', 'P@1', 'hit@3', 'hit@5', 'MRR@10', 'refused', 'refused·none'];

export function renderMeasures(
  measures: Measures,
  archive: Pick<Archive, 'collection'>,
  warmUp: number,
): string {
  const { byKind, ms, ...all } = measures;
  const rows = [
    ['', ...COLUMNS],
    rowOf('all', all),
    ...Object.entries(byKind).map(([word, those]) => rowOf(word, those)),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  '),
  );
  return [
    `${counted(measures.questions, 'question')} over ${counted(archive.collection.documents.length, 'article')}`,
    '',
    ...table,
    '',
    'P@1 to MRR@10: of the answerable, the ranking before the threshold. refused: of the answerable (an error);',
    'refused·none: of those that the archive does not answer (right).',
    `ms per question: p50 ${ms.p50}  p95 ${ms.p95}  p99 ${ms.p99} (after ${counted(warmUp, 'question')} untimed, as warm-up)`,
  ].join('\n');
}

function rowOf(name: string, shares: Shares): string[] {
  const { questions, answerable, p1, hit3, hit5, mrr10, refusedAnswerable, refusedUnanswerable } = shares;
  const figures = [p1, hit3, hit5, mrr10, refusedAnswerable, refusedUnanswerable];
  return [name, String(questions), String(answerable), ...figures.map((share) => share?.toFixed(3) ?? '–')];
}
