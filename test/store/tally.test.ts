import { test } from 'vitest';
import { openMemoryStore } from '../../src/store/open-store.ts';
import { type Files, folderOf } from '../corpus/folder.ts';
import { refreshed, storedContent } from './stored.ts';

/** `storedContent` holds the tally against the articles themselves. */
async function check(files: Files) {
  const folder = await folderOf(files);
  const store = await openMemoryStore();
  await refreshed(store, folder);
  await storedContent(store, folder);
  store.close();
}

test('articles are counted without those that have the id of another', () =>
  check({
    'a.jsonl': '{"id":1,"text":"One."}\n{"id":1,"text":"Two."}\nx\n{"id":2,"text":"Three."}',
    'b.csv': 'id,text\n1,One.\n2,Two.\n1,\n2,Three.',
    'c.txt': 'Four.',
  }));

test('a file whose name another one has keeps its extension, and may take the name of a third', () =>
  check({ 'a.md': 'One.', 'a.txt': 'Two.', 'a.txt.md': 'Three.', 'a.txt.txt': 'Four.', 'b.txt': 'Five.' }));

test('of thousands of duplicates some are told, and all are counted', () =>
  check({ 'a.jsonl': '{"id":1,"text":"One."}\n'.repeat(300), 'b.jsonl': 'x\n'.repeat(300) }));
