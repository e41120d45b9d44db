import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { removeFile } from '../../src/editing/remove-file.ts';
import { folderOf } from '../ingest/folder.ts';

vi.mock('node:fs/promises', { spy: true });

const failure = (code: string) => Object.assign(new Error(code), { code });

/** An archive with one file, and the folder for removed ones on another disk. */
async function world() {
  const root = await folderOf({ 'news/a.txt': 'x' });
  const kept = join(root, 'kept');
  mkdirSync(kept);
  vi.mocked(fs.rename).mockRejectedValueOnce(failure('EXDEV'));
  const [file, removed] = [join(root, 'news/a.txt'), join(kept, 'a.txt')];
  return { remove: () => removeFile(join(root, 'news'), 'a.txt', kept), file, removed };
}

test('a file is moved to another disk', async () => {
  const { remove, file, removed } = await world();
  expect(await remove()).toMatchObject({ location: removed });
  expect([existsSync(file), readFileSync(removed, 'utf8')]).toEqual([false, 'x']);
});

test('where the other disk is full, the file stays, and no half of it is kept', async () => {
  const { remove, file, removed } = await world();
  vi.mocked(fs.copyFile).mockImplementationOnce(async () => {
    writeFileSync(removed, '');
    throw failure('ENOSPC');
  });
  await expect(remove()).rejects.toMatchObject({ name: 'EditError', what: 'ENOSPC' });
  expect([readFileSync(file, 'utf8'), existsSync(removed)]).toEqual(['x', false]);
});
