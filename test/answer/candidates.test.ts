import { expect, test } from 'vitest';
import { candidatesOf } from '../../src/answer/candidates.ts';
import { collect } from '../../src/index/documents/document.ts';
import { articleOf } from '../articles.ts';

const LEVELS = { sentence: 1, paragraph: 1, article: 1 };

test('sentences whose scores differ by how they were added up come as they are read', () => {
  const collection = collect([articleOf('A flood hit Tarmila.\n\nA flood struck Tarmila.')]);
  const hits = [0, 1].map((sentence) => ({ sentence, score: 3 + sentence * 1e-12, levels: LEVELS }));
  for (const found of [hits, hits.toReversed()]) {
    const candidates = candidatesOf(
      () => found,
      2,
      collection,
      () => [],
    );
    expect(candidates.map(({ sentence }) => sentence)).toEqual([0, 1]);
  }
});
