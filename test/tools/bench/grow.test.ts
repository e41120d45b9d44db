import { expect, test } from 'vitest';
import { stem } from '../../../src/text/tokens/words.ts';
import { documentOf, lineOf } from '../../../tools/bench/document-file.ts';
import { grow } from '../../../tools/bench/grow.ts';
import { workloadOf } from '../../../tools/bench/workload.ts';
import { documentsOf } from '../../articles.ts';

const TEXT =
  'Troops entered Homs. Nobody was hurt in Latakia, the newspaper said.\n\nThe capital was quiet. Shopkeepers opened their shops, ministers travelled.';
const real = documentsOf(TEXT, 'Rain fell on the northern provinces. It stopped.', '');

test('a grown archive is as large as asked for, the real articles come first', () => {
  const { documents, real: given } = grow(real, 200, 1);
  expect(given).toBe(6);
  expect(documents.slice(0, 3).map(({ article }) => article)).toEqual(real.map(({ article }) => article));
  const sentences = documents.flatMap((document) => document.sentences);
  expect(sentences.length).toBeGreaterThanOrEqual(200);
  expect(sentences.length).toBeLessThan(206);
  expect(sentences.map(({ number }) => number)).toEqual(sentences.map((_, i) => i));
});

test('a small one is the beginning of the real one', () => {
  expect(grow(real, 3, 1).documents).toHaveLength(1);
});

test('between the sentences of a grown article stands what stood there, and paragraphs hold theirs', () => {
  for (const { article, paragraphs, sentences } of grow(real, 200, 2).documents) {
    let done = 0;
    for (const { start, end, paragraph } of sentences) {
      expect(article.text.slice(done, start).trim()).toBe('');
      expect(start).toBeGreaterThanOrEqual(paragraphs[paragraph]!.start);
      expect(end).toBeLessThanOrEqual(paragraphs[paragraph]!.end);
      done = end;
    }
  }
});

test('words are new, but fewer and fewer; the same seed grows the same', () => {
  const grown = grow(real, 3_000, 3);
  expect(grow(real, 3_000, 3)).toEqual(grown);
  expect(grow(real, 3_000, 4)).not.toEqual(grown);
  const { heaps, words } = grown;
  expect(new Set(words).size).toBe(words.length);
  expect(heaps.at(-1)!.different).toBe(words.length);
  const shares = heaps.map(({ words, different }) => different / words);
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
});

test('a document comes back from its line', () => {
  const { documents } = grow(real, 20, 1);
  const one = documents.at(-1)!;
  expect(documentOf(lineOf(one), one.sentences[0]!.document, one.sentences[0]!.number)).toEqual(one);
});

test('what is asked: given questions or words of a sentence, words typed wrong that are none, beginnings', () => {
  const grown = grow(real, 500, 5);
  const workload = workloadOf(grown, [], 1);
  expect(workload).toEqual(workloadOf(grown, [], 1));
  expect(workload.questions.every((question) => question.split(' ').length <= 6)).toBe(true);
  const stems = new Set(grown.words.map(stem));
  expect(workload.typos.length).toBeGreaterThan(0);
  for (const { typed, meant } of workload.typos) {
    expect(stems.has(stem(typed))).toBe(false);
    expect(stems.has(stem(meant))).toBe(true);
  }
  for (const prefix of workload.prefixes) expect(prefix).toHaveLength(3);
  expect(new Set(workloadOf(grown, ['Who left Homs?'], 1).questions)).toEqual(new Set(['left Homs']));
});
