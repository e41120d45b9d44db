import { medianOf, percentile } from './bench.js';
/** A table of all contenders: each figure, and in brackets its ratio to the first contender's. */
export function renderFigures(figures) {
    const [base] = figures;
    const rows = ROWS.map(([name, of, show]) => [
        name,
        ...figures.map((one) => {
            const value = of(one);
            const compared = of(base);
            if (value === undefined)
                return '–';
            const ratio = compared && one !== base && show !== share ? ` (${ratioOf(value / compared)})` : '';
            return `${show(value)}${ratio}`;
        }),
    ]);
    return tableOf([['', ...figures.map(({ name }) => name)], ...rows]);
}
/** A table of archives with each engine. */
export function renderEngines(figures) {
    const rows = ENGINE_ROWS.map(([name, of, show]) => [
        name,
        ...Array.from(figures.values(), (one) => show(of(one))),
    ]);
    return tableOf([['a whole archive', ...figures.keys()], ...rows]);
}
/** Aligns the first column left, the others right. */
function tableOf(rows) {
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
    return rows
        .map((row) => row
        .map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0])))
        .join('  '))
        .join('\n');
}
/** A line on how an archive took all those sentences at once. */
export function renderGrowth({ longest, p99, took }) {
    return `all of them saved in a bot's archive: answered after ${time(took)}; its event loop stood still for ${time(longest)} at most (99%: ${time(p99)})`;
}
const time = (ms) => (ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${Number(ms.toPrecision(3))} ms`);
const size = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const share = (value) => value.toFixed(2);
function ratioOf(ratio) {
    return ratio >= 0.095 ? `×${ratio.toFixed(2)}` : `×${ratio.toPrecision(2)}`.replace('0.', '.');
}
const ROWS = [
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
const ENGINE_ROWS = [
    ['opened, of CPU', ({ open }) => open, time],
    ['article changed, of CPU', ({ change }) => change, time],
    ['answers paused', ({ pause }) => pause, time],
    ['heap', ({ heap }) => heap, size],
    ['memory, resident', ({ resident }) => resident, size],
    ['question p50', ({ ask }) => medianOf(ask), time],
    ['question p99', ({ ask }) => percentile(ask, 0.99), time],
    ['thread adds, p50', ({ ask, askThread }) => medianOf(askThread.map((ms, i) => ms - ask[i])), time],
];
