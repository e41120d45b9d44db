import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect, IndexUnavailableError } from '../../../src/index/database/connection.ts';
import { FORMAT, openStore } from '../../../src/index/documents/open-store.ts';
import { withStore } from '../../../src/index/documents/with-store.ts';
import { UsageError } from '../../../src/usage-error.ts';
import { folderOf } from '../../ingest/folder.ts';
import { freshContent, refreshed, storedContent } from '../stored.ts';

const FILES = {
  'a.txt': 'Ali left. \ud83d\ude00 He came back.\n\nThen “she” left.',
  'b/c.jsonl': [
    '{"id":1,"text":"Half a pair: \\ud800. It stays.","title":"One","published":"2020-01-27","tags":["x"]}',
    'broken',
    '{"id":1,"text":"The same id."}',
    '{"text":"No id.","published":"yesterday"}',
  ].join('\n'),
  'empty.txt': '',
};

/** A folder of articles, a store of it that has been closed, and all that was told since. */
async function kept() {
  const folder = await folderOf(FILES);
  const location = join(await folderOf({}), 'deep', 'articles.db');
  const told: string[] = [];
  const open = () =>
    withStore(location, { tell: (note) => told.push(note) }, async (store) => {
      const changes = await refreshed(store, folder);
      return { changes, content: await storedContent(store, folder) };
    });
  await open();
  return { folder, location, told, open };
}

test('what was read comes back from the store, word for word, spans and problems too', async () => {
  const { folder, open, told } = await kept();
  const { changes, content } = await open();
  expect(changes).toEqual({ added: [], changed: [], removed: [], unsettled: [] });
  expect(content).toEqual(await freshContent(folder));
  expect(content.problems).toHaveLength(4);
  expect(told).toEqual([]);
});

test('a store of a newer Ibid is refused, and left alone', async () => {
  const { location } = await kept();
  const connection = await connect(location);
  const { checksumOf } = await import('../../../src/index/database/encoding.ts');
  connection.exec(
    `PRAGMA user_version = ${FORMAT + 1}; PRAGMA application_id = ${checksumOf(FORMAT + 1) | 0}`,
  );
  connection.close();
  const before = readFileSync(location);
  await expect(openStore(location)).rejects.toThrow(
    new UsageError(
      `${location} was written by a newer Ibid (format ${FORMAT + 1}; this one knows ${FORMAT}): update Ibid, or delete that file.`,
    ),
  );
  expect(readFileSync(location).equals(before)).toBe(true);
});

test('what was read by other code is read again, and it is said', async () => {
  const { location } = await kept();
  const told: string[] = [];
  const store = await openStore(location, {
    fingerprint: Buffer.from('another'),
    rebuilt: (why) => told.push(why),
  });
  expect(store.readings().size).toBe(0);
  store.close();
  expect(told).toEqual(['articles are read in another way by now']);
});

test.each<[string, (file: Buffer) => Buffer]>([
  ['cut off', (file) => file.subarray(0, file.length / 2)],
  ['something else', () => Buffer.from('no database at all '.repeat(500))],
  ['changed in a word', (file) => changed(file, 'Ali left', 'Ali lift')],
  ['changed in a title', (file) => changed(file, '"One"', '"Two"')],
  [
    'of an unknown format',
    (file) => Buffer.concat([file.subarray(0, 60), Buffer.alloc(4, 7), file.subarray(64)]),
  ],
])('a store that is %s is built again, and it is said', async (_, damage) => {
  const { folder, location, open, told } = await kept();
  writeFileSync(location, damage(readFileSync(location)));
  const { changes, content } = await open();
  expect(changes.added).toHaveLength(3);
  expect(content).toEqual(await freshContent(folder));
  expect(told).toEqual([expect.stringMatching(/articles\.db is built again: it was damaged \(.+\)$/)]);
  expect((await open()).changes.added).toEqual([]);
});

function changed(file: Buffer, from: string, to: string): Buffer {
  const at = file.indexOf(from);
  expect(at).toBeGreaterThan(0);
  return Buffer.concat([file.subarray(0, at), Buffer.from(to), file.subarray(at + from.length)]);
}

test('a store that was deleted costs a rebuild, and nothing is said', async () => {
  const { location, folder, open, told } = await kept();
  copyFileSync(location, `${location}.away`);
  const { rmSync } = await import('node:fs');
  rmSync(location);
  expect((await open()).content).toEqual(await freshContent(folder));
  expect(told).toEqual([]);
});

test('where no store can be, that is another thing than damage', async () => {
  const folder = await folderOf({ file: 'in the way' });
  await expect(openStore(join(folder, 'file', 'articles.db'))).rejects.toThrow(IndexUnavailableError);
  await expect(openStore(folder)).rejects.toThrow(IndexUnavailableError);
});

test('a transaction that is given up leaves nothing', async () => {
  const { folder, location } = await kept();
  writeFileSync(join(folder, 'd.txt'), 'New.');
  await withStore(location, { tell: () => {} }, async (store) => {
    store.begin();
    expect((await refreshed(store, folder, { within: true })).added).toEqual(['d.txt']);
    store.settle();
    expect((await storedContent(store, folder)).documents).toHaveLength(4);
    store.rollback();
    expect((await storedContent(store, folder)).documents).toHaveLength(3);
  });
});

test('of thousands of bad lines most are only counted, and as much is said of them', async () => {
  const bad = (line: number) => (line % 3 === 0 ? '{"title":"No text"}' : 'not JSON');
  const lines = ['{"text":"One good line."}', ...Array.from({ length: 5_000 }, (_, line) => bad(line))];
  const folder = await folderOf({ 'bad.jsonl': lines.join('\n') });
  await withStore(join(await folderOf({}), 'articles.db'), { tell: () => {} }, async (store) => {
    await refreshed(store, folder);
    const content = await storedContent(store, folder);
    expect(content).toEqual(await freshContent(folder));
    expect(JSON.stringify(content)).toContain('and 4,980 more lines: ');
    expect(JSON.stringify(content)).toContain('no text (1,660)');
    const [kept] = store.connection.row('SELECT length(flaws) FROM files')!;
    expect(Number(kept)).toBeLessThan(200_000);
  });
});
