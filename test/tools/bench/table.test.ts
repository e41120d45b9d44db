import { expect, test } from 'vitest';
import type { Figures } from '../../../tools/bench/bench.ts';
import { renderEngines, renderFigures } from '../../../tools/bench/table.ts';

const figures = (name: string, times: number): Figures => ({
  name,
  build: 2000 * times,
  disk: 4e6 * times,
  open: 100 * times,
  memory: 5e7 * times,
  ask: [1, 2, 3].map((ms) => ms * times),
  typo: undefined,
  typoHits: undefined,
  prefix: [0.5 * times],
  add: undefined,
  answer: undefined,
  remove: undefined,
});

test('each figure stands beside its ratio to the first, and a dash where something cannot be done', () => {
  const lines = renderFigures([figures('one', 1), figures('other', 0.01)]).split('\n');
  const rowOf = (name: string) => lines.find((line) => line.startsWith(name))!.replace(/ {2,}/g, '|');
  expect(lines[0]).toMatch(/^ +one +other$/);
  expect(rowOf('build')).toBe('build, of CPU|2.0 s|20 ms (×.010)');
  expect(rowOf('question p50')).toBe('question p50|2 ms|0.02 ms (×.010)');
  expect(rowOf('typo p50')).toBe('typo p50|–|–');
});

test('an engine stands beside the other, with what the thread adds to each question', () => {
  const engine = (ask: readonly number[]) => ({
    ...{ open: 200, change: 55, pause: 24, heap: 22.5e6, resident: 142e6 },
    ...{ ask, askThread: ask.map((ms) => ms + 0.15) },
  });
  const lines = renderEngines(
    new Map([
      ['minisearch', engine([1, 2, 3])],
      ['segments', engine([0.1, 0.2, 0.3])],
    ]),
  ).split('\n');
  expect(lines[0]).toMatch(/^a whole archive +minisearch +segments$/);
  expect(lines).toContainEqual(expect.stringMatching(/^question p50 +2 ms +0\.2 ms$/));
  expect(lines).toContainEqual(expect.stringMatching(/^thread adds, p50 +0\.15 ms +0\.15 ms$/));
});
