import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { archiveFolder, openArchiveFolder } from '../src/data-folder.ts';
import { type Files, folderOf } from './ingest/folder.ts';

/** An archive `news` and its data folder, with these files in it; `KEY` in their names becomes the archive's. */
async function world(files: Files = {}) {
  const root = await folderOf({ 'news/a.txt': 'x', 'data/.keep': '' });
  const [corpus, data] = [join(root, 'news'), join(root, 'data')];
  const key = archiveFolder(data, corpus).slice(-12);
  for (const [name, content] of Object.entries(files)) {
    const path = join(data, name.replace('KEY', key));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  const tell = vi.fn();
  const folder = openArchiveFolder(data, corpus, tell);
  const has = (path: string) => existsSync(join(folder, path));
  return { corpus, data, folder, tell, has };
}

test('each archive has a folder of its own, called by its name and its real path', async () => {
  const root = await folderOf({ 'news/a.txt': '', 'other/news/a.txt': '', '…/a.txt': '', 'con/a.txt': '' });
  const of = (corpus: string) => archiveFolder('/data', join(root, corpus));
  expect(of('news')).toMatch(/^\/data\/news-[\da-f]{12}$/u);
  expect(of('other/news')).not.toBe(of('news'));
  expect(of('…')).toMatch(/^\/data\/archive-[\da-f]{12}$/u);
  expect(of('con')).toMatch(/^\/data\/archive-con-[\da-f]{12}$/u);
  symlinkSync(join(realpathSync(root), 'news'), join(root, 'link'));
  expect(of('link')).toBe(of('news'));
});

const OLD = { 'edits.jsonl': 'edits', 'removed/a.txt': 'x', 'pending/k.upload': 'x' };

test.each([
  ['none', {}],
  ['its own', { 'articles-KEY.db': '', 'articles-KEY.db-wal': '', 'feeds-KEY.json': '' }],
])('what an earlier Ibid kept is taken over where no other archive used the folder: %s', async (_, files) => {
  const { folder, tell, has } = await world({ ...OLD, ...files, 'registered.json': '{}' });
  expect(readFileSync(join(folder, 'edits.jsonl'), 'utf8')).toBe('edits');
  expect(['removed/a.txt', 'pending/k.upload'].map(has)).toEqual([true, true]);
  expect(existsSync(join(dirname(folder), 'edits.jsonl'))).toBe(false);
  expect(existsSync(join(dirname(folder), 'registered.json'))).toBe(false);
  expect(tell).not.toHaveBeenCalled();
});

test('the index of Ibid 0.1 is deleted, that of another archive stays', async () => {
  const { data } = await world({
    'articles-KEY.db': '',
    'articles-KEY.db-wal': '',
    'articles-KEY.index/a.segment': '',
    'articles-0123456789ab.db': '',
  });
  expect(readdirSync(data).filter((name) => name.startsWith('articles-'))).toEqual([
    'articles-0123456789ab.db',
  ]);
});

test.each(['articles-0123456789ab.db', 'feeds-0123456789ab.json', 'other-0123456789ab/edits.jsonl'])(
  'where another archive used it, by %s, it is left there, and that is said in one line',
  async (name) => {
    const { data, folder, tell, has } = await world({ ...OLD, 'articles-KEY.db': '', [name]: '' });
    expect(['edits.jsonl', 'removed'].map(has)).toEqual([false, false]);
    expect(existsSync(join(data, 'removed/a.txt'))).toBe(true);
    expect(existsSync(join(data, 'pending'))).toBe(false);
    expect(tell.mock.calls).toEqual([
      [
        `edits.jsonl and removed in ${data} may be of several archives: left there; move what is of this one into ${folder}`,
      ],
    ]);
  },
);

test('what is known of feeds has its archive in its name, and is always taken over', async () => {
  const { has } = await world({
    'feeds-KEY.json': '{}',
    'feeds-KEY.jsonl': '',
    'articles-0123456789ab.db': '',
  });
  expect(['feeds.json', 'feeds.jsonl'].map(has)).toEqual([true, true]);
});

test('what lies in the new place already is not written over', async () => {
  const { corpus, data, folder, tell } = await world({ 'edits.jsonl': 'first' });
  writeFileSync(join(data, 'edits.jsonl'), 'second');
  openArchiveFolder(data, corpus, tell);
  expect(readFileSync(join(folder, 'edits.jsonl'), 'utf8')).toBe('first');
  expect(readFileSync(join(data, 'edits.jsonl'), 'utf8')).toBe('second');
});

test('a data folder that cannot be made is one line that names IBID_DATA', async () => {
  const root = await folderOf({ 'news/a.txt': 'x', file: 'x' });
  const tell = vi.fn();
  const data = join(root, 'file/data');
  openArchiveFolder(data, join(root, 'news'), tell);
  expect(tell.mock.calls).toEqual([
    [
      `IBID_DATA: ${data} can't be written (ENOTDIR): nothing is remembered there, and editors can change nothing; let the user who runs Ibid write it, or set IBID_DATA to another folder`,
    ],
  ]);
});
