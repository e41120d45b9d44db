import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type IngestFlags, type IngestReport, run } from '../../../src/cli/verbs/ingest.ts';
import { UsageError } from '../../../src/usage-error.ts';
import { type Files, folderOf } from '../../ingest/folder.ts';

const FILES = { 'a.txt': 'Ali left.', 'b/c.jsonl': '{"text":"One."}\nbroken\n{"text":"Two."}' };

/** A folder, a data folder, and `ibid ingest` over them. */
async function world(files: Files = FILES) {
  const folder = await folderOf(files);
  const data = join(await folderOf({}), 'data');
  vi.stubEnv('IBID_DATA', data);
  onTestFinished(() => void vi.unstubAllEnvs());
  const ingest = async (paths: readonly string[] = [], flags: IngestFlags = {}) => {
    const lines: string[] = [];
    const output = {
      write: (text: string) => void lines.push(text),
      warn: (text: string) => expect.fail(text),
    };
    const code = await run(paths, { corpus: folder, ...flags }, output);
    return { code, text: lines.join('\n').replace(/, [\d.]+ s\.$/, '') };
  };
  const report = async (paths: readonly string[] = [], flags: IngestFlags = {}): Promise<IngestReport> =>
    JSON.parse((await ingest(paths, { ...flags, json: true })).text);
  const changes = async (...paths: string[]) =>
    Object.fromEntries((await report(paths)).files.map(({ path, change }) => [path, change]));
  return { folder, data, ingest, report, changes, at: (path: string) => join(folder, path) };
}

test('each file has its line, and each problem', async () => {
  const { ingest } = await world();
  expect(await ingest()).toEqual({
    code: 1,
    text: [
      'added      a.txt  1 article',
      'added      b/c.jsonl  2 articles',
      `  error b/c.jsonl:2: not JSON: Unexpected token 'b', "broken" is not valid JSON`,
      'Files: 2 added, 0 changed, 0 removed, 0 unchanged. 3 articles',
    ].join('\n'),
  });
});

test('the exit code is 0 where every article can be used', async () => {
  const { ingest } = await world({ 'a.txt': 'Ali left.' });
  expect((await ingest()).code).toBe(0);
});

test('the second time says only what has changed', async () => {
  const { ingest, at } = await world({ 'a.txt': 'Ali left.', 'b.txt': 'He came back.', 'c.txt': 'Again.' });
  await ingest();
  await writeFile(at('a.txt'), 'Ali went away.');
  await rm(at('b.txt'));
  expect((await ingest()).text).toBe(
    'changed    a.txt  1 article\nremoved    b.txt\nFiles: 0 added, 1 changed, 1 removed, 1 unchanged. 2 articles',
  );
});

test('a dry run says the same and keeps nothing', async () => {
  const { ingest, data, at, changes } = await world();
  const dry = await ingest([], { dryRun: true });
  expect(dry.code).toBe(1);
  expect(dry.text).toContain('added      a.txt  1 article');
  expect(dry.text).toContain('Nothing was kept (--dry-run). Files: 2 added');
  expect(existsSync(data)).toBe(false);
  await ingest();
  await rm(at('a.txt'));
  expect((await ingest([], { dryRun: true })).text).toContain('removed    a.txt');
  expect(await changes()).toMatchObject({ 'a.txt': 'removed' });
});

test('files of other formats are counted, but hidden ones and the corpus’s own README are not', async () => {
  const others = {
    'b.JPG': '',
    'c/d.jpg': '',
    'dump.xml.bz2': '',
    notes: '',
    '.hidden.jpg': '',
    'README.md': '',
  };
  const { ingest, report } = await world({ 'a.txt': 'Ali left.', ...others });
  const { code, text } = await ingest();
  expect(code).toBe(0);
  expect(text.split('\n')).toEqual([
    'added      a.txt  1 article',
    "Left out: 4 files of formats that Ibid doesn't read (2 .jpg, 1 without extension, 1 .bz2).",
    'Files: 1 added, 0 changed, 0 removed, 0 unchanged. 1 article',
  ]);
  expect((await report()).others).toEqual({ '': 1, '.bz2': 1, '.jpg': 2 });
  expect(await report(['a.txt'])).not.toHaveProperty('others');
});

test('only the files and folders that are named are read', async () => {
  const { changes, at, folder } = await world({
    'a.txt': 'a',
    'b/c.txt': 'c',
    'b/d.txt': 'd',
    'bc.txt': 'e',
  });
  expect(await changes('b')).toEqual({ 'b/c.txt': 'added', 'b/d.txt': 'added' });
  expect(await changes(at('a.txt'), relative(process.cwd(), at('b/c.txt')))).toEqual({
    'a.txt': 'added',
    'b/c.txt': 'unchanged',
  });
  await rm(at('b/d.txt'));
  expect(await changes('b/d.txt')).toEqual({ 'b/d.txt': 'removed' });
  expect(await changes(folder)).toEqual({ 'a.txt': 'unchanged', 'b/c.txt': 'unchanged', 'bc.txt': 'added' });
});

test('a file that is not there, or elsewhere, is wrong use', async () => {
  const { ingest, folder } = await world();
  await expect(ingest(['nowhere.txt'])).rejects.toThrow(
    new UsageError('nowhere.txt: there is no such file in the archive'),
  );
  await expect(ingest(['../x.txt'])).rejects.toThrow(
    new UsageError(`../x.txt is not in the archive ${folder}`),
  );
});

test('archives that share a data folder have an index each', async () => {
  const { ingest, data } = await world();
  await ingest();
  await ingest([], { corpus: await folderOf({ 'z.txt': 'z' }) });
  expect(await indexesIn(data)).toHaveLength(2);
});

/** SQLite's own files beside them don't count. */
async function indexesIn(data: string): Promise<string[]> {
  return (await readdir(data, { recursive: true })).filter((name) => name.endsWith('.db'));
}
