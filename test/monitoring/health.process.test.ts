import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isRebuildable, newSocketName } from '../../src/data-folder.ts';
import { answerHealth } from '../../src/monitoring/answer-health.ts';
import { askHealth } from '../../src/monitoring/ask-health.ts';
import { type BotState, isReady, stateText } from '../../src/monitoring/bot-state.ts';

const STATE: BotState = {
  ...{ pid: process.pid, version: '1.2.3', startedAt: 0 },
  archive: { isOpen: true, articles: 1_400, sentences: 42_000, lookedAt: 0 },
  shards: [{ shard: 0, isConnected: true }],
};

function newFolder(name = 'news-1f2e3d4c5b6a'): string {
  const parent = mkdtempSync(join(tmpdir(), 'ibid-health-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, name);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** Answers in a folder until the test ends. */
async function answering(folder: string, state = STATE) {
  const failures: string[] = [];
  const health = await answerHealth(
    folder,
    () => state,
    (reason) => void failures.push(reason),
  );
  onTestFinished(() => health.close());
  return { health, failures };
}

test.skipIf(process.platform === 'win32')('who asks is told by a socket for its owner alone', async () => {
  const folder = newFolder();
  const { health, failures } = await answering(folder);
  expect([dirname(health.path!), failures]).toEqual([folder, []]);
  expect(statSync(health.path!).mode & 0o777).toBe(0o600);
  expect(await askHealth(folder)).toEqual([{ pid: process.pid, isHere: true, state: STATE }]);
  health.close();
  expect([readdirSync(folder), await askHealth(folder)]).toEqual([[], []]);
});

test.skipIf(process.platform === 'win32')(
  'a socket that is deleted with its folder is made again once somebody sees to it',
  async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = newFolder();
    await answering(folder);
    rmSync(folder, { recursive: true });
    mkdirSync(folder, { mode: 0o700 });
    expect(await askHealth(folder)).toEqual([]);
    vi.advanceTimersByTime(30_000);
    await vi.waitFor(async () => expect(await askHealth(folder)).toMatchObject([{ state: STATE }]));
  },
);

test('several processes of one folder are asked each', async () => {
  const folder = newFolder();
  await answering(folder);
  const reading = { ...STATE, archive: { isOpen: false, percent: 45 }, shards: [] } as const;
  await answering(folder, reading);
  const texts = (await askHealth(folder)).map((bot) => ('state' in bot ? stateText(bot.state) : bot.fault));
  expect(texts.sort()).toEqual([
    '1,400 articles, 42,000 sentences; connected to Discord',
    'reading the archive for the first time, 45 %; not connected to Discord',
  ]);
});

test.skipIf(process.platform === 'win32').each([
  ['has too long a path', () => newFolder('x'.repeat(120))],
  [
    'is a file',
    () => {
      const folder = newFolder();
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
      return join(folder, 'news');
    },
  ],
])('a folder that %s has its socket among the temporary files, privately', async (_, folderOf) => {
  const folder = folderOf();
  const { health, failures } = await answering(folder);
  onTestFinished(() => rmSync(dirname(health.path!), { recursive: true, force: true }));
  expect([dirname(dirname(health.path!)), failures]).toEqual([tmpdir(), []]);
  expect(statSync(dirname(health.path!)).mode & 0o777).toBe(0o700);
  if (existsSync(folder)) expect(await askHealth(folder)).toMatchObject([{ state: STATE }]);
});

test.skipIf(process.platform === 'win32')(
  'a temporary folder that others may look into is not taken',
  async () => {
    const folder = newFolder('x'.repeat(120));
    const { health } = await answering(folder);
    const temporary = dirname(health.path!);
    onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
    chmodSync(temporary, 0o755);
    const { health: second, failures } = await answering(folder);
    expect(second.path).toBeUndefined();
    expect(failures).toEqual([`${temporary} is there already, and not of this user alone: delete it`]);
  },
);

/** Listens at a path, does what it is told with who asks, and ends with the test. */
async function listening(path: string, then: string): Promise<ChildProcess> {
  const code = `require('net').createServer({ allowHalfOpen: true }, (socket) => { ${then} }).listen(${JSON.stringify(path)}, () => console.log())`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout!, 'data');
  return child;
}

test.skipIf(process.platform === 'win32')(
  'what a killed process has left is no process, and removed',
  async () => {
    const folder = newFolder();
    const path = join(folder, newSocketName(hostname(), 7));
    const child = await listening(path, '');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(path)).toBe(true);
    expect(await askHealth(folder)).toEqual([]);
    expect(existsSync(path)).toBe(false);
  },
);

test.skipIf(process.platform === 'win32').each([
  ['stands still', '', 'no answer within 0.05 s: its event loop stands still'],
  ['hangs up', 'socket.destroy()', 'its answer is of another version of Ibid'],
  ['says what is no state', 'socket.end("[1]")', 'its answer is of another version of Ibid'],
  [
    'never ends',
    'socket.on("error", () => {}); setInterval(() => socket.write("x".repeat(9999)), 1)',
    'its answer has no end',
  ],
])('a process that %s has a fault', async (what, then, fault) => {
  const folder = newFolder();
  await listening(join(folder, newSocketName('elsewhere', 7)), then);
  const bound = what === 'stands still' ? 50 : undefined;
  expect(await askHealth(folder, bound)).toEqual([{ pid: 7, isHere: false, fault }]);
});

test('sockets are no part of a backup', () => {
  expect(isRebuildable(newSocketName(hostname(), process.pid))).toBe(true);
});

test('ready is who has read the archive and is connected with every shard', () => {
  const shards = [true, false].map((isConnected, shard) => ({ shard, isConnected }));
  expect([
    isReady(STATE),
    isReady({ ...STATE, shards: [] }),
    isReady({ ...STATE, shards }),
    isReady({ ...STATE, archive: { isOpen: false, percent: 99 } }),
  ]).toEqual([true, false, false, false]);
  expect(stateText({ ...STATE, shards })).toContain('1 of 2 shards connected to Discord');
});
