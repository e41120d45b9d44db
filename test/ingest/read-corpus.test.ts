import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { EXTENSIONS } from '../../src/ingest/formats/readers.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';
import { corpusOf, type Files, folderOf, linesOf } from './folder.ts';

async function check(files: Files, ids: string[], problems: string[] = []) {
  const corpus = await corpusOf(files);
  expect(corpus.articles.map(({ id }) => id)).toEqual(ids);
  expect(linesOf(corpus.problems)).toEqual(problems);
}

async function titleOf(text: string, name = 'a.txt') {
  const { articles } = await corpusOf({ [name]: text });
  return { title: articles[0]?.title, origin: articles[0]?.origin.title };
}

test('an article is called by its path without extension, in the order of code units', () =>
  check({ 'b.txt': 'b', 'a/z.md': 'z', 'a.txt': 'a', 'B.TXT': 'B', 'é.txt': 'é', 'a/2020.01.txt': 'dots' }, [
    'B',
    'a',
    'a/2020.01',
    'a/z',
    'b',
    'é',
  ]));

test('the order holds however many files are read at once', async () => {
  const names = Array.from({ length: 100 }, (_, n) => `${String(n).padStart(3, '0')}`);
  await check(
    Object.fromEntries(names.map((name, n) => [`${name}.txt`, 'word '.repeat((101 - n) * 50)])),
    names,
  );
});

test('hidden files, hidden folders and other formats are left out without a word', () =>
  check({ 'a.txt': 'a', '.b.txt': 'b', '.git/c.txt': 'c', 'd.xyz': 'd', 'e/.f/g.md': 'g', Makefile: 'm' }, [
    'a',
  ]));

test("the corpus's own README is not an article, another folder's is", () =>
  check({ 'a.txt': 'a', 'ReadMe.md': 'how to', 'news/README.md': 'n' }, ['a', 'news/README']));

test('files are left out by absolute path, by path in the corpus and by path from the working directory', async () => {
  const folder = await folderOf({ 'a.txt': 'a', 'b.txt': 'b', 'c/d.txt': 'd', 'e.txt': 'e' });
  const exclude = [join(folder, 'a.txt'), 'c/d.txt', relative(process.cwd(), join(folder, 'e.txt'))];
  const { articles } = await readCorpus(folder, { exclude });
  expect(articles.map(({ id }) => id)).toEqual(['b']);
});

test('one file is a corpus', async () => {
  const folder = await folderOf({ 'news/README.md': 'a', 'news/b.jsonl': '{"text":"b"}' });
  const one = await readCorpus(join(folder, 'news/README.md'));
  expect(one.articles.map(({ id, path }) => [id, path])).toEqual([['README', 'README.md']]);
  const other = await readCorpus(join(folder, 'news/b.jsonl'));
  expect(other.articles.map(({ id, path }) => [id, path])).toEqual([['b.jsonl#line-1', 'b.jsonl']]);
});

test('a corpus that is not there says what to do', async () => {
  const folder = await folderOf({});
  await expect(readCorpus(join(folder, 'nowhere'))).rejects.toThrow(
    /^There is no folder or file .*nowhere: create it and put articles \(\.txt, \.md, \.jsonl, .+, or [^,]+\) in it/,
  );
});

test('a file of another format says which ones are read', async () => {
  const folder = await folderOf({ 'a.xyz': 'a' });
  await expect(readCorpus(join(folder, 'a.xyz'))).rejects.toThrow(/a file that ends in \.txt, \.md/);
});

test('a folder without articles is an empty corpus with a warning', () =>
  check({ 'a.xyz': 'a' }, [], [`warning . no articles: add ${EXTENSIONS.join(', ')} files`]));

test('documents keep their extension, and so the same in two forms is two articles', () =>
  check({ 'a.rtf': '{\\rtf1 One.}', 'a.txt': 'One.' }, ['a.rtf', 'a']));

test('an id that is taken names where', () =>
  check(
    { 'a.jsonl': '{"id":1,"text":"One."}\n{"id":1,"text":"Two."}' },
    ['a.jsonl#1'],
    ['error a.jsonl:2 duplicate id: a.jsonl#1 is already the article in a.jsonl, line 1'],
  ));

test('a text of white space is no text', () =>
  check(
    { 'a.txt': '', 'b.txt': ' \n\t\u00a0\n', 'c.txt': 'c' },
    ['c'],
    ['error a.txt no text', 'error b.txt no text'],
  ));

test('the text of a .txt file is the file, to the last blank', async () => {
  const text = '\n  Ma’asaran\r\n\r\n\ttab \u00a0é e\u0301 \n\n';
  const { articles } = await corpusOf({ 'a.txt': text });
  expect(articles[0]).toEqual({
    id: 'a',
    path: 'a.txt',
    text,
    title: 'Ma’asaran',
    encoding: 'utf-8',
    origin: { title: 'opening words' },
  });
});

test('a title is cut at a word, and says so', async () => {
  const words =
    'Syrian government forces have liberated more areas during a large-scale, counter-terrorism offensive';
  expect(await titleOf(`\n\n${words}\nmore`)).toEqual({
    title: 'Syrian government forces have liberated more areas during a large-scale…',
    origin: 'opening words',
  });
});

