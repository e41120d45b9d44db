import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moveFile } from '../../src/editing/move-file.ts';
import { folderOf } from '../ingest/folder.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

/** Two disks: nothing can be renamed from one to the other. */
const rename = async () => {
  throw failure('EXDEV');
};

async function world() {
  const root = await folderOf({ 'a.txt': 'x' });
  return { from: join(root, 'a.txt'), to: join(root, 'b.txt') };
}

test('a file is moved', async () => {
  const { from, to } = await world();
  await moveFile(from, to);
  expect([existsSync(from), readFileSync(to, 'utf8')]).toEqual([false, 'x']);
});

test('a file is moved to another disk', async () => {
  const { from, to } = await world();
  await moveFile(from, to, { rename, copyFile });
  expect([existsSync(from), readFileSync(to, 'utf8')]).toEqual([false, 'x']);
});

test('where the other disk is full, the file stays, and no half of it is left there', async () => {
  const { from, to } = await world();
  const fullDisk = async () => {
    writeFileSync(to, '');
    throw failure('ENOSPC');
  };
  await expect(moveFile(from, to, { rename, copyFile: fullDisk })).rejects.toMatchObject({ code: 'ENOSPC' });
  expect([readFileSync(from, 'utf8'), existsSync(to)]).toEqual(['x', false]);
});
