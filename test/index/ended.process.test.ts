import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';

/** The built program: Node 20 starts no thread from TypeScript. */
const BUILT = pathToFileURL(dirname(dirname(inject('cli'))));
const { openIndex } = (await import(
  `${BUILT}/index/open-index.js`
)) as typeof import('../../src/index/open-index.ts');

test('a sync that runs in its thread is ended when the index is closed, and what it was writing is not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ibid-ended-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const corpus = join(folder, 'news');
  const write = (articles: number) =>
    writeFileSync(
      `${corpus}.jsonl`,
      Array.from({ length: articles }, (_, i) =>
        JSON.stringify({ id: `${i}`, text: `Town ${i} lies by the river.` }),
      ).join('\n'),
    );
  write(1);
  const options = {
    corpus: `${corpus}.jsonl`,
    data: join(folder, 'data'),
    tell: expect.fail,
    followed: true,
  };
  const index = await openIndex(options);
  write(200_000);
  const syncing = index.sync();
  syncing.catch(() => {});
  await index.close();
  await expect(syncing).rejects.toThrow();
  write(2);
  const again = await openIndex(options);
  expect(await again.use(async (snapshot) => snapshot.metadata.count({}))).toBe(2);
  await again.close();
});
