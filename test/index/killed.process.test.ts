import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, test } from 'vitest';
import { openWriter } from '../../src/index/index-writer.ts';
import { folderOf } from '../ingest/folder.ts';
import { expectIndexed } from './expect-indexed.ts';
import { freshContent, heldIn, openMemoryStore, refreshed, storedContent } from './stored.ts';

/** A hundred in CI's slower check. */
const KILLS = Number(process.env.IBID_TEST_KILLS ?? 5);
/** In ms: a kill takes 2 s on a quiet machine. */
const TIMEOUT = 180_000 + KILLS * 20_000;

/** Syncs an index over many transactions, with a dot for each article read. */
const CHILD = `
  import { writeSync } from 'node:fs';
  const [from, folder, location, threads] = process.argv.slice(1);
  const { filesOf } = await import(from + 'ingest/files/files.js');
  const { openWriter } = await import(from + 'index/index-writer.js');
  const { syncFiles } = await import(from + 'index/sync-files.js');
  const writer = await openWriter(location, (why) => console.error(why));
  await syncFiles(writer.store, (await filesOf(folder)).files, {
    ...{ threads: Number(threads), batch: 2000, tick: () => writeSync(1, '.') },
  });
  writer.finish({ complete: true });
  writeSync(1, '.');
  writer.close();
`;

/** Starts the child with so many threads beside it, kills it after so many dots, and says how it ended. */
async function killedAfter(dots: number, folder: string, location: string, threads: number): Promise<string> {
  const built = new URL('../', pathToFileURL(inject('cli'))).href;
  const words = ['--input-type=module', '-e', CHILD, built, folder, location, `${threads}`];
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

test(`killed ${KILLS} times while it reads, the index has each file as before or after`, {
  timeout: TIMEOUT,
}, async () => {
  const random = randomOf(20260827);
  const folder = await folderOf({});
  const location = join(await folderOf({}), 'articles.db');
  const ends: string[] = [];
  let between = 0;
  for (let round = 0; round < KILLS; round++) {
    const before = await itemsOf(folder);
    await edit(folder, round, random);
    const after = await itemsOf(folder);
    ends.push(await killedAfter(Math.floor(random() * ARTICLES), folder, location, round % 3));
    const writer = await openWriter(location, (why) => expect.fail(`built again: ${why}`));
    const { store } = writer;
    const stored = heldIn(store);
    await expectIndexed(location);
    const states = [...new Set([...before.keys(), ...after.keys()])].map((path) =>
      stateOf(stored.get(path), before.get(path), after.get(path)),
    );
    expect(states).not.toContain('neither');
    if (states.includes('before') && states.includes('after')) between += 1;
    await refreshed(store, folder);
    expect(await storedContent(store, folder)).toEqual(await freshContent(folder));
    await expectIndexed(location);
    writer.close();
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
