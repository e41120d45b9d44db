import { writeFileSync } from 'node:fs';
import { mkdir, rename, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Store, Writing } from '../../src/index/documents/document-store.ts';
import { openMemoryStore } from '../../src/index/documents/open-store.ts';
import { type Changes, syncFiles } from '../../src/index/sync-files.ts';
import { filesOf } from '../../src/ingest/files/files.ts';
import { type Files, folderOf } from '../ingest/folder.ts';
import { freshContent, refreshed, storedContent, textsIn } from './stored.ts';

const NONE: Changes = { added: [], changed: [], removed: [], unsettled: [] };

/** A folder, and what refreshing its store says: afterwards the store holds what a fresh read does. */
async function world(files: Files) {
  const folder = await folderOf(files);
  const store = await openMemoryStore();
  onTestFinished(() => store.close());
  const changes = async () => {
    const seen = await refreshed(store, folder);
    expect(await storedContent(store, folder)).toEqual(await freshContent(folder));
    return seen;
  };
  return { folder, store, changes, at: (path: string) => join(folder, path) };
}

test('only what has changed is read', async () => {
  const { changes, at } = await world({ 'a.txt': 'One.', 'b/c.txt': 'Two.', 'd.txt': 'Three.' });
  expect(await changes()).toEqual({ ...NONE, added: ['a.txt', 'b/c.txt', 'd.txt'] });
  expect(await changes()).toEqual(NONE);
  await writeFile(at('a.txt'), 'Another one.');
  await unlink(at('d.txt'));
  await writeFile(at('e.md'), 'Four.');
  expect(await changes()).toEqual({ ...NONE, added: ['e.md'], changed: ['a.txt'], removed: ['d.txt'] });
  expect(await changes()).toEqual(NONE);
});

test('other times with the same content are no change', async () => {
  const { changes, at } = await world({ 'a.txt': 'One.' });
  await changes();
  await utimes(at('a.txt'), 1, 1);
  expect(await changes()).toEqual(NONE);
});

test('another content with the same size and time is a change', async () => {
  const { changes, at } = await world({ 'a.txt': 'One.' });
  await utimes(at('a.txt'), 1, 1);
  await changes();
  await writeFile(at('a.txt'), 'Two.');
  await utimes(at('a.txt'), 1, 1);
  expect(await changes()).toEqual({ ...NONE, changed: ['a.txt'] });
});

/** Syncs at these minutes a file that the system refuses to open with this code; returns when it was opened. */
async function openedAt(code: string, minutes: readonly number[], touchAt?: number): Promise<number[]> {
  const { folder, store, at } = await world({ 'a.txt': 'One.' });
  await utimes(at('a.txt'), 1, 1);
  const times: number[] = [];
  for (const minute of minutes) {
    if (minute === touchAt) await utimes(at('a.txt'), 2, 2);
    const open = () => {
      times.push(minute);
      throw Object.assign(new Error(code), { code });
    };
    const { files } = await filesOf(folder);
    await syncFiles(
      store,
      files.map((file) => ({ ...file, open })),
      { now: () => minute * 60_000 },
    );
    const { problems } = await storedContent(store, folder);
    expect(problems[0]).toEqual({ severity: 'error', path: 'a.txt', reason: expect.any(String) });
  }
  return times;
}

test('a file that may be read next time is read again after an hour, and each hour', async () => {
  expect(await openedAt('EMFILE', [0, 1, 59, 60, 61, 119, 120])).toEqual([0, 60, 120]);
});

test('a file that may be read next time is read again when it is touched', async () => {
  expect(await openedAt('EMFILE', [0, 1, 2, 3], 2)).toEqual([0, 2]);
});

test('a file that can’t be read is read once, touched or not', async () => {
  expect(await openedAt('EACCES', [0, 1, 60, 600], 60)).toEqual([0]);
});

test('a folder that is moved takes its articles along', async () => {
  const { changes, at } = await world({ 'old/a.txt': 'One.', 'old/deep/b.txt': 'Two.' });
  await changes();
  await rename(at('old'), at('new'));
  expect(await changes()).toEqual({
    ...NONE,
    added: ['new/a.txt', 'new/deep/b.txt'],
    removed: ['old/a.txt', 'old/deep/b.txt'],
  });
});

test('an id that was taken is free when its first article goes', async () => {
  const { changes, at, store } = await world({ 'a.md': 'One.', 'a.txt': 'Two.' });
  await changes();
  await unlink(at('a.md'));
  await changes();
  expect(await textsIn(store)).toEqual(['Two.']);
});

test('a file that can be read no more is a problem, once', async () => {
  const { changes, at } = await world({ 'a.txt': 'One.' });
  await changes();
  await unlink(at('a.txt'));
  await symlink('nowhere', at('a.txt'));
  expect(await changes()).toEqual({ ...NONE, removed: ['a.txt'] });
  expect(await changes()).toEqual(NONE);
});

test('files beyond those asked for stay as they were', async () => {
  const { folder, store, at } = await world({ 'a.txt': 'One.', 'b.txt': 'Two.' });
  await refreshed(store, folder);
  await writeFile(at('a.txt'), 'Another one.');
  await rm(at('b.txt'));
  const only = (path: string) => path === 'b.txt';
  expect(await refreshed(store, folder, { only })).toEqual({ ...NONE, removed: ['b.txt'] });
  expect(await refreshed(store, folder)).toEqual({ ...NONE, changed: ['a.txt'] });
});

