import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { archiveOver } from '../../src/archive/archive.ts';
import { openLiveArchive } from '../../src/archive/archive-watcher.ts';
import { connect } from '../../src/index/database/connection.ts';
import { storeOfCorpus } from '../../src/index/documents/with-store.ts';
import { segmentFolder } from '../../src/index/index-writer.ts';
import { folderOf } from '../ingest/folder.ts';
import { ARTICLES, saidBy, world } from './kept-world.ts';

test('a store that breaks while it is open is built again, and it is said', async () => {
  const { look, told, location, at } = await world();
  await writeFile(at('d.txt'), 'Three.');
  const connection = await connect(location);
  connection.exec('UPDATE files SET checksum = 0');
  connection.close();
  expect((await look()).changes.added).toContain('d.txt');
  expect(told).toEqual([expect.stringMatching(/is built again: it was damaged/)]);
  await rm(at('d.txt'));
  expect((await look()).changes.removed).toEqual(['d.txt']);
});

test('a text that turns out to be damaged fails its question, and everything is built again', async () => {
  const folder = await folderOf(ARTICLES);
  const data = join(await folderOf({}), 'data');
  const told: string[] = [];
  const open = () => openLiveArchive({ corpus: folder, data, tell: (note) => told.push(note) });
  const live = await open();
  onTestFinished(() => live.close());
  const said = saidBy(live.archive);
  const location = storeOfCorpus(data, folder);
  const connection = await connect(location);
  connection.exec('UPDATE texts SET checksum = 0');
  connection.close();
  const broken = await open();
  expect(() => broken.archive.ask('where', 'Talven')).toThrow('an article is not what was written');
  await vi.waitUntil(() => told.length > 0, { timeout: 120_000 });
  expect(told).toEqual([expect.stringMatching(/is damaged: it is built again$/)]);
  await broken.syncFiles();
  expect(saidBy(broken.archive)).toEqual(said);
  expect(told.slice(1)).toEqual([expect.stringMatching(/is built again: it was damaged$/)]);
  broken.close();
});

const DAMAGES: Readonly<Record<string, (path: string) => void>> = {
  'with another byte': (path) => {
    const bytes = readFileSync(path);
    // Of the last section, which ends with up to seven bytes of nothing.
    bytes[bytes.length - 8]! ^= 0x10;
    writeFileSync(path, bytes);
  },
  'cut off': (path) => truncateSync(path, 50),
  gone: (path) => rmSync(path),
};

test.each(Object.keys(DAMAGES))('a segment %s: everything is built again, which is said', async (damage) => {
  const { open, kept, location, told } = await world();
  const before = saidBy(archiveOver(kept.parts()));
  const folder = segmentFolder(location);
  const [segment] = readdirSync(folder);
  DAMAGES[damage]!(join(folder, segment!));
  for (const notes of [[expect.stringMatching(/is built again: it was damaged \(.+\)$/)], []]) {
    const again = await open();
    expect(saidBy(archiveOver(again.parts()))).toEqual(before);
    expect(told.splice(0)).toEqual(notes);
    again.close();
  }
});

test.each(Object.keys(DAMAGES))('a segment %s that is due to be merged: as well', async (damage) => {
  const { look, at, location, told } = await world();
  const folder = segmentFolder(location);
  DAMAGES[damage]!(join(folder, readdirSync(folder)[0]!));
  await rm(at('b.txt'));
  await look();
  expect(told).toEqual([expect.stringMatching(/is built again: it was damaged \(.+\)$/)]);
});
