import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

type Examining = typeof import('../../src/editing/examiner.ts');

const folder = mkdtempSync(join(tmpdir(), 'ibid-examine-'));
let examiner: Examining['examiner'];
/** So many articles take their time, and memory. */
const large = fileOf('large', '{"text":"The quarry of Sollen was closed."}\n'.repeat(200_000));
const small = fileOf('small', 'The quarry of Sollen was closed. Nobody was hurt.');

function fileOf(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

beforeAll(async () => {
  // As it is built: a thread of its own is started from there only.
  const built = join(dirname(dirname(inject('cli'))), 'editing/examiner.js');
  ({ examiner } = (await import(built)) as Examining);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file is read as the archive would', async () => {
  const examined = await examiner()(small);
  expect(examined).toMatchObject({
    upload: {
      extension: '.txt',
      articles: 1,
      sentences: 2,
      first: { opening: 'The quarry of Sollen was closed.' },
    },
  });
});

test('one that takes too long is given up, and the next one is read', async () => {
  const examine = examiner({ cpuMs: 300, heapMb: 512, waiting: 8 });
  expect(await examine(large)).toEqual({ rejected: { why: 'slow' } });
  expect(await examiner()(small)).toHaveProperty('upload');
});

test('one that takes too much memory is given up, and this process stays', async () => {
  const examine = examiner({ cpuMs: 20_000, heapMb: 16, waiting: 8 });
  expect(await examine(large)).toEqual({ rejected: { why: 'memory' } });
});

test('more files than can wait are turned away', async () => {
  const examine = examiner({ cpuMs: 20_000, heapMb: 512, waiting: 1 });
  const results = await Promise.all([examine(small), examine(small), examine(small)]);
  expect(results.map((result) => 'upload' in result)).toEqual([true, true, false]);
  expect(results[2]).toEqual({ rejected: { why: 'busy' } });
});

test('a file that is gone is a failure, not a finding', async () => {
  await expect(examiner()(join(folder, 'none'))).rejects.toThrow('ENOENT');
});
