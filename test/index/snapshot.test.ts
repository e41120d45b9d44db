import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { archiveOver } from '../../src/archive/index-archive.ts';
import { connect } from '../../src/index/database/connection.ts';
import { openForReading } from '../../src/index/database/open-database.ts';
import { openWriter } from '../../src/index/index-writer.ts';
import { saidBy, world } from './synced-world.ts';

/** Whether some reader keeps what is in the log from going into the file. */
async function isHeld(location: string): Promise<boolean> {
  const connection = await connect(location);
  const [, logged, moved] = connection.row('PRAGMA wal_checkpoint(PASSIVE)') as [number, number, number];
  connection.close();
  return moved < logged;
}

test('a snapshot in use stays as it is while a sync shows another one, and is closed when the last question is done', async () => {
  const { index, at, location, expectFresh } = await world();
  await index.use(async (outer) => {
    const before = [outer.articles, await outer.metadata.newest(0, 9)];
    const [number] = (await outer.metadata.byTitle('Talven lies by the')) ? [0] : [0];
    await rm(at('b.txt'));
    await writeFile(at('d.txt'), 'Three came to Sollen.');
    await index.use(async () => {
      expect((await index.sync()).changed).toBe(true);
    });
    expect([outer.articles, await outer.metadata.newest(0, 9)]).toEqual(before);
    const [hits] = await outer.search([{ terms: ['talven'], limit: 9 }]);
    expect(hits).toHaveLength(2);
    expect(await outer.documents([hits![0]!.document, number!])).toHaveLength(2);
    await index.use(async (inner) => {
      expect((await inner.search([{ terms: ['talven'], limit: 9 }]))[0]).toEqual([]);
    });
    expect(await isHeld(location)).toBe(true);
  });
  // The one that is shown now was opened after everything that is in the log.
  expect(await isHeld(location)).toBe(false);
  await expectFresh();
});

/** Another connection that holds the write lock, as another process does while it writes a large file. */
async function withWriteLock<T>(location: string, work: () => Promise<T>): Promise<T> {
  const connection = await connect(location);
  connection.exec('BEGIN IMMEDIATE');
  try {
    return await work();
  } finally {
    connection.exec('ROLLBACK');
    connection.close();
  }
}

test('while another process writes, a complete index opens, answers from what is there, and says so', async () => {
  const { location, archive, open, told, at, index } = await world();
  const said = await saidBy(archive);
  await withWriteLock(location, async () => {
    // Nothing has changed: nobody needs the lock.
    expect(await saidBy(archiveOver(await open()))).toEqual(said);
    expect(told).toEqual([]);
    await writeFile(at('a.txt'), 'Another one came to Talven.');
    expect(await saidBy(archiveOver(await open()))).toEqual(said);
    expect(told).toEqual(['another process is writing the index: answers are as of what it had written']);
  });
  expect((await index.sync()).changes.changed).toEqual(['a.txt']);
});

test('readers never take the write lock', async () => {
  const { location, archive } = await world();
  await withWriteLock(location, async () => {
    const connection = await openForReading(location);
    expect(connection).toBeDefined();
    connection!.close();
    await saidBy(archive);
  });
  const writer = await openWriter(location);
  // One that reads is in nobody's way either.
  writer.store.begin();
  writer.store.rollback();
  writer.close();
});
