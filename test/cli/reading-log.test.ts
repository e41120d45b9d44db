import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { logReading } from '../../src/cli/reading-log.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const MEGABYTE = 1024 * 1024;

function reading() {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => void lines.push(JSON.parse(line)) });
  const progress = { done: 0, all: 0 };
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  logReading({ opened, progress: () => progress }, log);
  return { lines, progress, open };
}

test('how far the archive is read is said every five seconds, until it is read', async () => {
  const { lines, progress, open } = reading();
  vi.advanceTimersByTime(4_999);
  expect(lines).toEqual([]);
  Object.assign(progress, { done: 80 * MEGABYTE, all: 200 * MEGABYTE });
  vi.advanceTimersByTime(1);
  expect(lines).toEqual([
    { level: 30, percent: 40, state: '80 of 200 MB, 16.0 MB/s, 8 s left', msg: 'reading the archive' },
  ]);
  vi.advanceTimersByTime(20_000);
  expect(lines).toHaveLength(5);
  open();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lines).toHaveLength(5);
  expect(vi.getTimerCount()).toBe(0);
});

test('of one that opens at once nothing is said', async () => {
  const { lines, open } = reading();
  open();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lines).toEqual([]);
});
