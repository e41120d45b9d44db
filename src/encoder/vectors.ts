import { LRUCache } from 'lru-cache';
import type { ModelOutput } from './onnx.ts';

/**
 * A vector's direction in whole numbers: each component divided by 1/127 of the largest one, and rounded. That scale is the
 * vector's own and cancels out in a cosine, so it isn't kept.
 */
export type QuantizedVector = Int8Array;

const MAX_INT8 = 127;

/** All zeros stay so. */
export function quantize(vector: Float32Array): QuantizedVector {
  const largest = vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const scale = largest === 0 ? 0 : MAX_INT8 / largest;
  return Int8Array.from(vector, (value) => Math.round(value * scale));
}

/** -1 to 1; 0 where a vector is all zeros. */
export function cosineOf(a: QuantizedVector, b: QuantizedVector): number {
  let [product, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    product += a[i]! * b[i]!;
    squareA += a[i]! * a[i]!;
    squareB += b[i]! * b[i]!;
  }
  return product === 0 ? 0 : product / Math.sqrt(squareA * squareB);
}

/** The mean of all tokens' vectors, or the first one, of an output `[1, tokens, size]`. */
export function pooled({ data, dims }: ModelOutput, pooling: 'mean' | 'cls'): Float32Array {
  const [, tokens, size] = dims as [number, number, number];
  const sum = data.slice(0, size);
  if (pooling === 'mean')
    for (let token = 1; token < tokens; token += 1)
      for (let i = 0; i < size; i += 1) sum[i]! += data[token * size + i]!;
  return sum;
}

export type VectorCache = LRUCache<string, QuantizedVector>;

/** In bytes: some 8,000 sentences, what a few hundred questions meet. */
const MAX_CACHE_BYTES = 8 * 1024 * 1024;
/** Of a key, a vector and a list's entry, beside what they hold. */
const ENTRY_BYTES = 200;

/** Vectors of texts that were met, by the text as its model reads it; the least recently used ones go first. */
export function vectorCache(): VectorCache {
  return new LRUCache({
    maxSize: MAX_CACHE_BYTES,
    sizeCalculation: (vector, text) => ENTRY_BYTES + vector.length + text.length * 2,
  });
}
