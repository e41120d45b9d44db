import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveOver, markingCorrupt } from '../../src/archive/index-archive.ts';
import { connect } from '../../src/index/database/connection.ts';
import { CorruptIndexError } from '../../src/index/database/errors.ts';
import { segmentFolder } from '../../src/index/database/open-database.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { folderOf } from '../ingest/folder.ts';
import { ARTICLES, saidBy, world } from './synced-world.ts';

const REBUILT = [expect.stringMatching(/^rebuilding the index of .+: .+$/)];

async function execute(location: string, sql: string): Promise<void> {
  const connection = await connect(location);
  connection.exec(sql);
  connection.close();
}

test('an index that breaks while it is open is built again, and it is said', async () => {
  const { sync, told, location, at } = await world();
  await writeFile(at('d.txt'), 'Three.');
  await execute(location, 'UPDATE files SET checksum = 0');
  expect((await sync()).changes.added).toContain('d.txt');
  expect(told).toEqual(REBUILT);
  await rm(at('d.txt'));
  expect((await sync()).changes.removed).toEqual(['d.txt']);
});

test('a text that turns out to be corrupt fails its question, and everything is built again', async () => {
  const { location, open, archive, told, expectFresh } = await world();
  const said = await saidBy(archive);
  await execute(location, 'UPDATE texts SET checksum = 0');
  const broken = await open();
  const found: unknown[] = [];
  const over = archiveOver(broken, async () => found.push('corrupt'));
  await expect(over.ask('where', 'Talven')).rejects.toThrow(CorruptIndexError);
  await expect(over.ask('who', 'Ada Brunn')).rejects.toThrow(CorruptIndexError);
  expect(found).toEqual(['corrupt']);
  await broken.markCorrupt();
  expect(told).toEqual([]);
  await broken.sync();
  expect(await saidBy(over)).toEqual(said);
  expect(told).toEqual(REBUILT);
  await expectFresh(broken);
});

test('where an index can’t be marked as corrupt that is said, and tried again when the next question meets it', async () => {
  const { location, open, told } = await world();
  await execute(location, 'UPDATE texts SET checksum = 0');
  const broken = await open();
  const failing = { markCorrupt: () => Promise.reject(new Error('another process writes it')) };
  const over = archiveOver(
    broken,
    markingCorrupt(failing, (note) => told.push(note), 'corrupt'),
  );
  for (let i = 0; i < 2; i++) await expect(over.ask('where', 'Talven')).rejects.toThrow(CorruptIndexError);
  const said = ['corrupt', "the index can't be marked as corrupt: another process writes it"];
  expect(told).toEqual([...said, ...said]);
});

test('an index that was marked as corrupt is built again at the next start', async () => {
  const { index, open, told, expectFresh } = await world();
  await index.markCorrupt();
  await expectFresh(await open());
  expect(told.splice(0)).toEqual(REBUILT);
  await expectFresh(await open());
  expect(told).toEqual([]);
});

test.each<[string, (archive: Archive) => Promise<unknown>]>([
  ['DELETE FROM names', (archive) => archive.suggest('talwen', 9)],
  // Not found, and near a name that is shown.
  ['DELETE FROM names', (archive) => archive.ask('who', 'Maasaxyn')],
  ['DELETE FROM names', (archive) => archive.ask('who', 'Adabrunn')],
  ['DELETE FROM terms', (archive) => archive.ask('who', 'Talvan')],
  ['DELETE FROM name_keys', (archive) => archive.suggest('', 9)],
])('words that are referred to and gone are corruption: %s', async (sql, ask) => {
  const { location, open } = await world();
  await execute(location, sql);
  await expect(ask(archiveOver(await open()))).rejects.toThrow(CorruptIndexError);
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
  const { open, location, told, expectFresh } = await world();
  const folder = segmentFolder(location);
  const [segment] = readdirSync(folder);
  DAMAGES[damage]!(join(folder, segment!));
  for (const notes of [REBUILT, []]) {
    await expectFresh(await open());
    expect(told.splice(0)).toEqual(notes);
  }
});

test.each(Object.keys(DAMAGES))('a segment %s that is due to be merged: as well', async (damage) => {
  const { sync, at, location, told } = await world();
  const folder = segmentFolder(location);
  DAMAGES[damage]!(join(folder, readdirSync(folder)[0]!));
  await rm(at('b.txt'));
  await sync();
  expect(told).toEqual(REBUILT);
});

/** An index on disk that nobody has open, and what opens it. */
async function closedIndex() {
  const { index, location, ...others } = await world({
    files: { ...ARTICLES, 'd.md': '---\ntitle: One\n---\nTwo.' },
  });
  index.close();
  // What was written goes into the file itself when the last one closes it; libsql closes late.
  await execute(location, 'PRAGMA wal_checkpoint(TRUNCATE)');
  return { location, ...others };
}

test.each<[string, (file: Buffer) => Buffer]>([
  ['cut off', (file) => file.subarray(0, file.length / 2)],
  ['something else', () => Buffer.from('no database at all '.repeat(500))],
  ['empty', () => Buffer.alloc(0)],
  ['changed in a word', (file) => changed(file, 'the river', 'the raver')],
  ['changed in a title', (file) => changed(file, '"One"', '"Two"')],
])('an index that is %s is built again, and all is answered', async (_, damage) => {
  const { location, open, expectFresh, told } = await closedIndex();
  replaced(location, damage(readFileSync(location)));
  const index = await open();
  try {
    await expectFresh(index);
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error;
    await index.markCorrupt();
    await index.sync();
    await expectFresh(index);
  }
  const again = await open();
  await expectFresh(again);
  expect(told.length).toBeLessThan(2);
});

/** Another file under this path: connections of this process that libsql hasn't closed yet don't stand in its way. */
function replaced(location: string, content: Buffer): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${location}${suffix}`, { force: true });
  writeFileSync(location, content);
}

function changed(file: Buffer, from: string, to: string): Buffer {
  const at = file.indexOf(from);
  expect(at).toBeGreaterThan(0);
  return Buffer.concat([file.subarray(0, at), Buffer.from(to), file.subarray(at + from.length)]);
}

test('an index that was deleted costs a rebuild, and nothing is said', async () => {
  const { location, open, expectFresh, told } = await closedIndex();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${location}${suffix}`, { force: true });
  await expectFresh(await open());
  expect(told).toEqual([]);
  expect(existsSync(location)).toBe(true);
});

test('the data folder deleted while an index is open: the next sync builds it again', async () => {
  const { data, sync, at, location } = await world();
  rmSync(data, { recursive: true });
  await writeFile(at('a.txt'), 'Another one came to Talven.');
  expect((await sync()).changed).toBe(true);
  expect(existsSync(location)).toBe(true);
  await rm(at('b.txt'));
  expect((await sync()).changes.removed).toEqual(['b.txt']);
});

test('a path of data that is a file: the index is in a temporary folder, and syncs', async () => {
  const folder = await folderOf(ARTICLES);
  const data = join(await folderOf({ data: 'in the way' }), 'data');
  const told: string[] = [];
  const index = await openIndex({ corpus: folder, data, tell: (note) => told.push(note) });
  expect(told).toEqual([expect.stringContaining(`IBID_DATA: ${data} can't be written (`)]);
  await rm(join(folder, 'a.txt'));
  expect((await index.sync()).changes.removed).toEqual(['a.txt']);
  index.close();
  expect(readFileSync(data, 'utf8')).toBe('in the way');
});
