import { readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveOver } from '../../src/archive/index-archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { openWriter } from '../../src/index/index-writer.ts';
import { packageRoot } from '../../src/package.ts';
import { folderOf } from '../ingest/folder.ts';
import { rounded, saidBy, world } from './synced-world.ts';

const NONE = { added: [], changed: [], removed: [], unsettled: [] };

/** As another process would. */
async function syncElsewhere(location: string, folder: string): Promise<void> {
  const writer = await openWriter(location);
  await writer.sync(folder);
  writer.close();
}

test.each(['minisearch', 'segments'])(
  '%s: what has changed is taken, and nothing else is another',
  async (engine) => {
    const { sync, at } = await world({ engine });
    expect(await sync()).toEqual({ changes: NONE, changed: false });
    await writeFile(at('a.txt'), 'The hills of Sollen burnt. Ada Brunn left Sollen.');
    await rm(at('b.txt'));
    await writeFile(at('d.txt'), 'Three came to Talven.');
    const changes = { ...NONE, added: ['d.txt'], changed: ['a.txt'], removed: ['b.txt'] };
    expect(await sync()).toEqual({ changes, changed: true });
  },
);

test('what another process has written is taken, too', async () => {
  const { folder, sync, location, at } = await world();
  await writeFile(at('a.txt'), 'Another one came to Talven.');
  await rm(at('b.txt'));
  await syncElsewhere(location, folder);
  expect(await sync()).toEqual({ changes: NONE, changed: true });
});

test('while another process writes, what is asked stays as it was', async () => {
  const { folder, archive, location, at } = await world();
  const before = await saidBy(archive);
  await writeFile(at('a.txt'), 'Another one came to Talven.');
  await rm(at('b.txt'));
  await syncElsewhere(location, folder);
  expect(await saidBy(archive)).toEqual(before);
});

test('a problem without an article is a change', async () => {
  const { sync, at } = await world();
  await writeFile(at('d.txt'), '');
  expect((await sync()).changed).toBe(true);
});

test('articles in many languages are kept as they are read', async () => {
  const fixtures = join(packageRoot(), 'test', 'fixtures', 'languages');
  const names = readdirSync(fixtures);
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(fixtures, name), 'utf8')]));
  const { folder, archive: stored } = await world({ files });
  const memory = await openArchive({ corpus: folder, engine: 'segments' });
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
  let found = 0;
  for (const text of asked) {
    for (const kind of ['ask', 'where'] as const)
      expect(rounded(await stored.ask(kind, text)), text).toEqual(rounded(await memory.ask(kind, text)));
    expect(await stored.suggest(text.slice(0, 3), 20)).toEqual(await memory.suggest(text.slice(0, 3), 20));
    if ((await stored.ask('where', text)).status === 'found') found += 1;
  }
  expect(found).toBeGreaterThan(6);
});

test('the next start reads nothing anew', async () => {
  const { open, archive, told } = await world();
  const before = await saidBy(archive);
  expect(await saidBy(archiveOver(await open()))).toEqual(before);
  expect(told).toEqual([]);
});

test('where the data folder can’t be, the index is in a temporary one, and that is said', async () => {
  const data = join(await folderOf({ file: 'in the way' }), 'file', 'data');
  const { sync, told, at, index } = await world({ data });
  await writeFile(at('a.txt'), 'Another one.');
  expect((await sync()).changes.changed).toEqual(['a.txt']);
  expect(told).toEqual([expect.stringContaining(`IBID_DATA: ${data} can't be written (`)]);
  index.close();
});
