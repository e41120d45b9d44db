import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWriter } from '../../../src/index/index-writer.ts';
import { folderOf } from '../../ingest/folder.ts';
import { freshContent, openMemoryStore, refreshed, storedContent } from '../stored.ts';

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

const NONE = { added: [], changed: [], removed: [], unsettled: [] };

test('what was read comes back from disk, word for word, spans and problems too', async () => {
  const folder = await folderOf(FILES);
  const location = join(await folderOf({}), 'deep', 'index.db');
  const open = async () => {
    const writer = await openWriter(location, (why) => expect.fail(why));
    const { changes, problems } = await writer.sync(folder);
    const content = await storedContent(writer.store, folder);
    writer.close();
    return { changes, problems, content };
  };
  await open();
  const { changes, problems, content } = await open();
  expect(changes).toEqual(NONE);
  expect(content).toEqual(await freshContent(folder));
  expect(problems).toEqual(content.problems);
  expect(problems).toHaveLength(4);
});

test('a transaction that is given up leaves nothing', async () => {
  const folder = await folderOf(FILES);
  const store = await openMemoryStore();
  await refreshed(store, folder);
  writeFileSync(join(folder, 'd.txt'), 'New.');
  store.begin();
  expect((await refreshed(store, folder, { within: true })).added).toEqual(['d.txt']);
  store.settle();
  expect((await storedContent(store, folder)).documents).toHaveLength(4);
  store.rollback();
  expect((await storedContent(store, folder)).documents).toHaveLength(3);
  store.close();
});

test('of thousands of bad lines most are only counted, and as much is said of them', async () => {
  const bad = (line: number) => (line % 3 === 0 ? '{"title":"No text"}' : 'not JSON');
  const lines = ['{"text":"One good line."}', ...Array.from({ length: 5_000 }, (_, line) => bad(line))];
  const folder = await folderOf({ 'bad.jsonl': lines.join('\n') });
  const store = await openMemoryStore();
  await refreshed(store, folder);
  const content = await storedContent(store, folder);
  expect(content).toEqual(await freshContent(folder));
  expect(JSON.stringify(content)).toContain('and 4,980 more lines: ');
  expect(JSON.stringify(content)).toContain('no text (1,660)');
  const [kept] = store.connection.row('SELECT length(flaws) FROM files')!;
  expect(Number(kept)).toBeLessThan(200_000);
  store.close();
});
