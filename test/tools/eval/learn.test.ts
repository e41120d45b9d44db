import { expect, test } from 'vitest';
import { crossValidated, type Example, foldOf, LEARN, learn, qualityOf } from '../../../tools/eval/learn.ts';

/** Two hundred questions of twenty articles: the right candidate has the most of the first signal; the second is noise. */
function world(): Example[] {
  const next = numbers();
  return Array.from({ length: 200 }, (_, i) => {
    const rows = Array.from({ length: 5 }, () => [next(), next()]);
    const most = Math.max(...rows.map(([first]) => first!));
    return { group: `article ${i % 20}`, rows, right: rows.map(([first]) => first === most) };
  });
}

/** Numbers from 0 to 1 without a pattern, the same each time (Park and Miller 1988). */
function numbers(): () => number {
  let state = 42;
  return () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

test('the signal that tells right from wrong gets the weight', () => {
  const [first, second] = learn(world(), 2);
  expect(first).toBeGreaterThan(1);
  expect(Math.abs(second!)).toBeLessThan(first! / 5);
});

test('the same examples give the same weights', () => {
  expect(learn(world(), 2)).toEqual(learn(world(), 2));
});

test('a weight that is set by hand stays', () => {
  expect(learn(world(), 2, { ...LEARN, fixed: new Map([[1, 3]]) })[1]).toBe(3);
});

test('a question without a right candidate is a miss, and nothing is learned from it', () => {
  const lost: Example = { group: 'x', rows: [[1, 0]], right: [false] };
  expect(qualityOf([lost], [1, 1])).toEqual({ p1: 0, hit5: 0, mrr10: 0 });
  expect(learn([...world(), lost], 2)).toEqual(learn(world(), 2));
});

test('an article is on one side of a fold only, and a seed makes another division', () => {
  expect(foldOf('article 1', 4, 1)).toBe(foldOf('article 1', 4, 1));
  const division = (seed: number) => Array.from({ length: 40 }, (_, i) => foldOf(`article ${i}`, 4, seed));
  expect(division(1)).not.toEqual(division(2));
  expect(new Set(division(1))).toEqual(new Set([0, 1, 2, 3]));
});

test('folds learn what holds for all', () => {
  const [quality] = crossValidated([world()], 2, { ...LEARN, folds: 3, seed: 1 });
  expect(quality!.p1).toBeGreaterThan(0.8);
  expect(quality!.hit5).toBe(1);
});
