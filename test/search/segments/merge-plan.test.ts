import { expect, test } from 'vitest';
import { nextMerge } from '../../../src/search/segments/merge-plan.ts';

const sized = (left: number, removed = 0) => ({ left, removed });

test('few segments are left alone, ten of one size are merged', () => {
  const nine = Array.from({ length: 9 }, () => sized(100));
  expect(nextMerge([])).toBeUndefined();
  expect(nextMerge(nine)).toBeUndefined();
  expect(nextMerge([...nine, sized(5_000)])).toHaveLength(10);
});

test('a large one is not written again for the sake of small ones', () => {
  const large = sized(2_000_000);
  const merged = nextMerge([large, ...Array.from({ length: 10 }, () => sized(50))]);
  expect(merged).toHaveLength(10);
  expect(merged).not.toContain(large);
});

test('one that has lost more than a fifth is written again by itself', () => {
  const worn = sized(700, 300);
  expect(nextMerge([sized(1000, 100), worn])).toEqual([worn]);
});
