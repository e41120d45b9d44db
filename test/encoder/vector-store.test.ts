import { mkdir, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openVectorStore, readVectorProgress, type VectorStore } from '../../src/encoder/vector-store.ts';
import { connect } from '../../src/index/database/connection.ts';

const E5 = { identity: Buffer.from('e5'), size: 3 };
const NORTH = Int8Array.of(0, 127, -1);
const EAST = Int8Array.of(127, 0, -128);

async function file(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ibid-vectors-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'vectors.db');
}

/** What is told of a file, and the store that comes of it. */
async function opened(path: string, model = E5): Promise<{ store: VectorStore; lines: string[] }> {
  const lines: string[] = [];
  const store = await openVectorStore(path, model, (line) => lines.push(line.replace(path, '…')));
  onTestFinished(() => store.close());
  return { store, lines };
}

/** A file in which these texts have a vector. */
async function fileWith(...texts: readonly string[]): Promise<string> {
  const path = await file();
  const { store } = await opened(path);
  for (const text of texts) store.put(text, NORTH);
  store.commit({ kept: texts.length, past: texts.length, sentences: 10 });
  store.close();
  return path;
}

async function heldBy(path: string, ...texts: readonly string[]): Promise<string[]> {
  const { store } = await opened(path);
  const held = texts.filter((text) => store.get(text));
  store.close();
  return held;
}

test('a vector is found again by the text that it is of, to the last character', async () => {
  const path = await file();
  const { store } = await opened(path);
  store.put('the north', NORTH);
  store.put('the east \ud800', EAST);
  expect(store.get('the north')).toEqual(NORTH);
  store.close();
  const again = await opened(path);
  expect(again.store.get('the north')).toEqual(NORTH);
  expect(again.store.get('the east \ud800')).toEqual(EAST);
  expect(again.store.get('the East \ud800')).toBeUndefined();
  expect(again.lines).toEqual([]);
});

test('what is not committed is gone with a process that is killed', async () => {
  const path = await fileWith('kept');
  const { store } = await opened(path);
  store.put('not yet', NORTH);
  expect(await heldBy(await copied(path), 'kept', 'not yet')).toEqual(['kept']);
});

async function copied(path: string): Promise<string> {
  const { cp } = await import('node:fs/promises');
  const copy = await file();
  for (const suffix of ['', '-wal']) await cp(path + suffix, copy + suffix);
  return copy;
}

test('vectors of another model, or of one used otherwise, are deleted', async () => {
  const path = await fileWith('a');
  const other = await opened(path, { identity: Buffer.from('MiniLM'), size: 3 });
  expect(other.store.get('a')).toBeUndefined();
  other.store.close();
  expect(await heldBy(path, 'a')).toEqual([]);
});

test('what was not met is forgotten at the end, a thousand at a time', async () => {
  const gone = Array.from({ length: 1_500 }, (_, i) => `gone ${i}`);
  const path = await fileWith('a', ...gone, 'b');
  const { store } = await opened(path);
  const progress = { kept: 4, past: 4, sentences: 4 };
  store.begin();
  for (const text of ['a', 'b', 'a']) expect(store.meet(text)).toBe(true);
  expect(store.meet('c')).toBe(false);
  store.put('c', EAST);
  expect(store.prune(progress)).toBe(false);
  expect(store.prune(progress)).toBe(true);
  store.close();
  expect(await heldBy(path, 'a', ...gone, 'b', 'c')).toEqual(['a', 'b', 'c']);
  expect(await readVectorProgress(path)).toEqual(progress);
});

test('nothing is forgotten where not all sentences were met', async () => {
  const path = await fileWith('a', 'b');
  const { store } = await opened(path);
  store.begin();
  store.meet('a');
  expect(store.prune({ kept: 2, past: 2, sentences: 2 })).toBe(true);
  store.begin();
  expect(store.prune({ kept: 0, past: 5, sentences: 5 })).toBe(true);
  store.close();
  expect(await heldBy(path, 'a', 'b')).toEqual(['a', 'b']);
});

test('how far it is can be read beside it', async () => {
  const path = await fileWith('a', 'b');
  expect(await readVectorProgress(path)).toEqual({ kept: 2, past: 2, sentences: 10 });
  expect(await readVectorProgress(`${path}.none`)).toBeUndefined();
  await writeFile(path, 'x'.repeat(5_000));
  expect(await readVectorProgress(path)).toBeUndefined();
});

test('a file that is no database is thrown away', async () => {
  const path = await fileWith('a');
  await writeFile(path, 'x'.repeat(5_000));
  const { store, lines } = await opened(path);
  expect(lines).toEqual(['… is damaged: all vectors are computed anew']);
  store.put('b', NORTH);
  store.close();
  expect(await heldBy(path, 'a', 'b')).toEqual(['b']);
});

test('a vector that is not what was written is not used', async () => {
  const path = await fileWith('a', 'b');
  const connection = await connect(path);
  connection.exec("UPDATE vectors SET vector = x'00010203040506'");
  connection.close();
  const { store, lines } = await opened(path);
  expect(store.get('a')).toBeUndefined();
  expect(store.get('b')).toBeUndefined();
  expect(store.isOpen).toBe(false);
  expect(lines).toEqual([
    '… is damaged (a vector is not what was written): vectors are computed anew from the next start on',
  ]);
  expect(await heldBy(path, 'a', 'b')).toEqual([]);
});

test('pages that are damaged cost vectors, and nothing else', async () => {
  const texts = Array.from({ length: 500 }, (_, i) => `text ${i}`);
  const path = await fileWith(...texts);
  const { size } = await stat(path);
  const handle = await open(path, 'r+');
  for (let at = 4_096 + 100; at < size; at += 512) await handle.write(Buffer.alloc(64, 0x5a), 0, 64, at);
  await handle.close();
  const { store, lines } = await opened(path);
  for (const text of texts) expect([undefined, NORTH]).toContainEqual(store.get(text));
  expect(lines).toHaveLength(1);
});

test('where the file can’t be written, one line says so, and nothing is kept', async () => {
  const path = await file();
  await mkdir(path);
  const { store, lines } = await opened(path);
  store.put('a', NORTH);
  store.commit({ kept: 1, past: 1, sentences: 1 });
  expect(store.meet('a')).toBe(false);
  expect(store.get('a')).toBeUndefined();
  expect(store.prune({ kept: 1, past: 1, sentences: 1 })).toBe(true);
  expect(store.isOpen).toBe(false);
  expect(lines).toEqual([
    expect.stringMatching(/^… can't be used \(.+\): vectors are not kept; let the user/),
  ]);
});
