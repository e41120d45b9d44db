import { type Figures, medianOf, percentile } from './bench.ts';
import type { EngineFigures } from './engines.ts';
import type { Growth } from './growing.ts';
import type { WholeFigures } from './whole.ts';

/** A table of all contenders: each figure, and in brackets its ratio to the first contender's. */
export function renderFigures(figures: readonly Figures[]): string {
  const [base] = figures;
  const rows = ROWS.map(([name, of, show]) => [
    name,
    ...figures.map((one) => {
      const value = of(one);
      const compared = of(base!);
      if (value === undefined) return '–';
      const ratio = compared && one !== base && show !== share ? ` (${ratioOf(value / compared)})` : '';
      return `${show(value)}${ratio}`;
    }),
  ]);
  return tableOf([['', ...figures.map(({ name }) => name)], ...rows]);
}

/** A table of archives with each engine. */
export function renderEngines(figures: ReadonlyMap<string, EngineFigures>): string {
  const rows = ENGINE_ROWS.map(([name, of, show]) => [
    name,
    ...Array.from(figures.values(), (one) => show(of(one)!)),
  ]);
  return tableOf([['a whole archive', ...figures.keys()], ...rows]);
}

/** A table of what whole archives of several sizes cost: of CPU, median and 99 %. */
export function renderWhole(figures: ReadonlyMap<string, WholeFigures>): string {
  const both = (values: readonly number[]) =>
    `${time(medianOf(values)!)}, ${time(percentile(values, 0.99)!)}`;
  const rows = WHOLE_ROWS.map(([name, of]) => [
    name,
    ...Array.from(figures.values(), (one) => both(of(one))),
  ]);
  const all = [...figures.values()];
  return tableOf([
    ['of CPU: median, 99 %', ...figures.keys()],
    ['opened', ...all.map(({ open }) => time(open))],
    ...rows,
    [
      'a question beside its searches',
      ...all.map(({ questions, searches }) => ratioOf(medianOf(questions)! / medianOf(searches)!)),
    ],
    ['memory, resident', ...all.map(({ memory }) => size(memory))],
  ]);
}

const WHOLE_ROWS: readonly (readonly [string, (of: WholeFigures) => readonly number[]])[] = [
  ['question', ({ questions }) => questions],
  ['its searches alone', ({ searches }) => searches],
  ['exact words', ({ phrases }) => phrases],
  ['… function words alone', ({ commonPhrases }) => commonPhrases],
  ['… that no text holds', ({ absentPhrases }) => absentPhrases],
  ['articles about a name', ({ articles }) => articles],
  ['… and their facets', ({ facets }) => facets],
  ['suggestions for three letters', ({ beginnings }) => beginnings],
];

/** Aligns the first column left, the others right. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[0]!)))
        .join('  '),
    )
    .join('\n');
}

/** A line on how an archive took all those sentences at once. */
export function renderGrowth({ longest, p99, took }: Growth): string {
  return `all of them saved in a bot's archive: answered after ${time(took)}; its event loop stood still for ${time(longest)} at most (99%: ${time(p99)})`;
}

const time = (ms: number) => (ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${Number(ms.toPrecision(3))} ms`);
const size = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const share = (value: number) => value.toFixed(2);

function ratioOf(ratio: number): string {
  return ratio >= 0.095 ? `×${ratio.toFixed(2)}` : `×${ratio.toPrecision(2)}`.replace('0.', '.');
}

const ROWS: readonly (readonly [string, (of: Figures) => number | undefined, (value: number) => string])[] = [
  ['build, of CPU', ({ build }) => build, time],
  ['disk', ({ disk }) => disk, size],
  ['open', ({ open }) => open, time],
  ['memory, open', ({ memory }) => memory, size],
  ['question p50', ({ ask }) => medianOf(ask), time],
  ['question p95', ({ ask }) => percentile(ask, 0.95), time],
  ['question p99', ({ ask }) => percentile(ask, 0.99), time],
  ['typo p50', ({ typo }) => typo && medianOf(typo), time],
  ['typo found', ({ typoHits }) => typoHits, share],
  ['prefix p50', ({ prefix }) => prefix && medianOf(prefix), time],
  ['article added', ({ add }) => add, time],
  ['and first asked for', ({ answer }) => answer, time],
  ['article removed', ({ remove }) => remove, time],
];

const ENGINE_ROWS: readonly (readonly [
  string,
  (of: EngineFigures) => number | undefined,
  (value: number) => string,
])[] = [
  ['opened, of CPU', ({ open }) => open, time],
  ['article changed, of CPU', ({ change }) => change, time],
  ['answers paused', ({ pause }) => pause, time],
  ['heap', ({ heap }) => heap, size],
  ['memory, resident', ({ resident }) => resident, size],
  ['question p50', ({ ask }) => medianOf(ask), time],
  ['question p99', ({ ask }) => percentile(ask, 0.99), time],
  ['thread adds, p50', ({ ask, askThread }) => medianOf(askThread.map((ms, i) => ms - ask[i]!)), time],
];
