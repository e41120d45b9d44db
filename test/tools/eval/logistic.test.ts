import { expect, test } from 'vitest';
import { areaUnderCurve, fitLogistic, probabilityBy } from '../../../tools/eval/logistic.ts';

/** One value from 0 to 9, right in as many of ten cases. */
const OBSERVATIONS = Array.from({ length: 100 }, (_, i) => ({
  values: [Math.floor(i / 10)],
  right: i % 10 < Math.floor(i / 10),
  weight: 10,
}));

test('what was right in half of the cases gets the probability of a half', () => {
  const model = fitLogistic(OBSERVATIONS);
  expect(probabilityBy(model, [5])).toBeCloseTo(0.5, 1);
  expect(probabilityBy(model, [9])).toBeGreaterThan(0.85);
  expect(probabilityBy(model, [0])).toBeLessThan(0.1);
});

test('an observation that weighs nothing changes nothing', () => {
  const model = fitLogistic(OBSERVATIONS);
  expect(fitLogistic([...OBSERVATIONS, { values: [0], right: true, weight: 0 }])).toEqual(model);
});

test('what tells all apart has finite weights', () => {
  const apart = [0, 1].flatMap((value) =>
    Array.from({ length: 5 }, () => ({ values: [value], right: value === 1, weight: 1 })),
  );
  for (const weight of fitLogistic(apart).weights) expect(Math.abs(weight)).toBeLessThan(50);
});

test('the area under the curve is the chance that the higher lies above the lower', () => {
  expect(areaUnderCurve([3, 4], [1, 2])).toBe(1);
  expect(areaUnderCurve([1, 2], [3, 4])).toBe(0);
  expect(areaUnderCurve([1, 3], [2])).toBe(0.5);
  expect(areaUnderCurve([1, 1], [1])).toBe(0.5);
});
