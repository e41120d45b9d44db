import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCorpus } from '../../src/ingest/read-corpus.ts';
import { folderOf, linesOf } from './folder.ts';

/** A file of any size at once: the system keeps no zeros. */
async function makeLarge(path: string, megabytes: number) {
  const file = await open(path, 'w');
  await file.truncate(megabytes * 1024 * 1024);
  await file.close();
}

test('a folder with a broken file of every kind loads the good ones and names each bad one', async () => {
  const folder = await folderOf({
    'good.txt': 'Good.',
    'good.md': '---\ntitle: Good\n---\nGood.',
    'latin.txt': Buffer.from('one\ntwo\ncaf\xe9', 'latin1'),
    'yaml.md': '---\ntitle: "never closed\n---\nText',
    'half.jsonl': '{"id":1,"text":"Good."}\n{"id":2,"text":"cut in ha',
    'empty.txt': '',
    'loop/inside.txt': 'Good.',
  });
  await makeLarge(join(folder, 'large.txt'), 50);
  await makeLarge(join(folder, 'large.jsonl'), 50);
  await symlink('.', join(folder, 'loop/again'));
  // What may not be read is in corpus.test.ts; a file that turns out to be a folder is refused in the same way.
  await symlink('gone.txt', join(folder, 'link.txt'));
  await mkdir(join(folder, 'folder.txt'));
  await writeFile(join(folder, 'folder.txt/inside.txt'), 'Good.');

  const { articles, problems } = await readCorpus(folder);
  const ids = articles.map(({ id }) => id);
  expect(ids).toEqual(['folder.txt/inside', 'good', 'half.jsonl#1', 'latin', 'loop/inside']);
  expect(linesOf(problems)).toEqual([
    "error link.txt can't be read: it links to something that is not there",
    'warning loop/again links back to loop: not followed',
    'error empty.txt no text',
    'error good.txt duplicate id: good is already the article in good.md',
    expect.stringMatching(/^error half\.jsonl:2 not JSON: Unterminated string/),
    'error large.jsonl:1 too large: a line over 10 MB, which is the limit for one article',
    'error large.txt too large: 50 MB; the limit for one article is 10 MB: split it',
    'warning latin.txt:3 not UTF-8: read as windows-1252',
    expect.stringMatching(/^error yaml\.md:[23] front matter isn't YAML: /),
  ]);
});

test('10 MB is an article, a byte more is not', async () => {
  const folder = await folderOf({
    'a.txt': 'a'.repeat(10 * 1024 * 1024),
    'b.md': 'b'.repeat(10 * 1024 * 1024 + 1),
  });
  const { articles, problems } = await readCorpus(folder);
  expect(articles.map(({ id }) => id)).toEqual(['a']);
  expect(linesOf(problems)).toEqual([
    'error b.md too large: 10.1 MB; the limit for one article is 10 MB: split it',
  ]);
});

test('a large file is not held in memory', async () => {
  const folder = await folderOf({ 'good.txt': 'Good.' });
  await makeLarge(join(folder, 'large.txt'), 4000);
  await makeLarge(join(folder, 'large.jsonl'), 400);
  const before = process.memoryUsage().arrayBuffers;
  await readCorpus(folder);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * 1024 * 1024);
});
