import { expect, test } from 'vitest';
import { stateOfReading } from '../../src/cli/progress.ts';

const MB = 1024 * 1024;

test('what is done, how fast, and how long it will take', () => {
  expect(stateOfReading(840 * MB, 2048 * MB, 70_000)).toBe(', 840 of 2,048 MB, 12.0 MB/s, 1 min 41 s left');
  expect(stateOfReading(1 * MB, 36 * 1024 * MB, 1000)).toBe(', 1 of 36,864 MB, 1.0 MB/s, 10 h 14 min left');
  expect(stateOfReading(9 * MB, 10 * MB, 9000)).toBe(', 9 of 10 MB, 1.0 MB/s, 1 s left');
});

test('nobody can tell at the start', () => expect(stateOfReading(MB, 10 * MB, 500)).toBe(', 1 of 10 MB'));