test('a title is one line with single spaces', async () => {
  expect((await titleOf('  One \t two\u00a0 three  \nfour')).title).toBe('One two three');
});

test('a title without spaces is cut between characters', async () => {
  expect((await titleOf('中'.repeat(100))).title).toBe(`${'中'.repeat(80)}…`);
  expect((await titleOf(`x${'👨‍👩‍👧'.repeat(30)}`)).title).toBe(`x${'👨‍👩‍👧'.repeat(9)}…`);
});

test('links to files and folders are followed', async () => {
  const folder = await folderOf({ 'a.txt': 'a' });
  const elsewhere = await folderOf({ 'b.txt': 'b', 'c/d.txt': 'd' });
  await symlink(join(elsewhere, 'b.txt'), join(folder, 'linked.txt'));
  await symlink(elsewhere, join(folder, 'more'));
  const { articles, problems } = await readCorpus(folder);
  expect(articles.map(({ id }) => id)).toEqual(['a', 'linked', 'more/b', 'more/c/d']);
  expect(problems).toEqual([]);
});

test('a corpus may itself be a link', async () => {
  const folder = await folderOf({ 'real/a.txt': 'a' });
  await symlink('real', join(folder, 'link'));
  expect((await readCorpus(join(folder, 'link'))).articles).toHaveLength(1);
});

test('links that lead back are named and not followed', async () => {
  const folder = await folderOf({ 'a/b/c/d.txt': 'd', 'e/f.txt': 'f' });
  await symlink('../..', join(folder, 'a/b/root'));
  await symlink('../../b', join(folder, 'a/b/c/back'));
  await symlink('/', join(folder, 'a/above'));
  await symlink('self.txt', join(folder, 'self.txt'));
  const { articles, problems } = await readCorpus(folder);
  expect(articles.map(({ id }) => id)).toEqual(['a/b/c/d', 'e/f']);
  expect(linesOf(problems)).toEqual([
    'warning a/above links back to the corpus itself: not followed',
    'warning a/b/c/back links back to a/b: not followed',
    'warning a/b/root links back to the corpus itself: not followed',
    "error self.txt can't be read: its symbolic links lead in a circle",
  ]);
});

test('two folders that link to each other end', async () => {
  const folder = await folderOf({ 'a/x.txt': 'x', 'b/y.txt': 'y' });
  await symlink('../b', join(folder, 'a/b'));
  await symlink('../a', join(folder, 'b/a'));
  const { articles, problems } = await readCorpus(folder);
  expect(articles.map(({ id }) => id)).toEqual(['a/b/y', 'a/x', 'b/a/x', 'b/y']);
  expect(linesOf(problems)).toEqual([
    'warning a/b/a links back to a: not followed',
    'warning b/a/b links back to b: not followed',
  ]);
});

test('a link to nothing is named, unless its format is another', async () => {
  const folder = await folderOf({ 'a.txt': 'a' });
  for (const name of ['b.txt', 'folder', 'c.xyz']) await symlink('nowhere', join(folder, name));
  expect(linesOf((await readCorpus(folder)).problems)).toEqual([
    "error b.txt can't be read: it links to something that is not there",
    "error folder can't be read: it links to something that is not there",
  ]);
});

/** Root may read everything: the test becomes another user for a while, as the process it runs in allows. */
async function asNobody<T>(action: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return action();
  process.seteuid?.(65534);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}

function canBecomeNobody(): boolean {
  if (process.platform === 'win32') return false;
  try {
    if (process.getuid?.() === 0) process.seteuid?.(65534);
    return true;
  } catch {
    return false;
  } finally {
    if (process.getuid?.() === 0) process.seteuid?.(0);
  }
}

test.skipIf(!canBecomeNobody())('what may not be read is named, and the rest loads', async () => {
  const folder = await folderOf({
    'a.txt': 'a',
    'b.txt': 'b',
    'c.jsonl': '{"text":"c"}',
    'd/e.txt': 'e',
    'f.txt': 'f',
  });
  await readCorpus(folder); // The readers are loaded by the user who may.
  await chmod(folder, 0o755);
  for (const name of ['b.txt', 'c.jsonl', 'd']) await chmod(join(folder, name), 0o000);
  const { articles, problems } = await asNobody(() => readCorpus(folder));
  await chmod(join(folder, 'd'), 0o755);
  expect(articles.map(({ id }) => id)).toEqual(['a', 'f']);
  expect(linesOf(problems)).toEqual([
    "error d can't be read: permission denied",
    "error b.txt can't be read: permission denied",
    "error c.jsonl can't be read: permission denied",
  ]);
});

test.skipIf(!canBecomeNobody())('a corpus that may not be read at all says what to do', async () => {
  const folder = await folderOf({});
  await mkdir(join(folder, 'closed'), { mode: 0o700 });
  await writeFile(join(folder, 'closed/a.txt'), 'a');
  await expect(asNobody(() => readCorpus(join(folder, 'closed')))).rejects.toThrow(
    /can't be read: permission denied\. Let the user who runs Ibid read it/,
  );
});
