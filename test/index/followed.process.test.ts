import { cpSync, existsSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import type * as ArchiveWatcher from '../../src/archive/archive-watcher.ts';
import { archiveOver } from '../../src/archive/index-archive.ts';
import { archiveFolder } from '../../src/data-folder.ts';
import { connect } from '../../src/index/database/connection.ts';
import { indexLocation, segmentFolder } from '../../src/index/database/open-database.ts';
import type { Index } from '../../src/index/index.ts';
import { openWriter } from '../../src/index/index-writer.ts';
import type * as OpenIndex from '../../src/index/open-index.ts';
import { folderOf } from '../ingest/folder.ts';
import { freshContent } from './stored.ts';
import { ARTICLES, contentOf } from './synced-world.ts';

/** Threads run what is built. */
const { openIndex }: typeof OpenIndex = await import(
  join(dirname(dirname(inject('cli'))), 'index/open-index.js')
);

const { openFollowedArchive }: typeof ArchiveWatcher = await import(
  join(dirname(dirname(inject('cli'))), 'archive/archive-watcher.js')
);

/** A folder, and its index where it would be. */
async function world() {
  const folder = await folderOf(ARTICLES);
  const data = join(await folderOf({}), 'data');
  const told: string[] = [];
  return {
    folder,
    data,
    told,
    location: indexLocation(archiveFolder(data, folder)),
    at: (path: string) => join(folder, path),
    async follow() {
      const index = await openIndex({
        corpus: folder,
        data,
        tell: (note) => told.push(note),
        followed: true,
      });
      onTestFinished(() => index.close());
      return index;
    },
    /** The index holds what reading the folder gives. */
    expectFresh: async (index: Index) => expect(await contentOf(index)).toEqual(await freshContent(folder)),
  };
}

test('an index that is followed syncs in a thread', async () => {
  const { follow, at, expectFresh, told } = await world();
  const index = await follow();
  await expectFresh(index);
  await writeFile(at('d.txt'), 'Three came to Talven.');
  expect((await index.sync()).changes.added).toEqual(['d.txt']);
  await expectFresh(index);
  expect(told).toEqual([]);
});

test('the data folder deleted while an index is followed: the next sync builds it again, and says so', async () => {
  const { data, follow, at, location, expectFresh, told } = await world();
  const index = await follow();
  // From now on the thread has it open.
  await index.sync();
  rmSync(data, { recursive: true });
  await rm(at('a.txt'));
  expect((await index.sync()).changed).toBe(true);
  await expectFresh(index);
  expect(existsSync(location)).toBe(true);
  expect(told).toEqual([
    expect.stringMatching(/^rebuilding the index of .+: its file was deleted while Ibid ran$/),
  ]);
  await writeFile(at('d.txt'), 'Three came to Talven.');
  expect((await index.sync()).changes.added).toEqual(['d.txt']);
  await expectFresh(index);
});

test('an index that turns out to be corrupt is built again by the next sync', async () => {
  const { follow, expectFresh, told } = await world();
  const index = await follow();
  await index.sync();
  await index.markCorrupt();
  await index.sync();
  await expectFresh(index);
  expect(told).toEqual([
    expect.stringMatching(/^rebuilding the index of .+: something in it was found to be corrupt$/),
  ]);
});

test('a text that turns out to be corrupt fails its question, and a followed archive is built again at once', async () => {
  const { folder, data, told, location } = await world();
  const open = () =>
    openFollowedArchive({ corpus: folder, data, tell: (note) => told.push(note), engine: 'segments' });
  await (await open()).close();
  const connection = await connect(location);
  connection.exec('UPDATE texts SET checksum = 0');
  connection.close();
  const { archive, follow, close } = await open();
  onTestFinished(close);
  const added: string[] = [];
  follow({
    watch: 'on',
    role() {},
    vectors() {},
    changed: (changes) => added.push(...changes.added),
    failed: (error) => told.push(`failed: ${error}`),
  });
  await expect(archive.ask('where', 'Talven')).rejects.toMatchObject({ name: 'CorruptIndexError' });
  await vi.waitUntil(() => added.length > 0, { timeout: 120_000 });
  expect((await archive.ask('where', 'Talven')).status).toBe('found');
  expect(told).toEqual([
    'the index is corrupt: it is built again',
    expect.stringMatching(/^rebuilding the index of .+: something in it was found to be corrupt$/),
  ]);
});

/** An index that an earlier version of Ibid has left, of the folder as it is now. */
async function leaveEarlier({ folder, data, location }: { folder: string; data: string; location: string }) {
  const writer = await openWriter(location);
  await writer.sync(folder);
  writer.close();
  const earlier = indexLocation(archiveFolder(data, folder), 'other versions');
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(`${location}${suffix}`)) cpSync(`${location}${suffix}`, `${earlier}${suffix}`);
    rmSync(`${location}${suffix}`, { force: true });
  }
  cpSync(segmentFolder(location), segmentFolder(earlier), { recursive: true });
  rmSync(segmentFolder(location), { recursive: true });
  return earlier;
}

test('an index of an earlier version answers while the new one is built', async () => {
  const options = await world();
  const { follow, at, expectFresh, told, location } = options;
  const earlier = await leaveEarlier(options);
  await rm(at('a.txt'));
  const index = await follow();
  expect(existsSync(location)).toBe(false);
  expect(told).toEqual([expect.stringMatching(/^rebuilding the index: .+; the old one answers meanwhile$/)]);
  const archive = archiveOver(index);
  const found = async (name: string) => (await archive.ask('where', name)).status;
  expect(await found('Ma’asaran')).toBe('found');
  expect((await archive.status()).problems).toHaveLength(1);
  const synced = index.sync();
  expect(await found('Ma’asaran')).toBe('found');
  expect((await synced).changed).toBe(true);
  expect(await found('Ma’asaran')).toBe('not-found');
  await expectFresh(index);
  expect(existsSync(earlier)).toBe(true);
});

test('it answers also where building the new one was interrupted', async () => {
  const options = await world();
  const { follow, at, expectFresh, location } = options;
  await leaveEarlier(options);
  const writer = await openWriter(location);
  writer.close();
  await rm(at('a.txt'));
  const index = await follow();
  expect((await archiveOver(index).ask('where', 'Ma’asaran')).status).toBe('found');
  await index.sync();
  await expectFresh(index);
});

test('where it can’t be read the new one is built at once', async () => {
  const options = await world();
  const { follow, expectFresh } = options;
  const earlier = await leaveEarlier(options);
  await writeFile(earlier, 'no database at all '.repeat(500));
  await expectFresh(await follow());
});
