import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, inject, onTestFinished, test, vi } from 'vitest';
import type { VectorNews } from '../../src/archive/keep-vectors.ts';
import type { WorkerLostError } from '../../src/threads/worker-lost.ts';
import { ibidHere } from '../cli/ibid-here.ts';
import { HAS_RUNTIME } from '../encoder/has-runtime.ts';
import { FIXTURES } from '../encoder/models.ts';

type Module = typeof import('../../src/archive/archive-thread.ts');

/** The built program: Node 20 starts no thread from TypeScript. */
const BUILT = pathToFileURL(dirname(dirname(inject('cli'))));
const { openArchiveThread } = (await import(`${BUILT}/archive/archive-thread.js`)) as Module;

const folder = mkdtempSync(join(tmpdir(), 'ibid-archive-thread-'));
const corpus = join(folder, 'news');
writeFileSync(corpus.concat('.txt'), 'Talven lies by the river. The mason Ada Brunn closed its quarry.');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread that blocks on the question "block" until it is let go, and ends on the question "crash". */
const script = pathToFileURL(join(folder, 'blocking-worker.mjs'));
writeFileSync(
  script,
  `
  import { workerData } from 'node:worker_threads';
  import { serve } from '${BUILT}/threads/serve.js';
  const answered = [];
  serve(({ method, values }) => {
    if (values?.includes('block')) Atomics.wait(workerData.flag, 0, 0);
    if (values?.includes('crash')) process.exit(1);
    if (String(values?.[1]).startsWith('crowd')) return values;
    answered.push(method);
    return method === 'status' ? { articles: answered.length } : answered;
  });
  `,
);

const flagOf = () => new Int32Array(new SharedArrayBuffer(4));

async function open(task: object, own?: URL) {
  const crashes: WorkerLostError[] = [];
  const news: VectorNews[] = [];
  const listener = {
    note() {},
    changed() {},
    failed() {},
    role() {},
    vectors: (one: VectorNews) => void news.push(one),
    crashed: (error: WorkerLostError) => void crashes.push(error),
  };
  const thread = openArchiveThread(task as Parameters<typeof openArchiveThread>[0], listener, own);
  onTestFinished(() => thread.close());
  await thread.opened;
  return { ...thread, crashes, news };
}

test('an archive answers from its thread as it does without one', async () => {
  const { archive } = await open({
    index: { corpus: `${corpus}.txt`, data: join(folder, 'data') },
    watch: 'off',
  });
  const { status, citations } = await archive.ask('who', 'Ada Brunn');
  expect(status).toBe('found');
  expect(citations.map(({ quote }) => quote)).toEqual(['The mason Ada Brunn closed its quarry.']);
  expect(await archive.status()).toMatchObject({ articles: 1, sentences: 2, engine: 'minisearch' });
});

test('an archive that is not there is wrong use, told as itself', async () => {
  const opening = open({ index: { corpus: join(folder, 'none'), data: join(folder, 'data') }, watch: 'off' });
  await expect(opening).rejects.toThrow();
  await expect(opening).rejects.toSatisfy((error) => (error as Error).name !== 'WorkerLostError');
});

/** A thread that has read 40 of 100 bytes, and opens when it is let go. */
const reading = pathToFileURL(join(folder, 'reading-worker.mjs'));
writeFileSync(
  reading,
  `
  import { workerData } from 'node:worker_threads';
  import { emit, serve } from '${BUILT}/threads/serve.js';
  emit({ progress: { done: 40, all: 100 } });
  serve(({ method }) => {
    Atomics.wait(workerData.flag, 0, 0);
    return method;
  });
  `,
);

test('an archive that is still read says how far it is, and answers when it is open', async () => {
  const flag = flagOf();
  const listener = { note() {}, changed() {}, failed() {}, role() {}, vectors() {}, crashed() {} };
  const task = { flag } as unknown as Parameters<typeof openArchiveThread>[0];
  const { archive, opened, progress, close } = openArchiveThread(task, listener, reading);
  onTestFinished(close);
  await expect(archive.ask('ask', 'a')).rejects.toMatchObject({ name: 'ArchiveReadingError', percent: 0 });
  while (progress().all === 0) await new Promise((resolve) => setImmediate(resolve));
  await expect(archive.ask('ask', 'a')).rejects.toMatchObject({ name: 'ArchiveReadingError', percent: 40 });
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
  await opened;
  expect(await archive.ask('ask', 'a')).toBe('ask');
});

