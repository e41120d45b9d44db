import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LENGTH_OF_NORM, normOf } from '../../../../src/index/engines/segments/postings/norms.ts';
import {
  PostingsReader,
  type TermOccurrences,
  writeArticle,
} from '../../../../src/index/engines/segments/postings/postings.ts';
import { ByteReader, ByteWriter } from '../../../../src/index/engines/segments/postings/varint.ts';
import { TopK } from '../../../../src/index/engines/segments/scoring/top-k.ts';

test('numbers come back as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(300), fc.nat(0xffffffff))), (numbers) => {
      const writer = new ByteWriter(1);
      for (const number of numbers) writer.varint(number);
      const reader = new ByteReader(writer.written());
      expect(numbers.map(() => reader.varint())).toEqual(numbers);
      expect(reader.at).toBe(writer.length);
    }),
  );
});

/** Ordinals to frequencies, and how often the title has the term; together at least once. */
const occurrences = fc
  .record({
    places: fc.uniqueArray(fc.nat(400), { maxLength: 6 }),
    times: fc.integer({ min: 1, max: 300 }),
    title: fc.nat(2),
  })
  .filter(({ places, title }) => places.length + title > 0)
  .map(({ places, times, title }): TermOccurrences => {
    const ordinals = places.sort((a, b) => a - b);
    const frequencies = ordinals.map((_, i) => (i % 2 === 0 ? 1 : times));
    const frequency = title + frequencies.reduce((sum, one) => sum + one, 0);
    return { count: ordinals.length, ordinals, frequencies, frequency };
  });

test('postings come back as they were written', () => {
  const articles = fc.uniqueArray(fc.record({ article: fc.nat(100_000), found: occurrences }), {
    selector: ({ article }) => article,
  });
  fc.assert(
    fc.property(articles, (list) => {
      const written = list.sort((a, b) => a.article - b.article);
      const writer = new ByteWriter();
      const sentences = new ByteWriter();
      let next = 0;
      for (const { article, found } of written) {
        writeArticle(article - next, found, writer, sentences);
        next = article + 1;
      }
      const reader = new PostingsReader({ bytes: writer.bytes, start: 0, end: writer.length });
      for (const { article, found } of written) {
        expect(reader.next()).toBe(true);
        const ordinals: number[] = [];
        const frequencies: number[] = [];
        const frequency = reader.sentences((ordinal, times) => {
          ordinals.push(ordinal);
          frequencies.push(times);
        });
        expect({
          article: reader.article,
          found: { frequency, count: ordinals.length, ordinals, frequencies },
        }).toEqual({
          article,
          found,
        });
      }
      expect(reader.next()).toBe(false);
    }),
  );
});

test('a length in one byte is exact up to 128, and 3% off at most up to 60,000', () => {
  for (let length = 0; length <= 60_000; length++) {
    const decoded = LENGTH_OF_NORM[normOf(length)]!;
    expect(Math.abs(decoded - length)).toBeLessThanOrEqual(length <= 128 ? 0 : length * 0.03);
  }
  expect(normOf(1e9)).toBe(255);
});

test('the best few are those that sorting all would put first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(12), (numbers, limit) => {
      const top = new TopK<number>(limit, (a, b) => a > b);
      for (const number of numbers) top.add(number);
      const expected = [...numbers].sort((a, b) => b - a).slice(0, limit);
      expect(top.sorted()).toEqual(expected);
      expect(top.worst).toBe(numbers.length < limit ? undefined : expected.at(-1));
    }),
  );
});
