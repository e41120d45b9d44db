import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { archiveOver } from '../../src/archive/index-archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { archiveFolder, isRebuildable } from '../../src/data-folder.ts';
import { connect, lockFile } from '../../src/index/database/connection.ts';
import { indexLocation } from '../../src/index/database/open-database.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { syncLock, writerIn } from '../../src/index/writer-lease.ts';
import type { Role } from '../../src/model/role.ts';
import { folderOf } from '../ingest/folder.ts';

/** The built program: other processes run it. */
const BUILT = `${pathToFileURL(dirname(dirname(inject('cli'))))}/`;
const PATIENCE = { timeout: 120_000 };

/** A process that follows an archive as the bot does, tells what happens, and answers. */
const FOLLOWER = `
  const [from, corpus, data, role] = process.argv.slice(2);
  const { openArchiveThread } = await import(from + 'archive/archive-thread.js');
  const tell = (event) => process.send(event);
  const { archive, opened } = openArchiveThread({ index: { corpus, data, role, engine: 'segments' }, watch: 'on' }, {
    note: (note) => tell({ note }),
    role: (writes) => tell({ writes }),
    failed: ({ message }) => tell({ failed: message }),
    crashed: ({ message }) => tell({ failed: message }),
    changed() {},
    vectors() {},
  });
  process.on('message', (text) =>
    archive.ask('where', text).then(({ status }) => tell({ status }), ({ name }) => tell({ status: name })),
  );
  process.on('disconnect', () => process.exit());
  await opened;
  tell({ opened: true });
`;

interface Told {
  readonly note?: string;
  readonly writes?: boolean;
  readonly failed?: string;
  readonly status?: string;
  readonly opened?: true;
}

async function world() {
  const corpus = await folderOf({
    'a.txt': 'Talven lies by the river. The mason Ada Brunn closed its quarry.',
  });
  const scratch = mkdtempSync(join(tmpdir(), 'ibid-roles-'));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const data = join(scratch, 'data');
  const folder = archiveFolder(data, corpus);
  return {
    corpus,
    data,
    folder,
    location: indexLocation(folder),
    write: (name: string, text: string) => writeFileSync(join(corpus, name), text),
    start: (role: Role) => follower(corpus, data, role),
  };
}

