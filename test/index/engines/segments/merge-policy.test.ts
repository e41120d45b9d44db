import { expect, test } from 'vitest';
import { nextMerge } from '../../../../src/index/engines/segments/merge-policy.ts';

const sized = (left: number, removed = 0) => ({ left, removed });
const several = (count: number, left: number) => Array.from({ length: count }, () => sized(left));

test('few segments are left alone, ten of one size are merged', () => {
  expect(nextMerge([])).toBeUndefined();
  expect(nextMerge(several(9, 100))).toBeUndefined();
  expect(nextMerge([...several(9, 100), sized(5_000)])).toHaveLength(10);
});

test('a large one is not written again for the sake of small ones', () => {
  const large = sized(2_000_000);
  expect(nextMerge([large, ...several(9, 50)])).toBeUndefined();
  const merged = nextMerge([large, ...several(10, 50)]);
  expect(merged).toHaveLength(10);
  expect(merged).not.toContain(large);
});

test('neighbours only are merged: no document comes before one that was there before it', () => {
  expect(nextMerge([...several(9, 50), sized(2_000_000), ...several(9, 50)])).toBeUndefined();
  const last = several(10, 50);
  expect(nextMerge([...several(9, 50), sized(2_000_000), ...last])).toEqual(last);
});

test('ten are merged at once, however many there are', () => {
  const segments = several(60, 50_000);
  expect(nextMerge(segments)).toEqual(segments.slice(0, 10));
});

test('large ones stay as they are', () => {
  expect(nextMerge(several(30, 500_000))).toBeUndefined();
});

test('one that has lost more than a fifth is written again by itself', () => {
  const worn = sized(700, 300);
  expect(nextMerge([sized(1000, 100), worn])).toEqual([worn]);
});
