import { readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { archiveOver, buildArchive } from '../../src/archive/archive.ts';
import { openStore } from '../../src/index/documents/open-store.ts';
import { annexeIn, segmentFolder } from '../../src/index/index-writer.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';
import { packageRoot } from '../../src/package.ts';
import { folderOf } from '../ingest/folder.ts';
import { rounded, saidBy, world } from './kept-world.ts';
import { refreshed } from './stored.ts';

const NONE = { added: [], changed: [], removed: [], unsettled: [] };

test('what has changed is taken, and nothing else is another', async () => {
  const { look, at } = await world();
  expect(await look()).toEqual({ changes: NONE, another: false });
  await writeFile(at('a.txt'), 'The hills of Sollen burnt. Ada Brunn left Sollen.');
  await rm(at('b.txt'));
  await writeFile(at('d.txt'), 'Three came to Talven.');
  const changes = { ...NONE, added: ['d.txt'], changed: ['a.txt'], removed: ['b.txt'] };
  expect(await look()).toEqual({ changes, another: true });
});

test('what another process has written is taken, too', async () => {
  const { folder, look, location, at } = await world();
  await writeFile(at('a.txt'), 'Another one came to Talven.');
  await rm(at('b.txt'));
  const store = await openStore(location, { annexe: annexeIn(segmentFolder(location)) });
  await refreshed(store, folder);
  store.close();
  expect((await look()).another).toBe(true);
});

test('while another process writes, what is held stays as it was', async () => {
  const { folder, kept, location, at } = await world();
  const before = saidBy(archiveOver(kept.parts()));
  await writeFile(at('a.txt'), 'Another one came to Talven.');
  await rm(at('b.txt'));
  const store = await openStore(location, { annexe: annexeIn(segmentFolder(location)) });
  await refreshed(store, folder);
  store.close();
  expect(saidBy(archiveOver(kept.parts()))).toEqual(before);
});

test('a problem without an article makes another corpus', async () => {
  const { look, at } = await world();
  await writeFile(at('d.txt'), '');
  expect((await look()).another).toBe(true);
});

test('articles in many languages are kept as they are read', async () => {
  const fixtures = join(packageRoot(), 'test', 'fixtures', 'languages');
  const names = readdirSync(fixtures);
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(fixtures, name), 'utf8')]));
  const { folder, kept } = await world({ files });
  const { articles } = await readCorpus(folder);
  const [memory, stored] = [buildArchive(articles), archiveOver(kept.parts())];
  const asked = [
    'دمشق',
    'بدمشق',
    'اصفهان',
    'Байкал',
    'озера Байкала',
    'Києва',
    'l’Alhambra',
    'Straßburg',
    'Elbe',
    'قلعه',
  ];
  for (const text of asked) {
    for (const kind of ['ask', 'where'] as const)
      expect(rounded(stored.ask(kind, text)), text).toEqual(rounded(memory.ask(kind, text)));
    expect(stored.suggest(text.slice(0, 3), 20)).toEqual(memory.suggest(text.slice(0, 3), 20));
  }
  expect(asked.filter((text) => stored.ask('where', text).status === 'found').length).toBeGreaterThan(6);
});

test('the next start reads nothing anew', async () => {
  const { open, kept, told } = await world();
  const before = saidBy(archiveOver(kept.parts()));
  const again = await open();
  onTestFinished(() => again.close());
  expect(saidBy(archiveOver(again.parts()))).toEqual(before);
  expect(told).toEqual([]);
});

test('where nothing can be kept it is followed all the same, and that is said', async () => {
  const data = join(await folderOf({ file: 'in the way' }), 'file', 'data');
  const { look, told, at } = await world({ data });
  await writeFile(at('a.txt'), 'Another one.');
  expect((await look()).changes.changed).toEqual(['a.txt']);
  expect(told).toEqual([expect.stringMatching(/can't be used \(.+\): nothing is kept for the next start$/)]);
});
