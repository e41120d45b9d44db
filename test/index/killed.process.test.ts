import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, test, vi } from 'vitest';
import { collect } from '../../src/index/documents/document.ts';
import { storedCollection } from '../../src/index/documents/document-reader.ts';
import type { Store } from '../../src/index/documents/document-store.ts';
import { openMemoryStore, openStore } from '../../src/index/documents/open-store.ts';
import type { Searcher } from '../../src/index/engines/engine.ts';
import { miniSearchEngine } from '../../src/index/engines/minisearch.ts';
import { removedIn, segmentsIn } from '../../src/index/engines/segments/segment-tables.ts';
import { storedSegments } from '../../src/index/engines/segments/segments.ts';
import { annexeIn, segmentFolder } from '../../src/index/index-writer.ts';
import { keptVocabulary } from '../../src/index/lexicon/lexicon-reader.ts';
import { readVocabulary } from '../../src/index/lexicon/memory-lexicon.ts';
import type { Collection } from '../../src/model/model.ts';
import { folderOf } from '../ingest/folder.ts';
import { freshContent, heldIn, refreshed, storedContent } from './stored.ts';

/** A hundred in CI's slower check. */
const KILLS = Number(process.env.IBID_TEST_KILLS ?? 5);
vi.setConfig({ testTimeout: 180_000 + KILLS * 10_000 });

/** Sources and build are told apart by it, and here they share a store. */
const FINGERPRINT = Buffer.from('the same');

/** Refreshes the store of a folder over many transactions, with a dot for each article read. */
const CHILD = `
  import { writeSync } from 'node:fs';
  const [from, folder, location] = process.argv.slice(1);
  const { filesOf } = await import(from + 'corpus/files.js');
  const { openStore } = await import(from + 'store/open-store.js');
  const { annexeIn, segmentFolder } = await import(from + 'indexing/annexe.js');
  const { mergeDue } = await import(from + 'indexing/segment-tables.js');
  const { syncFiles } = await import(from + 'store/refresh.js');
  const annexe = annexeIn(segmentFolder(location));
  const store = await openStore(location, { fingerprint: Buffer.from('${FINGERPRINT}'), annexe });
  await syncFiles(store, (await filesOf(folder)).files, { batch: 2000, tick: () => writeSync(1, '.') });
  mergeDue(store.connection, segmentFolder(location));
  writeSync(1, '.');
  store.close();
`;

/** Starts the child, kills it after so many dots, and says how it ended. */
async function killedAfter(dots: number, folder: string, location: string): Promise<string> {
  const built = `${pathToFileURL(dirname(dirname(inject('cli')))).href}/`;
  const words = ['--input-type=module', '-e', CHILD, built, folder, location];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  let seen = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > dots) child.kill('SIGKILL');
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(Buffer.concat(errors).toString()).toBe('');
  return signal ?? `ended with ${code}`;
}

/** Numbers from 0 up to 1, the same in each run (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FILES = 40;
const LINES = 60;
/** And one at the end, for the merges. */
const ARTICLES = FILES + LINES;

/** Writes some files anew, removes some, and writes the one that holds many articles. */
async function edit(folder: string, round: number, random: () => number): Promise<void> {
  for (let n = 0; n < FILES; n++) {
    const path = join(folder, `${n}.txt`);
    const choice = random();
    if (choice < 0.2) await rm(path, { force: true });
    else if (choice < 0.8)
      await writeFile(path, `Round ${round} of article ${n}. ${'It goes on. '.repeat(20)}`);
  }
  const lines = Array.from({ length: LINES }, (_, n) =>
    JSON.stringify({ id: n, text: `Round ${round} of line ${n}. ${'It goes on. '.repeat(10)}` }),
  );
  await writeFile(join(folder, 'many.jsonl'), lines.join('\n'));
}

async function itemsOf(folder: string): Promise<Map<string, unknown>> {
  const store = await openMemoryStore();
  await refreshed(store, folder);
  const items = heldIn(store);
  store.close();
  return items;
}

/** What is found by the index and the words kept in a store, and what an archive in memory of the same articles finds. */
function expectIndexed({ connection }: Store, location: string): void {
  const segments = storedSegments(segmentFolder(location));
  segments.refresh(segmentsIn(connection), removedIn(connection));
  const kept = storedCollection(connection);
  const articles = Array.from(kept.containing(''), ({ article }) => article);
  const memory = collect(articles);
  const engine = miniSearchEngine();
  for (const document of memory.documents) engine.add(document);
  const found = (searcher: Searcher, collection: Collection) =>
    searcher
      .search(['round', 'goe', '17'], Number.POSITIVE_INFINITY)
      .map(({ sentence, score }) => {
        const { document, start } = collection.sentence(sentence);
        return `${collection.document(document).article.id} ${start} ${score.toFixed(6)}`;
      })
      .sort();
  expect(found(segments.engine, kept)).toEqual(found(engine, memory));
  const lexicon = readVocabulary(memory.documents);
  for (const term of ['round', 'goe', '17', 'line']) {
    expect(keptVocabulary(connection).term(term)).toEqual(lexicon.term(term));
  }
}

test(`killed ${KILLS} times while it reads, the store has each file as before or after`, async () => {
  const random = randomOf(20260827);
  const folder = await folderOf({});
  const location = join(await folderOf({}), 'articles.db');
  const ends: string[] = [];
  let between = 0;
  for (let round = 0; round < KILLS; round++) {
    const before = await itemsOf(folder);
    await edit(folder, round, random);
    const after = await itemsOf(folder);
    ends.push(await killedAfter(Math.floor(random() * ARTICLES), folder, location));
    const store = await openStore(location, {
      fingerprint: FINGERPRINT,
      annexe: annexeIn(segmentFolder(location)),
      rebuilt: (why) => expect.fail(`built again: ${why}`),
    });
    const stored = heldIn(store);
    expectIndexed(store, location);
    const states = [...new Set([...before.keys(), ...after.keys()])].map((path) =>
      stateOf(stored.get(path), before.get(path), after.get(path)),
    );
    expect(states).not.toContain('neither');
    if (states.includes('before') && states.includes('after')) between += 1;
    await refreshed(store, folder);
    expect(await storedContent(store, folder)).toEqual(await freshContent(folder));
    expectIndexed(store, location);
    store.close();
  }
  expect(new Set(ends)).toContain('SIGKILL');
  // Or else the kills came too early or too late to show anything.
  expect(between).toBeGreaterThan(0);
});

function stateOf(...[stored, before, after]: readonly unknown[]) {
  const same = (one: unknown) => JSON.stringify(one) === JSON.stringify(stored);
  if (same(before)) return same(after) ? 'unchanged' : 'before';
  return same(after) ? 'after' : 'neither';
}
