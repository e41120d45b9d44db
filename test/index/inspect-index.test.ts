import { rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../src/index/database/connection.ts';
import { indexLocation, markCorrupt, segmentFolder } from '../../src/index/database/open-database.ts';
import { openWriter } from '../../src/index/index-writer.ts';
import { inspectIndex } from '../../src/index/inspect-index.ts';
import { UsageError } from '../../src/usage-error.ts';
import { folderOf } from '../ingest/folder.ts';

/** The location of an index of two articles, built. */
async function builtIndex(): Promise<string> {
  const folder = await folderOf({
    'a.txt': 'Talven lies by the river. It is old.',
    'b.txt': 'Sollen burnt.',
  });
  const location = indexLocation(await folderOf({}));
  const writer = await openWriter(location);
  await writer.sync(folder);
  writer.close();
  return location;
}

const HOLDS = { articles: 2, sentences: 3 };

test('an index that is there says what it holds, and what would search it', async () => {
  const location = await builtIndex();
  const state = { state: 'complete', isBeingWritten: false };
  expect(await inspectIndex(location, {})).toEqual({ ...state, holds: { ...HOLDS, engine: 'minisearch' } });
  const settings = { miniSearchSentences: 2 };
  expect(await inspectIndex(location, settings)).toEqual({
    ...state,
    holds: { ...HOLDS, engine: 'segments' },
  });
});

test('there is none, only one of another version, or one that was not read to its end', async () => {
  const folder = await folderOf({});
  const location = indexLocation(folder);
  expect(await inspectIndex(location, {})).toEqual({ state: 'none', isBeingWritten: false });
  (await openWriter(indexLocation(folder, 'another version'))).close();
  expect(await inspectIndex(location, {})).toEqual({ state: 'earlier', isBeingWritten: false });
  (await openWriter(location)).close();
  expect(await inspectIndex(location, {})).toEqual({ state: 'partial', isBeingWritten: false });
});

test('one that is marked, one that is cut, and one without its segments are corrupt', async () => {
  const marked = await builtIndex();
  await markCorrupt(marked);
  expect(await inspectIndex(marked, {})).toMatchObject({ state: 'corrupt' });
  const cut = await builtIndex();
  await truncate(cut, 5_000);
  expect(await inspectIndex(cut, {})).toMatchObject({ state: 'corrupt' });
  const bare = await builtIndex();
  await rm(segmentFolder(bare), { recursive: true });
  expect(await inspectIndex(bare, {})).toMatchObject({ state: 'corrupt' });
});

test('one that is no file can’t be used', async () => {
  const location = indexLocation(await folderOf({}));
  (await openWriter(join(location, 'index.db'))).close();
  expect(await inspectIndex(location, {})).toMatchObject({ state: 'unavailable' });
});

test('while another connection writes it that is said, and what it holds all the same', async () => {
  const location = await builtIndex();
  const other = await connect(location);
  other.exec('BEGIN IMMEDIATE');
  expect(await inspectIndex(location, {})).toMatchObject({ isBeingWritten: true, holds: HOLDS });
  other.exec('ROLLBACK');
  expect(await inspectIndex(location, {})).toMatchObject({ isBeingWritten: false });
  other.close();
});

test('an engine that there is not is wrong use', async () => {
  await expect(inspectIndex(await builtIndex(), { engine: 'lucene' })).rejects.toThrow(UsageError);
});
