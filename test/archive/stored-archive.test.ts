import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { folderOf } from '../ingest/folder.ts';

const LARGE = 'The quarry of Sollen was closed on Friday, said the mason Ada Brunn. '.repeat(16_000);

/** An archive of more than a megabyte, its data folder, and what opening it says. */
async function world(data?: string) {
  const folder = await folderOf({ 'large.txt': LARGE, 'a.txt': 'Ma’asaran lies in the hills.' });
  const told: string[] = [];
  const place = data ?? join(await folderOf({}), 'data');
  const where = async (name: string) => {
    const archive = await openArchive({ corpus: folder, data: place, tell: (note) => told.push(note) });
    return (await archive.ask('where', name)).citations.map(({ quote }) => quote);
  };
  return { folder, data: place, told, where };
}

test('a large archive answers through its store as it does without', async () => {
  const { folder, data, told, where } = await world();
  const hills = ['Ma’asaran lies in the hills.'];
  expect(await where("Ma'asaran")).toEqual(hills);
  expect(await storesIn(data)).toHaveLength(1);
  expect(await where("Ma'asaran")).toEqual(hills);
  await writeFile(join(folder, 'a.txt'), 'Talven lies by the river.');
  expect(await where('Talven')).toEqual(['Talven lies by the river.']);
  expect(await where("Ma'asaran")).toEqual([]);
  expect(told).toEqual([]);
});

test('where nothing can be kept it answers all the same, and says so', async () => {
  const { where, told } = await world(join(await folderOf({ file: 'in the way' }), 'file', 'data'));
  expect(await where("Ma'asaran")).toHaveLength(1);
  expect(told).toEqual([expect.stringMatching(/^IBID_DATA: .+ can't be written \(ENOTDIR\)/)]);
});

test('a small archive is read faster than looked up: nothing is kept of it', async () => {
  const corpus = await folderOf({ 'a.txt': 'Ali left.' });
  const data = join(await folderOf({}), 'data');
  await openArchive({ corpus, data });
  await expect(readdir(data)).rejects.toThrow('ENOENT');
});

/** SQLite's own files beside them don't count. */
async function storesIn(data: string): Promise<string[]> {
  return (await readdir(data, { recursive: true })).filter((name) => name.endsWith('.db'));
}
