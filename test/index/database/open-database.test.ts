import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CorruptIndexError, IndexUnavailableError } from '../../../src/index/database/errors.ts';
import {
  earlierIndex,
  indexLocation,
  markCorrupt,
  openForReading,
  openForWriting,
  removeEarlierIndexes,
  segmentFolder,
  setComplete,
} from '../../../src/index/database/open-database.ts';
import { FORMAT } from '../../../src/index/database/schema.ts';
import { folderOf } from '../../ingest/folder.ts';

async function written(location: string, complete = true): Promise<void> {
  const connection = await openForWriting(location);
  if (complete) setComplete(connection);
  connection.close();
}

test('an index is read once all files have been read', async () => {
  const location = join(await folderOf({}), 'deep', 'index.db');
  expect(await openForReading(location)).toBeUndefined();
  await written(location, false);
  expect(await openForReading(location)).toBeUndefined();
  await written(location);
  const connection = await openForReading(location);
  expect(connection).toBeDefined();
  connection!.close();
});

test('an index that is marked as corrupt is neither read nor written', async () => {
  const location = join(await folderOf({}), 'index.db');
  await written(location);
  await markCorrupt(location);
  await expect(openForReading(location)).rejects.toThrow(CorruptIndexError);
  await expect(openForWriting(location)).rejects.toThrow(CorruptIndexError);
});

test('where no index can be, that is another thing than corruption', async () => {
  const folder = await folderOf({ file: 'in the way' });
  await expect(openForWriting(join(folder, 'file', 'index.db'))).rejects.toThrow(IndexUnavailableError);
  await expect(openForWriting(folder)).rejects.toThrow(IndexUnavailableError);
});

test('an index that articles were read into otherwise has another file', async () => {
  const folder = await folderOf({});
  expect(indexLocation(folder)).toBe(indexLocation(folder));
  expect(indexLocation(folder, 'other versions')).not.toBe(indexLocation(folder));
});

test('the earlier index is the latest one of another version, and of this format', async () => {
  const folder = await folderOf({});
  const location = indexLocation(folder);
  const [older, newer] = ['older', 'newer'].map((versions) => indexLocation(folder, versions)) as [
    string,
    string,
  ];
  expect(earlierIndex(location)).toBeUndefined();
  const otherFormat = join(folder, `index-${FORMAT + 1}-01234567.db`);
  for (const path of [location, otherFormat, join(folder, 'articles.db')]) writeFileSync(path, '');
  expect(earlierIndex(location)).toBeUndefined();
  for (const path of [older, newer]) await written(path);
  utimesSync(older, 1, 1);
  expect(earlierIndex(location)).toBe(newer);
});

test('indexes of other versions and formats go a day after they were last written, and nothing else', async () => {
  const folder = await folderOf({});
  const location = indexLocation(folder);
  const other = indexLocation(folder, 'other versions');
  const newer = join(folder, `index-${FORMAT + 1}-01234567.db`);
  for (const path of [location, other, newer]) {
    await written(path);
    mkdirSync(segmentFolder(path));
  }
  writeFileSync(join(folder, 'edits.jsonl'), '');
  const now = Date.now();
  removeEarlierIndexes(location, now + 23 * 3_600_000);
  expect([other, newer].every((path) => existsSync(path) && existsSync(segmentFolder(path)))).toBe(true);
  removeEarlierIndexes(location, now + 25 * 3_600_000);
  const left = readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name));
  expect(left.sort()).toEqual(
    [
      'edits.jsonl',
      ...[location, segmentFolder(location)].map((path) => path.slice(folder.length + 1)),
    ].sort(),
  );
});
