import { expect, test } from 'vitest';
import { numberedDocuments } from '../../../src/index/documents/document.ts';
import { ENGINES, engineFor, MINISEARCH_SENTENCES } from '../../../src/index/engines/engines.ts';
import { UsageError } from '../../../src/usage-error.ts';
import { articleOf, articlesOf, indexOf } from '../../articles.ts';
import { engineContract } from './engine-contract.ts';
import { ListedSegments } from './listed-segments.ts';
import { sourceOf } from './source.ts';

for (const [name, open] of Object.entries(ENGINES)) {
  engineContract(name, (documents, accepts) => open(sourceOf(documents, accepts), undefined));
}

engineContract('segments in files', (documents, accepts) => {
  const listed = new ListedSegments(accepts);
  for (const document of documents) listed.write([document]);
  return listed.engine;
});

engineContract('segments in files, merged, one deleted', (documents, accepts) => {
  const listed = new ListedSegments(accepts);
  const gone = articleOf('Rain fell on Homs. Troops entered Latakia, the capital.', 9, { title: 'Rain' });
  const [deleted] = numberedDocuments([...documents.map(({ article }) => article), gone]).slice(-1);
  for (const document of [...documents, deleted!]) listed.write([document]);
  listed.remove(deleted!.number);
  listed.merge(0, 2);
  return listed.engine;
});

const names = Object.keys(ENGINES).join(', ');

test('an engine that is none is refused, and what there is said', () => {
  for (const engine of ['', 'Segments', 'constructor', 'opensearch 2']) {
    const message = `IBID_ENGINE must be one of auto, ${names}: it is "${engine}"`;
    expect(() => engineFor(1, { engine })).toThrow(new UsageError(message));
  }
});

test('auto takes MiniSearch up to a bound, and segments above it', () => {
  const chosen = (sentences: number, miniSearchSentences?: number) =>
    engineFor(sentences, { engine: 'auto', miniSearchSentences }).name;
  expect(chosen(0)).toBe('minisearch');
  expect(chosen(MINISEARCH_SENTENCES)).toBe('minisearch');
  expect(chosen(MINISEARCH_SENTENCES + 1)).toBe('segments');
  expect([chosen(3, 3), chosen(4, 3), chosen(1, 0)]).toEqual(['minisearch', 'segments', 'segments']);
  expect(engineFor(7, {}).name).toBe('minisearch');
});

test('an engine that is named is taken, whatever the size', () => {
  for (const engine of Object.keys(ENGINES)) {
    expect([1, 1e7].map((sentences) => engineFor(sentences, { engine }).name)).toEqual([engine, engine]);
  }
});

test('an index says which engine searches it', async () => {
  const articles = articlesOf('Rain fell. Snow fell.');
  expect((await indexOf(articles)).engine).toBe('minisearch');
  expect((await indexOf(articles, { miniSearchSentences: 1 })).engine).toBe('segments');
  await expect(indexOf(articles, { engine: 'none' })).rejects.toThrow(UsageError);
});
