import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, watch } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';
import { restoreBackup } from '../../src/backup/restore-backup.ts';
import { writeBackup } from '../../src/backup/write-backup.ts';
import { archiveFolder, openArchiveFolder } from '../../src/data-folder.ts';
import { indexLocation } from '../../src/index/database/open-database.ts';
import { ibidHere } from '../cli/ibid-here.ts';
import { expectIndexed } from '../index/expect-indexed.ts';
import { folderOf } from '../ingest/folder.ts';

/** Fifty in the slower check. */
const KILLS = Number(process.env.IBID_TEST_KILLS ?? 5);
/** In ms. */
const TIMEOUT = 180_000 + KILLS * 20_000;

const cli = inject('cli');

/** Runs `ibid` as a process of its own: what it had open is closed then. */
async function ibid(words: readonly string[], data: string) {
  const env = { PATH: process.env.PATH, IBID_MODEL: 'off', IBID_DATA: data };
  const child = spawn(process.execPath, [cli, ...words], {
    cwd: data,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = [child.stdout, child.stderr].map(textOf) as [() => string, () => string];
  const [status] = await once(child, 'close');
  return { stdout: stdout(), stderr: stderr(), status };
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

test('with --all the index comes back as well: nothing is read again', async () => {
  const root = await folderOf({
    'news/a.txt': 'Ali left Massaran.',
    'news/b.txt': 'He came back.',
    'data/.keep': '',
  });
  const [corpus, data, file] = ['news', 'data', 'b.tar.gz'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  const archive = ['--corpus', corpus];
  await ibid(['ingest', ...archive], data);
  await writeFile(join(archiveFolder(data, corpus), 'edits.jsonl'), '{}\n');
  const { stdout, stderr, status } = await ibid(['backup', file, '--all', ...archive], data);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toContain('its index among them');
  expect(readdirSync(root).sort()).toEqual(['b.tar.gz', 'data', 'news']);
  await rm(archiveFolder(data, corpus), { recursive: true });
  expect(await ibid(['restore', file, ...archive], data)).toMatchObject({ stderr: '', status: 0 });
  expect((await ibid(['ingest', ...archive], data)).stdout).toContain(
    '0 added, 0 changed, 0 removed, 2 unchanged',
  );
  const location = indexLocation(archiveFolder(data, corpus));
  expect(await expectIndexed(location)).toBe(2);
});

/** Writes an index again and again, merges among it, until it is killed; a line each time. */
const WRITER = `
  import { writeFileSync, writeSync } from 'node:fs';
  import { join } from 'node:path';
  const [from, corpus, location] = process.argv.slice(1);
  const { openWriter } = await import(from + 'index/index-writer.js');
  const writer = await openWriter(location, (why) => console.error(why));
  for (let round = 0; ; round++) {
    for (let n = 0; n < 20; n++)
      if ((n + round) % 3 === 0) writeFileSync(join(corpus, n + '.txt'), 'Round ' + round + ' of article ' + n + '. ' + 'It goes on. '.repeat(20));
    await writer.sync(corpus);
    writeSync(1, round + '\\n');
  }
`;

/** An archive that another process writes, until the test is over. */
async function writtenWorld() {
  const root = await folderOf({ 'news/0.txt': 'It goes on.', 'data/.keep': '' });
  const [corpus, data] = [join(root, 'news'), join(root, 'data')];
  const folder = openArchiveFolder(data, corpus, (note) => expect.fail(note));
  await writeFile(join(folder, 'edits.jsonl'), '{}\n');
  const location = indexLocation(folder);
  const built = new URL('../', pathToFileURL(cli)).href;
  const words = ['--input-type=module', '-e', WRITER, built, corpus, location];
  const writer = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void writer.kill('SIGKILL'));
  const errors = textOf(writer.stderr);
  await once(writer.stdout, 'data');
  writer.stdout.resume();
  return { root, corpus, folder, writer, errors, location };
}

const BACKUPS = 5;

test(
  'the index is backed up as of one moment while another process writes it',
  async () => {
    const { root, folder, writer, errors } = await writtenWorld();
    const [to, other] = [join(root, 'b.tar.gz'), join(root, 'other')];
    for (let round = 0; round < BACKUPS; round++) {
      const { index } = await writeBackup({
        folder,
        to,
        withIndex: true,
        settings: {},
        tell: (note) => expect.fail(note),
      });
      expect(index).toBe(true);
      await rm(other, { recursive: true, force: true });
      await restoreBackup({ from: to, folder: other, ofAnother: true });
      expect(await expectIndexed(indexLocation(other))).toBeGreaterThan(0);
    }
    expect({ errors: errors(), exitCode: writer.exitCode }).toEqual({ errors: '', exitCode: null });
  },
  TIMEOUT,
);

test('while another process has the archive open nothing is restored; once it is killed, it is', async () => {
  const { root, corpus, folder, writer, location } = await writtenWorld();
  const file = join(root, 'b.tar.gz');
  const words = ['restore', file, '--corpus', corpus];
  const env = { IBID_DATA: join(root, 'data') };
  await writeBackup({ folder, to: file, withIndex: false, settings: {}, tell: () => {} });
  const { stderr, status } = await ibidHere(words, { cwd: root, env });
  expect({ stderr, status }).toEqual({
    stderr: `ibid: another process (ibid start, or another ibid) has ${location} open: stop it first; nothing was restored\n`,
    status: 1,
  });
  await killed(writer);
  // This process has asked the index, too, and may not have let go of it.
  expect(await ibid(words, env.IBID_DATA)).toMatchObject({ stderr: '', status: 0 });
});

async function killed(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** Runs `ibid` until so many things have happened in a folder, and kills it; says how it ended. */
async function killedAfter(
  events: number,
  watched: string,
  words: readonly string[],
  data: string,
): Promise<string> {
  const env = { PATH: process.env.PATH, IBID_MODEL: 'off', IBID_DATA: data };
  let seen = 0;
  const child = spawn(process.execPath, [cli, ...words], { cwd: data, env, stdio: 'ignore' });
  const watcher = watch(watched, () => {
    seen += 1;
    if (seen > events) child.kill('SIGKILL');
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  watcher.close();
  return signal ?? `ended with ${code}`;
}

/** An archive's folder with a removed file that takes a while, and its backup. */
async function backedUp() {
  const root = await folderOf({ 'news/a.txt': 'Ali left.', 'data/.keep': '', 'out/.keep': '' });
  const [corpus, data, out] = ['news', 'data', 'out'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  const folder = openArchiveFolder(data, corpus, (note) => expect.fail(note));
  const file = join(out, 'b.tar.gz');
  await mkdir(join(folder, 'removed'));
  await writeFile(join(folder, 'removed/large.pdf'), randomBytes(8 * 1024 * 1024));
  const edit = (round: number) => writeFile(join(folder, 'edits.jsonl'), `edit ${round}\n`);
  const editOf = async (place: string) =>
    Number((await readFile(join(place, 'edits.jsonl'), 'utf8')).slice(5));
  await edit(-1);
  await writeBackup({ folder, to: file, withIndex: false, settings: {}, tell: () => {} });
  return { corpus, data, out, folder, file, edit, editOf };
}

test(
  `killed ${KILLS} times while it backs up, the file is the one before or the one after`,
  async () => {
    const { corpus, data, out, folder, file, edit, editOf } = await backedUp();
    const large = await readFile(join(folder, 'removed/large.pdf'));
    const ends: string[] = [];
    for (let round = 0; round < KILLS; round++) {
      const before = await readFile(file);
      await edit(round);
      ends.push(
        await killedAfter((round * 37) % 60, out, ['backup', file, '--force', '--corpus', corpus], data),
      );
      expect(
        readdirSync(out)
          .filter((name) => !name.endsWith('.part'))
          .sort(),
      ).toEqual(['.keep', 'b.tar.gz']);
      const place = join(data, `restored-${round}`);
      await restoreBackup({ from: file, folder: place, ofAnother: true });
      expect(before.equals(await readFile(file)) || (await editOf(place)) === round).toBe(true);
      expect(large.equals(await readFile(join(place, 'removed/large.pdf')))).toBe(true);
      expect(await editOf(folder)).toBe(round);
      await rm(place, { recursive: true });
    }
    expect(ends).toContain('SIGKILL');
  },
  TIMEOUT,
);

test(
  `killed ${KILLS} times while it restores, the folder is as before or as backed up, and nothing is lost`,
  async () => {
    const { corpus, data, folder, file, edit, editOf } = await backedUp();
    const large = await readFile(join(folder, 'removed/large.pdf'));
    const ends: string[] = [];
    for (let round = 0; round < KILLS; round++) {
      await edit(round);
      ends.push(await killedAfter(round % 6, data, ['restore', file, '--corpus', corpus], data));
      openArchiveFolder(data, corpus, (note) => expect.fail(note));
      const edits = await editOf(folder);
      expect([-1, round]).toContain(edits);
      expect(large.equals(await readFile(join(folder, 'removed/large.pdf')))).toBe(true);
      const kept = readdirSync(data).filter((name) => name.startsWith(`${basename(folder)}.before-`));
      // What was restored over lies beside it.
      if (edits === -1)
        expect(await Promise.all(kept.map((name) => editOf(join(data, name))))).toContain(round);
      for (const name of kept) await rm(join(data, name), { recursive: true });
      expect(existsSync(folder)).toBe(true);
    }
    expect(ends).toContain('SIGKILL');
  },
  TIMEOUT,
);
