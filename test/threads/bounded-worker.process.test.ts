import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, expect, inject, test, vi } from 'vitest';
import {
  type BoundedWorker,
  type BoundedWorkerOptions,
  boundedWorker,
} from '../../src/threads/bounded-worker.ts';
import { threadClock } from '../../src/threads/thread-clock.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What the thread does with each request. */
const SCRIPT = `
  import { emit, serve } from '${pathToFileURL(join(dirname(dirname(inject('cli'))), 'threads/serve.js'))}';
  import { threadId } from '${pathToFileURL(join(dirname(dirname(inject('cli'))), 'threads/thread-clock.js'))}';
  import { setTimeout as later } from 'node:timers/promises';
  class Refused extends Error { name = 'Refused'; what = 'a file'; }
  class Strange extends TypeError { name = 'Strange'; }
  let calls = 0;
  const block = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  serve(async (request) => {
    calls += 1;
    if (request === 'wait for ever') return new Promise(() => {});
    if (request === 'spin') for (;;);
    if (request === 'block') block(1_000);
    if (request === 'tell') { emit('first'); emit('second'); }
    if (request === 'refuse') throw new Refused('not this one');
    if (request === 'fail') throw new Strange('failed');
    if (request === 'return a function') return () => {};
    if (request === 'end') process.exit();
    if (request === 'crash') { setImmediate(() => { throw new Error('crashed'); }); return new Promise(() => {}); }
    if (request === 'grow heap') for (const all = []; ; ) all.push(Array(1_000).fill({}));
    if (request === 'grow') { const all = []; for (;;) { all.push(Buffer.alloc(8 * 1024 * 1024, 1)); await later(1); } }
    if (request === 'answer late') await later(20);
    if (request === 'tid') return threadId();
    return [request, calls];
  });
`;

const folder = mkdtempSync(join(tmpdir(), 'ibid-threads-'));
const script = pathToFileURL(join(folder, 'worker.mjs'));
writeFileSync(script, SCRIPT);
let worker: BoundedWorker<string, unknown>;

afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => worker.close());

function open(options: Partial<BoundedWorkerOptions<unknown>> = {}): BoundedWorker<string, unknown> {
  worker = boundedWorker(script, { heapMb: 64, ...options });
  return worker;
}

/** A call that is not answered, and why; afterwards the next one is, by another thread. */
async function check(request: string, options: Partial<BoundedWorkerOptions<unknown>>, kind: string) {
  const lost = vi.fn();
  const { call } = open({ ...options, lost });
  // Without bounds: starting a thread takes a while on a busy machine.
  expect(await call('a', {})).toEqual(['a', 1]);
  await expect(call(request)).rejects.toMatchObject({ name: 'WorkerLostError', kind });
  expect(lost).toHaveBeenCalledOnce();
  expect(await call('b', {})).toEqual(['b', 1]);
}

test('each of many calls at a time gets its own response', async () => {
  const { call } = open();
  const responses = await Promise.all(['answer late', 'b', 'c'].map((request) => call(request)));
  expect(responses).toEqual([
    ['answer late', 3],
    ['b', 2],
    ['c', 3],
  ]);
});

test('a thread that spins is ended after its CPU time', () =>
  check('spin', { bounds: { cpuMs: 200 } }, 'cpu'));

test('a thread that waits for ever is ended by the clock', () =>
  check('wait for ever', { bounds: { wallMs: 300 } }, 'wall'));

test('a thread that was kept from running has used no CPU time', async () => {
  const { call } = open({ bounds: { cpuMs: 200 } });
  await call('a');
  expect(await call('block')).toEqual(['block', 2]);
});

test.each(['with /proc', 'without /proc'])(
  'time in which a thread is blocked does not count, %s',
  async (how) => {
    const blocked = new Worker(
      `const { parentPort } = require('node:worker_threads');
     parentPort.postMessage(process.platform === 'linux' ? require('node:fs').readlinkSync('/proc/thread-self') : '');
     parentPort.on('message', (ms) => {
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
       parentPort.postMessage('done');
     });`,
      { eval: true },
    );
    const next = () => new Promise<string>((resolve) => blocked.once('message', resolve));
    const tid = (await next()).split('/').at(-1) || undefined;
    const used = threadClock(blocked, how === 'with /proc' ? tid : undefined);
    const began = performance.now();
    blocked.postMessage(1_000);
    await next();
    expect(used()).toBeLessThan((performance.now() - began) / 2);
    await blocked.terminate();
  },
);

test('a thread over its heap is ended', () => check('grow heap', { heapMb: 32 }, 'heap'));

test('a thread that makes the process grow is ended', () =>
  check('grow', { bounds: { growthMb: 100 } }, 'growth'));

test('a thread that crashes is followed by another one', () => check('crash', {}, 'crash'));

test('a thread that ends by itself is followed by another one', () => check('end', {}, 'crash'));

test('whoever waits when a thread crashes is told', async () => {
  const { call } = open();
  const waiting = call('wait for ever');
  await expect(Promise.all([waiting, call('crash')])).rejects.toThrow('crashed');
  await expect(waiting).rejects.toThrow('crashed');
});

test('a known error comes as itself, with its properties; another one by its name', async () => {
  class Refused extends Error {}
  const { call } = open({ errors: [Refused] });
  const refusal = await call('refuse').catch((error) => error);
  expect(refusal).toBeInstanceOf(Refused);
  expect(refusal).toMatchObject({ name: 'Refused', message: 'not this one', what: 'a file' });
  const failure = await call('fail').catch((error) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(String(failure)).toBe('Strange: failed');
});

test('what cannot be sent fails its own call alone', async () => {
  const { call } = open();
  await expect(call('return a function')).rejects.toThrow('could not be cloned');
  await expect(call((() => {}) as never)).rejects.toThrow('could not be cloned');
  expect(await call('a')).toEqual(['a', 2]);
});

test('one-way messages come in order', async () => {
  const event = vi.fn();
  await open({ event }).call('tell');
  expect(event.mock.calls).toEqual([['first'], ['second']]);
});

test('closed, its calls are told so, and nobody else is', async () => {
  const lost = vi.fn();
  const { call, close } = open({ lost });
  const [waiting] = await Promise.allSettled([call('wait for ever'), close()]);
  expect(waiting).toMatchObject({ status: 'rejected', reason: { kind: 'closed' } });
  expect(lost).not.toHaveBeenCalled();
  expect(await call('a')).toEqual(['a', 1]);
});

test('a thread without calls ends after a while, and the next call starts another', async () => {
  const { call } = open({ idleMs: 1 });
  await call('a');
  await vi.waitFor(async () => expect(await call('b')).toEqual(['b', 1]), { timeout: 30_000, interval: 50 });
});