test('one that is closed while it is read ends at its next step', async () => {
  const articles = Array.from(
    { length: 100_000 },
    (_, i) => `{"id":"${i}","text":"Town ${i} lies by the river."}`,
  );
  writeFileSync(`${corpus}.jsonl`, articles.join('\n'));
  const task = { index: { corpus: `${corpus}.jsonl`, data: join(folder, 'large') }, watch: 'on' } as const;
  const thread = openArchiveThread(task, {
    note() {},
    changed() {},
    failed() {},
    role() {},
    vectors() {},
    crashed() {},
  });
  while (thread.progress().done === 0) await new Promise((resolve) => setImmediate(resolve));
  await thread.close();
  await expect(thread.opened).rejects.toThrow();
  await expect(thread.archive.status()).rejects.toMatchObject({ name: 'ArchiveReadingError' });
});

test('how much there is to read is told while it is read', async () => {
  const thread = await open({
    index: { corpus: `${corpus}.txt`, data: join(folder, 'other-data') },
    watch: 'off',
  });
  expect(thread.progress().all).toBe(statSync(`${corpus}.txt`).size);
});

test('while a question blocks its thread, this thread goes on, and what is typed goes first afterwards', async () => {
  const flag = flagOf();
  const { archive } = await open({ flag }, script);
  const asked = [
    archive.ask('ask', 'block'),
    archive.quote('a'),
    archive.quote('b'),
    archive.quote('c'),
    archive.suggest('typed', 5),
  ];
  let turns = 0;
  for (; turns < 100; turns++) await new Promise((resolve) => setImmediate(resolve));
  expect(turns).toBe(100);
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
  const [, , , , order] = (await Promise.all(asked)) as unknown as string[][];
  // Two calls beside the question are in the thread at a time; of those that wait the suggestion is first.
  expect(order).toEqual(['status', 'ask', 'quote', 'quote', 'suggest']);
});

test('of a crowd of questions those that many wait behind are answered in the order of words', async () => {
  const flag = flagOf();
  const { archive } = await open({ flag }, script);
  const asked = [archive.ask('ask', 'block'), archive.ask('ask', 'block')];
  const crowd = Array.from({ length: 12 }, (_, i) => archive.ask('ask', `crowd ${i}`, { limit: 1 }));
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
  await Promise.all(asked);
  const options = (await Promise.all(crowd)).map((values) => (values as unknown as object[])[2]);
  const hurried = { limit: 1, byWords: true };
  // Of twelve that wait, the first starts with eleven behind it, the fourth with eight.
  expect(options).toEqual([hurried, hurried, hurried, ...Array(9).fill({ limit: 1 })]);
});

test('a thread that crashes is told to who asked and to the log, and the next question is answered', async () => {
  const { archive, crashes } = await open({ flag: flagOf() }, script);
  await expect(archive.ask('ask', 'crash')).rejects.toMatchObject({ name: 'WorkerLostError' });
  expect(crashes).toHaveLength(1);
  expect(await archive.quote('again')).toEqual(['quote']);
});

test.skipIf(!HAS_RUNTIME)(
  'vectors of all sentences are kept, also across a stop, and status says how many',
  async () => {
    writeFileSync(`${corpus}-north.txt`, 'Talven lies north. The river goes west. Nothing is south of it.');
    const [data, model] = [join(folder, 'vectors-data'), join(FIXTURES, 'bi-encoder')];
    const index = { corpus: `${corpus}-north.txt`, data };
    const task = { index, watch: 'off', models: [model], modelIndex: true };
    const whole = { model: 'bi-encoder', kept: 3, past: 3, sentences: 3, isWhole: true };
    for (const _ of ['first', 'again']) {
      const { news, close } = await open(task);
      await vi.waitUntil(() => news.length === 2, { timeout: 60_000 });
      expect(news).toEqual([{ ...whole, kept: 0, past: 0, isWhole: false }, whole]);
      await close();
    }
    const env = { IBID_DATA: data, IBID_MODEL: model, IBID_MODEL_INDEX: '1' };
    const status = (more: object = {}) =>
      ibidHere(['status', '--corpus', index.corpus], { cwd: folder, env: { ...env, ...more } });
    expect((await status()).stdout).toMatch(/^Vectors {5}3 of 3 sentences \(bi-encoder\)$/m);
    expect((await status({ IBID_MODEL_INDEX: '0' })).stdout).not.toContain('Vectors');
    expect((await status({ IBID_DATA: join(folder, 'none') })).stdout).toContain('0 of 3 sentences');
  },
);