test('a file that is being written is left as it was until it rests', async () => {
  const { folder, store, at } = await world({ 'a.txt': 'One.' });
  const titles = () => textsIn(store);
  await refreshed(store, folder);
  await writeFile(at('a.txt'), 'Half of the');
  await writeFile(at('new.txt'), 'The first');
  const settle = async () => {
    await writeFile(at('a.txt'), 'Half of the sentence.');
    await writeFile(at('new.txt'), 'The first half.');
  };
  expect(await refreshed(store, folder, { settle })).toEqual({ ...NONE, unsettled: ['a.txt', 'new.txt'] });
  expect(await titles()).toEqual(['One.']);
  expect(await refreshed(store, folder, { settle: async () => {} })).toEqual({
    ...NONE,
    added: ['new.txt'],
    changed: ['a.txt'],
  });
  expect(await titles()).toEqual(['Half of the sentence.', 'The first half.']);
});

test('a file that changes while it is read is left as it was, and the others are taken', async () => {
  const files = { 'a.txt': 'One.', 'b.txt': 'Two.', 'c.txt': 'Three.', 'd.txt': 'Four.' };
  const { folder, store, changes, at } = await world(files);
  await changes();
  for (const [path, text] of [
    ['a.txt', 'Another one.'],
    ['b.txt', 'Half of'],
    ['c.txt', 'A third.'],
  ] as const)
    await writeFile(at(path), text);
  await unlink(at('d.txt'));
  const restless: Store = {
    ...store,
    write(path) {
      const writing = store.write(path);
      const add: Writing['add'] = (item) => {
        if (path === 'b.txt') writeFileSync(at(path), 'Half of the sentence.');
        writing.add(item);
      };
      return { ...writing, add };
    },
  };
  const settled = { settle: async () => {}, batch: 1 };
  expect(await refreshed(restless, folder, settled)).toEqual({
    ...NONE,
    changed: ['a.txt', 'c.txt'],
    removed: ['d.txt'],
    unsettled: ['b.txt'],
  });
  expect(await textsIn(store)).toEqual(['Another one.', 'Two.', 'A third.']);
  expect(await changes()).toEqual({ ...NONE, changed: ['b.txt'] });
});

test('a large archive goes in over several transactions', async () => {
  const names = Array.from({ length: 24 }, (_, n) => `${n}.txt`);
  const { folder, store, changes } = await world(
    Object.fromEntries(names.map((name) => [name, 'Ali left.'])),
  );
  const commits = vi.spyOn(store, 'commit');
  expect((await refreshed(store, folder, { batch: 50 })).added).toHaveLength(24);
  expect(commits).toHaveBeenCalledTimes(5);
  expect(await changes()).toEqual(NONE);
});

const PATHS = ['a.txt', 'a.md', 'b.jsonl', 'c/d.txt', 'c/e.jsonl', 'c/f/a.md', 'c/f/é.txt', 'README.md'];

/** Some of the same length, some broken, some with the same id. */
const CONTENTS = [
  'Ali left. He came back.',
  'Ali left. He went away.',
  '---\ntitle: A title\npublished: 2020-01-27\n---\nText of it.',
  '---\ntitle: [broken\n---\nText of it.',
  '{"id":"x","text":"One line."}\n{"id":"x","text":"Again."}\nbroken\n{"text":"Last."}',
  '{"id":"y","text":"One line."}\n{"id":"x","text":"Again."}\nbroken\n{"text":"Last."}',
  '',
  Buffer.from([0xff, 0xfe, 0x41, 0x00]),
  Buffer.from('caf\xe9 in Latin', 'latin1'),
];

type Edit = (folder: string) => Promise<unknown>;

const pathOf = fc.constantFrom(...PATHS);

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(pathOf, fc.constantFrom(...CONTENTS)).map(
    ([path, content]): Edit =>
      async (folder) => {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      },
  ),
  pathOf.map(
    (path): Edit =>
      (folder) =>
        rm(join(folder, path), { force: true }),
  ),
  fc.constantFrom('c', 'c/f').map(
    (path): Edit =>
      (folder) =>
        rm(join(folder, path), { recursive: true, force: true }),
  ),
  fc.tuple(pathOf, pathOf).map(
    ([from, to]): Edit =>
      (folder) =>
        move(join(folder, from), join(folder, to)),
  ),
  fc.tuple(pathOf, fc.integer({ max: 1e9, min: 0 })).map(
    ([path, time]): Edit =>
      (folder) =>
        utimes(join(folder, path), time, time).catch(missing),
  ),
);

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to).catch(missing);
}

function missing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

test('however a folder is edited, the store holds what a fresh read does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edits, { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      async (rounds) => {
        const folder = await folderOf({ 'a.txt': 'Ali left. He came back.' });
        const store = await openMemoryStore();
        for (const round of rounds) {
          for (const edit of round) await edit(folder);
          await refreshed(store, folder);
          expect(await storedContent(store, folder)).toEqual(await freshContent(folder));
          const again = await refreshed(store, folder);
          expect(again).toEqual(NONE);
        }
        store.close();
        await rm(folder, { recursive: true });
      },
    ),
    { numRuns: 30 },
  );
});
