import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, inject, test } from 'vitest';
import { connect } from '../../src/index/database/connection.ts';

const BUILT = new URL('../', pathToFileURL(inject('cli'))).href;

/** Answers; then says that it writes, waits in libsql for the lock that the test holds, and reads for ever. */
const WRITER = `
  import { workerData } from 'node:worker_threads';
  import { connect } from '${BUILT}index/database/connection.js';
  import { emit, serve } from '${BUILT}threads/serve.js';
  const connection = await connect(workerData);
  // As it waits 5 s otherwise.
  connection.exec('PRAGMA busy_timeout = 500');
  serve(() => void setImmediate(() => {
    emit('writing');
    try { connection.exec('BEGIN IMMEDIATE'); } catch {}
    for (;;) connection.row('SELECT count(*) FROM written');
  }));
`;

/** Starts the writer in a thread of its own, and ends by itself when it is asked to. */
const OUTER = `
  import { workerData } from 'node:worker_threads';
  import { boundedWorker } from '${BUILT}threads/bounded-worker.js';
  import { emit, serve } from '${BUILT}threads/serve.js';
  const writer = boundedWorker(new URL('./writer.mjs', import.meta.url), { heapMb: 64, workerData, event: emit });
  serve((request) => {
    if (request === 'exit') process.exit();
    if (request === 'write') return writer.call('write');
    setImmediate(() => { throw new Error('not caught'); });
    return new Promise(() => {});
  });
`;

/** Lets a thread write, and ends it in one way when it says that it does. */
const CHILD = `
  import { writeSync } from 'node:fs';
  import { boundedWorker } from '${BUILT}threads/bounded-worker.js';
  const [script, way, location] = process.argv.slice(2);
  const working = setInterval(() => {}, 1_000);
  const worker = boundedWorker(new URL(script, import.meta.url), {
    heapMb: 64,
    workerData: location,
    async event() {
      // Meanwhile it comes to its call.
      for (let turns = 0; turns < 1_000; turns++) await new Promise((resolve) => setImmediate(resolve));
      clearInterval(working);
      writeSync(1, 'writing, ');
      ways[way]();
    },
  });
  const lost = ({ kind }) => writeSync(1, kind + ', ');
  const ways = {
    'is closed': () => worker.close().then(() => writeSync(1, 'closed, ')),
    'takes too long': () => worker.call('more', { wallMs: 1 }).catch(lost),
    'exits': () => worker.call('exit').catch(lost),
    'throws': () => worker.call('throw').catch(lost),
    'process exits': () => process.exit(7),
    'process throws': () => setImmediate(() => { throw new Error('not caught'); }),
    'process has nothing left to do': () => {},
  };
  worker.call('write');
`;

const folder = mkdtempSync(join(tmpdir(), 'ibid-native-calls-'));
writeFileSync(join(folder, 'writer.mjs'), WRITER);
writeFileSync(join(folder, 'outer.mjs'), OUTER);
writeFileSync(join(folder, 'child.mjs'), CHILD);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a process said, and how it ended, in which a thread was in libsql when it or what it belongs to came to its end. */
async function endOf(script: string, way: string): Promise<string> {
  const location = join(folder, `${script} ${way}.db`);
  const holder = await connect(location);
  holder.exec('CREATE TABLE written (a); BEGIN IMMEDIATE');
  const child = spawn(process.execPath, [join(folder, 'child.mjs'), script, way, location]);
  const [errors, said, [code, signal]] = await Promise.all([
    text(child.stderr),
    text(child.stdout),
    once(child, 'close'),
  ]);
  holder.close();
  expect(errors).not.toContain('panicked');
  return `${said}${signal ?? code}`;
}

/** Who is in libsql, how it comes to its end, and what its process says until it has ended itself. */
const ENDS = [
  ['a thread that', 'is closed', 'writing, closed, 0'],
  ['a thread that', 'takes too long', 'writing, wall, 0'],
  ['a thread whose', 'process exits', 'writing, 7'],
  ['a thread whose', 'process throws', 'writing, 1'],
  ['a thread whose', 'process has nothing left to do', 'writing, 0'],
  ['a thread of a thread that', 'is closed', 'writing, closed, 0'],
  ['a thread of a thread that', 'exits', 'writing, crash, 0'],
  ['a thread of a thread that', 'throws', 'writing, crash, 0'],
  ['a thread of a thread whose', 'process exits', 'writing, 7'],
] as const;

test.concurrent.for(ENDS)('libsql is not broken off in %s %s', async ([who, way, end]) => {
  expect(await endOf(who.startsWith('a thread of') ? 'outer.mjs' : 'writer.mjs', way)).toBe(end);
});