function follower(corpus: string, data: string, role: Role) {
  // A file: threads would inherit what a script on the command line needs.
  const script = join(dirname(data), 'follower.mjs');
  writeFileSync(script, FOLLOWER);
  const child: ChildProcess = spawn(process.execPath, [script, BUILT, corpus, data, role], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told: Told[] = [];
  child.on('message', (event: Told) => void told.push(event));
  const until = (isIt: (event: Told) => boolean | undefined) => vi.waitUntil(() => told.find(isIt), PATIENCE);
  const ask = async (text: string) => {
    const answer = once(child, 'message');
    child.send(text);
    for (let [event] = (await answer) as [Told]; ; [event] = (await once(child, 'message')) as [Told])
      if (event.status !== undefined) return event.status;
  };
  return {
    pid: child.pid!,
    told,
    notes: () => told.flatMap(({ note }) => note ?? []),
    opened: () => until(({ opened }) => opened),
    writes: () => until(({ writes }) => writes),
    until,
    ask,
    /** Asks until it is found: what another process writes is there soon. */
    finds: (text: string) => vi.waitUntil(async () => (await ask(text)) === 'found', PATIENCE),
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

test('one process writes, two read, and what comes is found by all of them', async () => {
  const { start, write, folder } = await world();
  const writer = start('all');
  await writer.writes();
  const readers = [start('reader'), start('all')];
  for (const reader of readers) {
    await reader.opened();
    expect(await reader.ask('Talven')).toBe('found');
  }
  expect(writerIn(folder)?.pid).toBe(writer.pid);
  write('b.txt', 'Sollen lies in the hills.');
  for (const one of [writer, ...readers]) await one.finds('Sollen');
  const does = ['only reads (IBID_ROLE=reader)', 'only reads, and takes over when that one ends'];
  for (const [i, reader] of readers.entries()) {
    expect(reader.notes()).toEqual([expect.stringContaining(`process ${writer.pid} on `)]);
    expect(reader.notes()[0]!.endsWith(`writes this archive: this one ${does[i]}`)).toBe(true);
    expect(reader.told.some(({ writes }) => writes)).toBe(false);
  }
  expect(writer.notes()).toEqual([]);
  // A backup leaves it all out.
  expect(readdirSync(folder).filter((name) => !isRebuildable(name))).toEqual([]);
});

test('when the writer is killed, one that may takes over and says so; one that only reads never does', async () => {
  const { start, write, folder } = await world();
  const writer = start('writer');
  await writer.writes();
  const reader = start('reader');
  const second = start('all');
  for (const one of [reader, second]) await one.opened();
  await writer.kill();
  await second.writes();
  expect(second.notes().at(-1)).toBe('the process that wrote this archive has ended: this one writes it now');
  expect(writerIn(folder)?.pid).toBe(second.pid);
  write('b.txt', 'Sollen lies in the hills.');
  for (const one of [second, reader]) await one.finds('Sollen');
  expect(reader.told.some(({ writes }) => writes)).toBe(false);
  await second.kill();
  expect(writerIn(folder)).toBeUndefined();
});

test('a writer that finds another one answers nothing until that one has ended', async () => {
  const { start } = await world();
  const first = start('all');
  await first.writes();
  const writer = start('writer');
  await writer.until(({ note }) => note?.endsWith('this one waits until that one ends (IBID_ROLE=writer)'));
  expect(await writer.ask('Talven')).toBe('ArchiveReadingError');
  await first.kill();
  await writer.writes();
  await writer.opened();
  expect(await writer.ask('Talven')).toBe('found');
});

test('a reader that is there first waits for a writer', async () => {
  const { start } = await world();
  const reader = start('reader');
  await reader.until(({ note }) => note?.endsWith('no other one writes this archive now'));
  expect(await reader.ask('Talven')).toBe('ArchiveReadingError');
  const writer = start('all');
  await writer.opened();
  await reader.opened();
  expect(await reader.ask('Talven')).toBe('found');
});

test('what a reader finds corrupt it marks, and the writer builds it again', async () => {
  const { start, location } = await world();
  const writer = start('all');
  await writer.writes();
  const connection = await connect(location);
  connection.exec('UPDATE texts SET checksum = 0');
  connection.close();
  const reader = start('reader');
  await reader.opened();
  expect(await reader.ask('Talven')).toBe('CorruptIndexError');
  await writer.until(({ note }) => note?.startsWith('rebuilding the index of '));
  await reader.finds('Talven');
  expect(reader.notes().filter((note) => note.startsWith('rebuilding'))).toEqual([]);
});

test('a reader needs no write lock, neither to open nor to see what has changed', async () => {
  const { corpus, data, location, write } = await world();
  await (await openIndex({ corpus, data, tell: expect.fail })).close();
  const writing = await connect(location);
  onTestFinished(() => writing.close());
  writing.exec('BEGIN IMMEDIATE');
  const index = await openIndex({ corpus, data, tell: () => {}, role: 'reader', followed: true });
  onTestFinished(() => index.close());
  expect((await archiveOver(index).ask('where', 'Talven')).status).toBe('found');
  expect(index.writes()).toBe(false);
  writing.exec('ROLLBACK');
  write('b.txt', 'Sollen lies in the hills.');
  await (await openIndex({ corpus, data, tell: expect.fail })).close();
  writing.exec('BEGIN IMMEDIATE');
  expect(await index.refresh()).toBe(true);
  expect((await archiveOver(index).ask('where', 'Sollen')).status).toBe('found');
  expect(await index.refresh()).toBe(false);
});

/** A file of articles that is too large to be read for a question alone. */
function manyArticles(): string {
  const text = 'It goes on and on. '.repeat(100);
  return Array.from({ length: 1_000 }, (_, n) =>
    JSON.stringify({ id: n, text: `Town ${n} lies by the river. ${text}` }),
  ).join('\n');
}

/** Syncs an index in many transactions, and stands still in the middle of a file until it is told to go on. */
const BUSY = `
  const [from, folder, location, half] = process.argv.slice(1);
  const { filesOf } = await import(from + 'ingest/files/files.js');
  const { openWriter } = await import(from + 'index/index-writer.js');
  const { syncFiles } = await import(from + 'index/sync-files.js');
  const { alone, syncLock } = await import(from + 'index/writer-lease.js');
  const { readSync } = await import('node:fs');
  await alone(syncLock(location), async () => {
    const writer = await openWriter(location);
    let has = false;
    const tick = (done) => {
      if (has || done < Number(half)) return;
      has = true;
      process.stdout.write('half');
      readSync(0, Buffer.alloc(1));
    };
    await syncFiles(writer.store, (await filesOf(folder)).files, { batch: 50_000, piece: 50_000, threads: 0, tick });
    writer.finish({ complete: true });
    writer.close();
  });
`;

async function busyWriter(corpus: string, location: string) {
  const words = ['--input-type=module', '-e', BUSY, BUILT, corpus, location, '1000000'];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return {
    async goOn() {
      const ended = once(child, 'exit');
      child.stdin.end('.');
      await ended;
    },
  };
}

/** What `ibid ask` does. */
async function asked(corpus: string, data: string, text: string) {
  const told: string[] = [];
  const archive = await openArchive({ corpus, data, tell: (note) => told.push(note) });
  return { status: (await archive.ask('where', text)).status, told };
}

test('who asks while another process reads a large file is answered from what is there', async () => {
  const { corpus, data, location, write } = await world();
  write('padding.txt', 'It goes on. '.repeat(100_000));
  await (await openIndex({ corpus, data, tell: expect.fail })).close();
  write('many.jsonl', manyArticles());
  const writer = await busyWriter(corpus, location);
  const told = ['another process is writing the index: answers are as of what it had written'];
  expect(await asked(corpus, data, 'Talven')).toEqual({ status: 'found', told });
  expect(await asked(corpus, data, 'Town 7')).toEqual({ status: 'found', told });
  await writer.goOn();
  expect(await asked(corpus, data, 'Town 999')).toEqual({ status: 'found', told: [] });
});

test('while the archive is read for the first time, from the part that is read', async () => {
  const { corpus, data, location, write } = await world();
  write('many.jsonl', manyArticles());
  const writer = await busyWriter(corpus, location);
  const { status, told } = await asked(corpus, data, 'Talven');
  expect(status).toBe('found');
  expect(told).toEqual([
    expect.stringMatching(
      /^another process is reading the archive for the first time: answers are from the \d+ articles that it has read so far$/,
    ),
  ]);
  await writer.goOn();
  expect(await asked(corpus, data, 'Town 999')).toEqual({ status: 'found', told: [] });
});

test('one that may not write asks what is there, or is told that there is nothing', async () => {
  const { corpus, data, write } = await world();
  const open = () => openArchive({ corpus, data, role: 'reader' });
  await expect(open()).rejects.toThrow(/^IBID_ROLE=reader: there is no index in .+ yet/);
  await (await openIndex({ corpus, data, tell: expect.fail })).close();
  write('b.txt', 'Sollen lies in the hills.');
  const archive = await open();
  expect((await archive.ask('where', 'Talven')).status).toBe('found');
  expect((await archive.ask('where', 'Sollen')).status).not.toBe('found');
});

test('a lock is one thread’s or process’s at a time, and lost when its file is deleted', async () => {
  const path = syncLock(join(await folderOf({}), 'index.db'));
  const lock = lockFile(path)!;
  expect(lockFile(path)).toBeUndefined();
  expect(lock.isHeld()).toBe(true);
  rmSync(path);
  expect(lock.isHeld()).toBe(false);
  const another = lockFile(path)!;
  expect(another.isHeld()).toBe(true);
  lock.release();
  another.release();
  lockFile(path)!.release();
});
