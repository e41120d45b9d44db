import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addFile } from '../../src/editing/add-file.ts';
import { EditError, type EditFault } from '../../src/editing/edit-error.ts';
import { removeFile } from '../../src/editing/remove-file.ts';
import { archiveFolder } from '../discord/end-to-end/archive.ts';

function folders(files: Readonly<Record<string, string>>) {
  const [corpus, data] = [archiveFolder(files), archiveFolder({})];
  onTestFinished(() => {
    corpus.remove();
    data.remove();
  });
  const kept = join(data.path, 'removed');
  return { ...corpus, kept, files: (folder: string) => readdirSync(join(corpus.path, folder)).sort() };
}

const refusedAs = (fault: EditFault) => (error: unknown) =>
  error instanceof EditError && error.fault === fault;

const add = (path: string, title: string, extension = '.txt') =>
  addFile(path, Buffer.from(title), { title, extension });

test('names that are the same to a file system, or to an article’s id, are told apart by numbers', async () => {
  const { path, files } = folders({ 'added/Caf\u00e9.pdf': 'x' });
  expect(await add(path, 'cafe\u0301')).toBe('added/caf\u00e9-2.txt');
  expect(await add(path, 'CAF\u00c9', '.feed.json')).toBe('added/caf\u00e9-3.feed.json');
  expect(await add(path, 'Café 2')).toBe('added/café-2-2.txt');
  expect(files('added')).toHaveLength(4);
  expect(readFileSync(join(path, 'added/Caf\u00e9.pdf'), 'utf8')).toBe('x');
});

test('files that are added at the same time all stay', async () => {
  const { path, files } = folders({});
  const paths = await Promise.all(Array.from({ length: 8 }, () => add(path, 'Same')));
  expect(new Set(paths).size).toBe(8);
  expect(files('added')).toHaveLength(8);
});

test('an archive that is one file takes nothing and gives nothing', async () => {
  const { path, kept } = folders({ 'a.txt': 'x' });
  await expect(add(join(path, 'a.txt'), 'T')).rejects.toSatisfy(refusedAs('one-file'));
  await expect(removeFile(join(path, 'a.txt'), 'a.txt', kept)).rejects.toSatisfy(refusedAs('one-file'));
});

test('what was removed before stays when a file of the same path is removed', async () => {
  const { path, kept, write } = folders({});
  for (const text of ['one', 'two', 'three']) {
    write('a/b.txt', text);
    await removeFile(path, 'a/b.txt', kept);
  }
  expect(existsSync(join(path, 'a/b.txt'))).toBe(false);
  const texts = ['b.txt', 'b.txt.2', 'b.txt.3'].map((name) => readFileSync(join(kept, 'a', name), 'utf8'));
  expect(texts).toEqual(['one', 'two', 'three']);
});

test('a file that is gone, a folder, a link and a path that leads out are left alone', async () => {
  const outside = folders({ 'secret.txt': 'x' });
  const { path, kept } = folders({ 'a.txt': 'x' });
  symlinkSync(join(outside.path, 'secret.txt'), join(path, 'link.txt'));
  symlinkSync(outside.path, join(path, 'linked'));
  mkdirSync(join(path, 'folder.txt'));
  const remove = (name: string) => removeFile(path, name, kept);
  await expect(remove('none.txt')).rejects.toSatisfy(refusedAs('gone'));
  for (const name of [
    'folder.txt',
    'link.txt',
    'linked/secret.txt',
    '../x/../../a.txt',
    'folder.txt/../a.txt',
  ]) {
    await expect(remove(name)).rejects.toSatisfy(
      (error) => refusedAs('linked')(error) || refusedAs('gone')(error),
    );
  }
  expect(readFileSync(join(outside.path, 'secret.txt'), 'utf8')).toBe('x');
  expect(existsSync(kept)).toBe(false);
});

test('where what is removed can’t be kept, it stays', async () => {
  const { path, kept } = folders({ 'a.txt': 'x' });
  writeFileSync(kept, 'a file where the folder should be');
  await expect(removeFile(path, 'a.txt', kept)).rejects.toSatisfy(refusedAs('unwritable'));
  expect(existsSync(join(path, 'a.txt'))).toBe(true);
});
