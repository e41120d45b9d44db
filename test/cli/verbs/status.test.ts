import { expect, test } from 'vitest';
import { type KeptVectors, renderStatus, statusOf } from '../../../src/cli/verbs/status.ts';
import type { ArchiveStatus } from '../../../src/model/status.ts';

const HELD: ArchiveStatus = {
  ...{ engine: 'minisearch', articles: 400, sentences: 5_678, names: 0, undated: 0, repeated: 0, readAt: 0 },
  ...{ languages: [], publishers: [], problems: [] },
};

/** The lines on vectors. */
function linesOf(...vectors: KeptVectors[]): string[] {
  const text = renderStatus(statusOf('/news', HELD, { models: [], vectors }));
  return text.split('\n').filter((line) => line.startsWith('Vectors'));
}

test('status says how many sentences have a vector', () => {
  const model = 'multilingual-e5-small';
  expect(linesOf()).toEqual([]);
  expect(linesOf({ model })).toEqual(['Vectors     0 of 5,678 sentences (multilingual-e5-small)']);
  expect(linesOf({ model, kept: 1_234, past: 2_000, sentences: 5_000 })).toEqual([
    'Vectors     1,234 of 5,678 sentences (multilingual-e5-small)',
  ]);
});

test('and that no more of them get one', () => {
  expect(linesOf({ model: 'minilm', kept: 5_678, past: 5_678, sentences: 5_678 })).toEqual([
    'Vectors     5,678 of 5,678 sentences (minilm)',
  ]);
  expect(linesOf({ model: 'minilm', kept: 5_000, past: 5_678, sentences: 5_678 })).toEqual([
    'Vectors     5,000 of 5,678 sentences (minilm), all of its languages',
  ]);
});
