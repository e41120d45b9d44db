import { readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { collect } from '../../src/corpus/collection.ts';
import { connect } from '../../src/store/connection.ts';
import { openLiveCorpus } from '../../src/store/live-corpus.ts';
import { storeOfCorpus, withStore } from '../../src/store/read-corpus.ts';
import { folderOf } from '../corpus/folder.ts';
import { freshContent, refreshed } from './stored.ts';

const NONE = { added: [], changed: [], removed: [], unsettled: [] };

/** A folder that is followed; `look` says what has changed, and afterwards what is held is what a fresh read gives. */
async function world(data?: string) {
  const folder = await folderOf({ 'a.txt': 'One.', 'b.txt': 'Two.' });
  const place = data ?? join(await folderOf({}), 'data');
  const told: string[] = [];
  const live = await openLiveCorpus({ corpus: folder, data: place, tell: (note) => told.push(note) });
  onTestFinished(() => live.close());
  const look = async () => {
    const looked = await live.look();
    const { articles, problems, splits } = live.current();
    expect({ documents: collect(articles, splits).documents, problems }).toEqual(await freshContent(folder));
    return looked;
  };
  return {
    folder,
    told,
    look,
    location: storeOfCorpus(place, folder),
    at: (path: string) => join(folder, path),
  };
}

test('what has changed is taken, and nothing else is another', async () => {
  const { look, at } = await world();
  expect(await look()).toEqual({ changes: NONE, another: false });
  await writeFile(at('a.txt'), 'Another one.');
  await rm(at('b.txt'));
  await writeFile(at('c.txt'), 'Three.');
  const changes = { ...NONE, added: ['c.txt'], changed: ['a.txt'], removed: ['b.txt'] };
  expect(await look()).toEqual({ changes, another: true });
});

test('what another process has written into the store is taken, too', async () => {
  const { folder, look, location, at } = await world();
  await writeFile(at('a.txt'), 'Another one.');
  await rm(at('b.txt'));
  await withStore(location, expect.fail, (store) => refreshed(store, folder));
  expect(await look()).toEqual({
    changes: { ...NONE, changed: ['a.txt'], removed: ['b.txt'] },
    another: true,
  });
});

test('a problem without an article makes another corpus', async () => {
  const { look, at } = await world();
  await writeFile(at('c.txt'), '');
  expect((await look()).another).toBe(true);
});

test('a store that breaks while it is open is built again, and it is said', async () => {
  const { look, told, location, at } = await world();
  await writeFile(at('c.txt'), 'Three.');
  const connection = await connect(location);
  connection.exec('UPDATE files SET checksum = 0');
  connection.close();
  expect((await look()).changes.added).toEqual(['c.txt']);
  expect(told).toEqual([expect.stringMatching(/is built again: it was damaged/)]);
  await rm(at('c.txt'));
  expect((await look()).changes.removed).toEqual(['c.txt']);
});

test('where nothing can be kept it is followed all the same, and that is said', async () => {
  const { look, told, at } = await world(join(await folderOf({ file: 'in the way' }), 'file', 'data'));
  await writeFile(at('a.txt'), 'Another one.');
  expect((await look()).changes.changed).toEqual(['a.txt']);
  expect(told).toEqual([expect.stringMatching(/can't be used \(.+\): nothing is kept for the next start$/)]);
});

test('the next start takes everything out of the store', async () => {
  const { folder, location } = await world();
  expect(readdirSync(join(location, '..')).length).toBeGreaterThan(0);
  const live = await openLiveCorpus({ corpus: folder, data: join(location, '..'), tell: expect.fail });
  expect(live.current().articles.map(({ text }) => text)).toEqual(['One.', 'Two.']);
  live.close();
});
