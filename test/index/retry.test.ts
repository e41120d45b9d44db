import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { IN_MEMORY } from '../../src/index/database/connection.ts';
import { openForWriting } from '../../src/index/database/open-database.ts';
import { storeOf } from '../../src/index/documents/document-store.ts';
import { problemsIn } from '../../src/index/documents/problems.ts';
import { syncFiles } from '../../src/index/sync-files.ts';
import { filesOf } from '../../src/ingest/files/files.ts';
import { folderOf } from '../ingest/folder.ts';

/** Syncs at these minutes a file that the system refuses to open with this code; returns when it was opened. */
async function openedAt(code: string, minutes: readonly number[], touchAt?: number): Promise<number[]> {
  const folder = await folderOf({ 'a.txt': 'One.' });
  const location = join(folder, 'a.txt');
  const store = storeOf(await openForWriting(IN_MEMORY));
  onTestFinished(() => store.close());
  await utimes(location, 1, 1);
  const times: number[] = [];
  for (const minute of minutes) {
    if (minute === touchAt) await utimes(location, 2, 2);
    const open = () => {
      times.push(minute);
      throw Object.assign(new Error(code), { code });
    };
    const walked = await filesOf(folder);
    const files = walked.files.map((file) => ({ ...file, open }));
    await syncFiles(store, files, { now: () => minute * 60_000 });
    // As any other problem: nothing of it says that it is tried again.
    const [problem] = problemsIn(store.connection, walked);
    expect(problem).toEqual({ severity: 'error', path: 'a.txt', reason: expect.any(String) });
  }
  return times;
}

test('a file that may be read next time is read again after an hour, and each hour', async () => {
  expect(await openedAt('EMFILE', [0, 1, 59, 60, 61, 119, 120])).toEqual([0, 60, 120]);
});

test('a file that may be read next time is read again when it is touched', async () => {
  expect(await openedAt('EMFILE', [0, 1, 2, 3], 2)).toEqual([0, 2]);
});

test('a file that can’t be read is read once, touched or not', async () => {
  expect(await openedAt('EACCES', [0, 1, 60, 600], 60)).toEqual([0]);
});
