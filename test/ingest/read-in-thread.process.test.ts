import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import type { CorpusFile, Item } from '../../src/ingest/formats/reader.ts';
import { itemsHere } from '../../src/ingest/read-here.ts';
import type * as Apart from '../../src/ingest/read-in-thread.ts';
import { packageRoot } from '../../src/package.ts';
import { type Files, folderOf } from './folder.ts';
import { billionForms } from './formats/pdf/hostile-pdf.ts';

/** Threads run what is built. Anew for each test: no thread of another one, with its bounds, is at hand. */
async function apart(): Promise<typeof Apart> {
  vi.resetModules();
  return import(join(dirname(dirname(inject('cli'))), 'ingest/read-in-thread.js'));
}

const BOUNDS: Apart.ReadBounds = { floorMs: 60_000, msPerMb: 0, heapMb: 512, growthMb: 4096 };

async function filesOf(files: Files): Promise<CorpusFile[]> {
  const folder = await folderOf(files);
  return Object.keys(files).map((path) => ({ path, location: join(folder, path) }));
}

async function read(files: readonly CorpusFile[]): Promise<Item[][]> {
  const { itemsApart } = await apart();
  return Promise.all(files.map((file) => all(itemsApart(file, BOUNDS))));
}

/** A file that goes over these bounds, and at the same time another one, which comes after it. */
async function over(bounds: Partial<Apart.ReadBounds>): Promise<string[]> {
  const [bad, good] = await filesOf({ 'a.pdf': billionForms(), 'b.html': '<p>Good.</p>' });
  const { itemsApart } = await apart();
  const reading = [all(itemsApart(bad!, { ...BOUNDS, ...bounds })), all(itemsApart(good!, BOUNDS))];
  return (await Promise.all(reading)).flatMap(shown);
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const value of values) gathered.push(value);
  return gathered;
}

/** What is wrong, and whether it is to be read again; or the text. */
function shown(items: readonly Item[]): string[] {
  return items.map((item) =>
    'flaw' in item ? `${item.flaw.reason}${item.flaw.retry ? ' (retry)' : ''}` : item.article.text,
  );
}

test('a file that takes too long is left out, the next one is read, and this thread stays free', async () => {
  let turns = 0;
  const clock = setInterval(() => {
    turns += 1;
  }, 20);
  expect(await over({ floorMs: 1_000 })).toEqual(['took longer than 1 s to read: left out (retry)', 'Good.']);
  clearInterval(clock);
  // A thread that waited would have turned once at most.
  expect(turns).toBeGreaterThan(1);
});

test.each([
  ['heapMb', ''],
  ['growthMb', ' (retry)'],
])('a file over its %s is left out, and the next one is read', async (bound, retry) => {
  expect(await over({ [bound]: 48 })).toEqual([
    `took over 48 MB of memory to read: left out${retry}`,
    'Good.',
  ]);
});

test('files asked for at the same time come as they do one by one, whatever their format', async () => {
  const folder = join(packageRoot(), 'test/ingest/documents');
  const files = readdirSync(folder)
    .filter((path) => !/\.(?:md|sh)$/u.test(path))
    .map((path) => ({ path, location: join(folder, path) }));
  const here = await Promise.all(files.map((file) => all(itemsHere(file))));
  expect(await read(files)).toEqual(here);
});

test('many articles come in order', async () => {
  const items = Array.from({ length: 500 }, (_, i) => ({
    id: String(i),
    content_text: 'Some words. '.repeat(200),
  }));
  const feed = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items });
  const [kept] = await read(await filesOf({ 'a.feed.json': feed }));
  const ids = kept!.flatMap((item) => ('article' in item ? item.article.id : []));
  expect(ids).toEqual(items.map(({ id }) => `a.feed.json#${id}`));
});

test('who stops in the middle of a file leaves the way free for the next', async () => {
  const [mails, good] = await filesOf({
    'a.mbox': 'From a\nSubject: x\n\nbody\n\n'.repeat(1_000),
    'b.html': '<p>Good.</p>',
  });
  const { itemsApart } = await apart();
  for await (const item of itemsApart(mails!, BOUNDS)) {
    expect(item).toHaveProperty('article');
    break;
  }
  expect(shown(await all(itemsApart(good!, BOUNDS)))).toEqual(['Good.']);
});

test('a file that is gone says so', async () => {
  const [items] = await read([{ path: 'a.html', location: '/nowhere/a.html' }]);
  expect(shown(items!)).toEqual(["can't be read: it is not there"]);
});
