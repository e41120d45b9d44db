import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { filesOf } from '../../src/ingest/files/files.ts';
import { packageRoot } from '../../src/package.ts';
import { articleOf } from '../articles.ts';
import { type Files, folderOf } from '../ingest/folder.ts';
import { dumpOf } from './dump.ts';

/** The built program: Node 20 starts no thread from TypeScript. */
const BUILT = pathToFileURL(dirname(dirname(inject('cli'))));
const { openWriter } = (await import(
  `${BUILT}/index/index-writer.js`
)) as typeof import('../../src/index/index-writer.ts');
const { syncFiles } = (await import(
  `${BUILT}/index/sync-files.js`
)) as typeof import('../../src/index/sync-files.ts');
const { openPreparing } = (await import(
  `${BUILT}/index/preparing.js`
)) as typeof import('../../src/index/preparing.ts');

/** The index of a folder that so many threads prepare, after each of these edits of it. */
async function dumps(folder: string, threads: number, edits: readonly Files[] = [{}]) {
  const location = join(await folderOf({}), 'articles.db');
  const writer = await openWriter(location, (why) => expect.fail(why));
  const after = [];
  for (const edit of edits) {
    for (const [path, content] of Object.entries(edit)) writeFileSync(join(folder, path), content);
    const { files } = await filesOf(folder);
    await syncFiles(writer.store, files, { threads, batch: 2_000, piece: 500, now: () => 0 });
    after.push(dumpOf(writer.store.connection, location));
  }
  writer.close();
  return after.map((dump) => ({ ...dump, files: dump.files!.map((row) => row.split(' ')[1]) }));
}

const WORDS = [
  'Ada',
  'Brunn',
  'al-Dana',
  'HTS',
  'Hayat Tahrir (HTS)',
  'the',
  'in',
  'said',
  'quarry.',
  '中文',
  '"He',
  '\ud800',
];
const TEXT = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' '));
/** Some ids occur twice, in a file and in two; some lines are no article. */
const LINE = fc.oneof(
  { weight: 5, arbitrary: fc.record({ id: fc.nat(9), text: TEXT }).map((line) => JSON.stringify(line)) },
  { weight: 1, arbitrary: fc.constantFrom('', '{', '{"text":5}') },
);
const FILES = fc.dictionary(
  fc.constantFrom('a.jsonl', 'b.jsonl', 'c.txt', 'd.html'),
  fc.array(LINE, { maxLength: 30 }).map((lines) => lines.join('\n')),
);

test('however many threads prepare a folder, and however it is edited, the index is the same to the last byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(FILES, { minLength: 1, maxLength: 3 }), async (edits) => {
      const [none, one, three] = await Promise.all(
        [0, 1, 3].map(async (threads) => dumps(await folderOf({}), threads, edits)),
      );
      expect(one).toEqual(none);
      expect(three).toEqual(none);
    }),
    { numRuns: 5 },
  );
});

test.each(['corpus', 'test/ingest/packed', 'test/ingest/documents'])(
  'so is that of %s, in all formats',
  async (path) => {
    const folder = join(packageRoot(), path);
    expect(await dumps(folder, 3)).toEqual(await dumps(folder, 0));
  },
);

test('a thread that is lost is followed by another one, and says that it has prepared nothing', async () => {
  const preparing = openPreparing(1, 8)!;
  const text = readFileSync(import.meta.filename, 'utf8').repeat(500);
  expect(await preparing.prepare([articleOf(text)])).toBeUndefined();
  expect(await preparing.prepare([articleOf('Rain fell.')])).toMatchObject({
    words: expect.arrayContaining(['rain']),
  });
  await preparing.close();
});

test('who closes it while it prepares is not waited for', async () => {
  const preparing = openPreparing(2)!;
  const coming = preparing.prepare([articleOf('Rain fell. '.repeat(400_000))]);
  await preparing.close();
  expect(await coming).toBeUndefined();
});
