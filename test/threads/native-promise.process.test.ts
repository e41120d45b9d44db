import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, inject, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ibid-native-promise-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const threads = pathToFileURL(join(dirname(dirname(inject('cli'))), 'threads/')).href;

/** A thread whose call blocks it, as native code does, and says when it is through; then it would begin another one. */
const THREAD = `
  import { writeSync } from 'node:fs';
  import { emit } from '${threads}serve.js';
  import { nativePromise } from '${threads}native-calls.js';
  const block = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  const call = async () => { emit('begun'); block(300); writeSync(1, 'through '); };
  await nativePromise(call);
  await nativePromise(call).catch(() => {});
`;

/** A thread that starts that one. */
const OUTER = `
  import { boundedWorker } from '${threads}bounded-worker.js';
  import { emit } from '${threads}serve.js';
  boundedWorker(new URL('thread.mjs', import.meta.url), { heapMb: 64, event: emit }).start();
  setInterval(() => {}, 1_000);
`;

/** A process that exits when the call has begun. */
const MAIN = `
  import { boundedWorker } from '${threads}bounded-worker.js';
  const script = new URL(process.argv[2], import.meta.url);
  boundedWorker(script, { heapMb: 64, event: () => process.exit(3) }).start();
  setInterval(() => {}, 1_000);
`;

const scripts = { 'thread.mjs': THREAD, 'outer.mjs': OUTER, 'main.mjs': MAIN };
for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, name), text);

test.each(['thread.mjs', 'outer.mjs'])(
  'a process that exits waits for the native call of %s, and no other one begins',
  (script) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'main.mjs'), script], {
      encoding: 'utf8',
    });
    expect({ stdout, stderr, status }).toEqual({ stdout: 'through ', stderr: '', status: 3 });
  },
);
