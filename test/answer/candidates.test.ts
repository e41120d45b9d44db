import { expect, test } from 'vitest';
import { candidatesOf } from '../../src/answer/candidates.ts';
import { GatheredDocuments } from '../../src/index/gathered-documents.ts';
import { articlesOf, indexOf } from '../articles.ts';

const LEVELS = { sentence: 1, paragraph: 1, article: 1 };

test('sentences whose scores differ by how they were added up come as they are read', async () => {
  const index = await indexOf(articlesOf('A flood hit Tarmila.\n\nA flood struck Tarmila.'));
  const hits = [0, 1].map((sentence) => ({
    sentence,
    document: 0,
    score: 3 + sentence * 1e-12,
    levels: LEVELS,
  }));
  for (const found of [hits, hits.toReversed()]) {
    const candidates = await candidatesOf(async () => found, 2, new GatheredDocuments(index));
    expect(candidates.map(({ sentence }) => sentence)).toEqual([0, 1]);
  }
});
