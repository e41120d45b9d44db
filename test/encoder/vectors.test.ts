import { expect, test } from 'vitest';
import { cosineOf, pooled, quantize, vectorCache } from '../../src/encoder/vectors.ts';

const vector = (...values: number[]) => quantize(Float32Array.from(values));

test('a vector is kept as 127 parts of its largest component', () => {
  expect([...vector(0.5, -1, 0.25, 0)]).toEqual([64, -127, 32, 0]);
});

test('a cosine is that of the vectors, whatever their length', () => {
  expect(cosineOf(vector(3, 0), vector(0.2, 0))).toBe(1);
  expect(cosineOf(vector(1, 0), vector(-7, 0))).toBe(-1);
  expect(cosineOf(vector(1, 0), vector(1, 1))).toBeCloseTo(Math.SQRT1_2, 6);
  const [a, b] = [
    [0.11, -0.4, 0.92, 0.3],
    [0.2, -0.1, 0.5, -0.6],
  ] as const;
  const exact = a.reduce((sum, value, i) => sum + value * b[i]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
  expect(cosineOf(vector(...a), vector(...b))).toBeCloseTo(exact, 2);
});

test('a vector of zeros is like none', () => {
  expect(cosineOf(vector(0, 0), vector(1, 0))).toBe(0);
});

test('tokens are pooled by their sum, which has the direction of their mean, or by the first', () => {
  const output = { data: Float32Array.of(1, 2, 10, 20, 100, 200), dims: [1, 3, 2] };
  expect([...pooled(output, 'mean')]).toEqual([111, 222]);
  expect([...pooled(output, 'cls')]).toEqual([1, 2]);
});

test('what is kept has a bound', () => {
  const cache = vectorCache();
  for (let i = 0; i < 100; i += 1) cache.set(`${i} ${'x'.repeat(100_000)}`, vector(1));
  expect(cache.size).toBe(41);
});
