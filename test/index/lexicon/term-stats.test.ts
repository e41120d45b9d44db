import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { TermStats } from '../../../src/index/lexicon/term-stats.ts';
import type { Document } from '../../../src/model/article.ts';
import { documentsOf } from '../../articles.ts';

test('terms, names and ways of writing them make up its size, and go when they are taken out', () => {
  const counts = new TermStats();
  const [one, other] = documentsOf('They saw bread.', 'They saw BREAD.') as [Document, Document];
  counts.count(one);
  const before = counts.size;
  counts.count(other);
  expect(counts.terms.get('bread')!.spellings).toEqual(new Map(Object.entries({ bread: 1, BREAD: 1 })));
  expect(counts.size).toBeGreaterThan(before);
  counts.count(other, -1);
  expect(counts.terms.get('bread')!.spellings).toEqual(new Map([['bread', 1]]));
  const [terms, names] = [counts.terms, counts.names].map((map) => [...map.values()]);
  const spellings = [...terms!, ...names!].reduce((sum, { spellings }) => sum + spellings.size, 0);
  expect(counts.size).toBe(terms!.length + names!.length + spellings);
});

test('a long word that was counted does not hold the text that it stood in', () => {
  const collect = collector();
  const counts = new TermStats();
  const before = collect();
  for (let i = 0; i < 100; i++) counts.count(longText(`Massaranopolis${letters(i)}`));
  expect(counts.terms.size).toBeGreaterThan(100);
  expect(collect() - before).toBeLessThan(TEXT * 10);
});

/** Characters, each a byte in memory. */
const TEXT = 200_000;

/** The first sentence of a long text, as an article that was read. */
function longText(name: string): Document {
  const sentence = `The ${name.toLowerCase()} greeted ${name} (Organisation${name} Committee, OC).`;
  const [document] = documentsOf(sentence) as [Document];
  const text = Buffer.from(sentence.padEnd(TEXT, ' and so on')).toString();
  return { ...document, article: { ...document.article, text } };
}

function letters(number: number): string {
  return String(number).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
}

/** Bytes of the heap that are in use, garbage left aside. */
function collector(): () => number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
}
