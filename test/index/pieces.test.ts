import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { filesIn, type Store } from '../../src/index/documents/document-store.ts';
import { readDocument } from '../../src/index/documents/document-table.ts';
import { problemsIn } from '../../src/index/documents/problems.ts';
import { openWriter } from '../../src/index/index-writer.ts';
import { syncFiles } from '../../src/index/sync-files.ts';
import { filesOf } from '../../src/ingest/files/files.ts';
import { folderOf } from '../ingest/folder.ts';
import { expectIndexed } from './expect-indexed.ts';
import { freshContent, refreshed, storedContent } from './stored.ts';

/** Articles of one file; some have an id in common, and then the first one counts. */
const LINES = fc.array(
  fc.record({ id: fc.integer({ min: 0, max: 9 }), round: fc.integer({ min: 0, max: 3 }) }),
  {
    maxLength: 14,
  },
);

type Lines = readonly { readonly id: number; readonly round: number }[];

function textOf({ id, round }: Lines[number]): string {
  return `Round ${round} of article ${id}. It goes on.`;
}

/** A bit more than an article's text: two articles end a transaction. */
const PIECE = 60;

/** An index over a folder with one file. */
async function world() {
  const folder = await folderOf({});
  const location = join(await folderOf({}), 'articles.db');
  const writer = await openWriter(location, (why) => expect.fail(why));
  onTestFinished(() => writer.close());
  return {
    folder,
    location,
    store: writer.store,
    write: (lines: Lines) =>
      writeFileSync(
        join(folder, 'many.jsonl'),
        lines.map((line) => JSON.stringify({ id: line.id, text: textOf(line) })).join('\n'),
      ),
  };
}

/** The store, but for its `n`th transaction from here on, which isn't committed. */
function stoppingAt(store: Store, n: number): Store {
  let left = n;
  return {
    ...store,
    commit() {
      left -= 1;
      if (left === 0) throw new Error('stopped');
      store.commit();
    },
  };
}

/** The text that counts of each article, by its id. */
function activeIn({ connection }: Store): Map<string, string> {
  const rows = [...connection.rows('SELECT number FROM articles WHERE active = 1')];
  return new Map(
    rows.map(([number]) => {
      const { id, text } = readDocument(connection, Number(number)).article;
      return [id, text];
    }),
  );
}

function isUnfinished({ connection }: Store): boolean {
  const files = filesIn(connection).map(({ path }) => ({ path, location: '' }));
  const problems = problemsIn(connection, { files, problems: [], folders: [], others: new Map() });
  return problems.some(({ reason }) => reason.startsWith('not read to its end yet'));
}

test('a file that is written in many transactions is read as in one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(LINES, { minLength: 1, maxLength: 4 }), async (rounds) => {
      const { folder, location, store, write } = await world();
      for (const lines of rounds) {
        write(lines);
        await refreshed(store, folder, { piece: PIECE });
        expect(await storedContent(store, folder)).toEqual(await freshContent(folder));
        await expectIndexed(location);
        expect(isUnfinished(store)).toBe(false);
      }
    }),
    { numRuns: 20 },
  );
});

test('stopped between two of them, each article is as before or after, and the file is read to its end next time', async () => {
  let between = 0;
  await fc.assert(
    fc.asyncProperty(LINES, LINES, fc.integer({ min: 2, max: 6 }), async (before, after, n) => {
      const { folder, location, store, write } = await world();
      write(before);
      await refreshed(store, folder);
      const earlier = activeIn(store);
      write(after);
      const { files } = await filesOf(folder);
      const stopped = await syncFiles(stoppingAt(store, n), files, { piece: PIECE }).then(
        () => false,
        () => true,
      );
      const held = activeIn(store);
      await expectIndexed(location);
      if (stopped) {
        expect(isUnfinished(store)).toBe(true);
        between += 1;
      }
      await refreshed(store, folder, { piece: PIECE });
      const later = activeIn(store);
      for (const [id, text] of held) {
        const texts = [...before, ...after].filter((line) => id.endsWith(`${line.id}`)).map(textOf);
        expect(texts).toContain(text);
      }
      // One that is there before and after is there all the time.
      for (const id of earlier.keys()) if (later.has(id)) expect(held.has(id)).toBe(true);
      expect(await storedContent(store, folder)).toEqual(await freshContent(folder));
      await expectIndexed(location);
    }),
    { numRuns: 20 },
  );
  expect(between).toBeGreaterThan(0);
});

test('a folder that is emptied goes in many transactions, too', async () => {
  const { folder, location, store, write } = await world();
  write(Array.from({ length: 10 }, (_, id) => ({ id, round: 0 })));
  await refreshed(store, folder);
  await expect(syncFiles(stoppingAt(store, 3), [], { piece: 300 })).rejects.toThrow('stopped');
  expect(isUnfinished(store)).toBe(true);
  const left = await expectIndexed(location);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(10);
  await syncFiles(store, [], { piece: 300 });
  expect(await expectIndexed(location)).toBe(0);
});
