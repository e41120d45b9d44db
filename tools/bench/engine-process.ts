/** The process of an archive with one engine. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchiveThread } from '../../src/archive/archive-thread.ts';
import { type FollowedArchive, openFollowedArchive } from '../../src/archive/archive-watcher.ts';
import { medianOf } from './bench.ts';
import { tellFailures } from './child.ts';
import type { EngineFigures, EngineOrder } from './engines.ts';
import { CORPUS, DATA, RESOLUTION_MS } from './growing.ts';

/** How often all questions are asked; Node compiles what is hot in the first round, and the least counts of each question. */
const ROUNDS = 3;
const CHANGES = 5;

tellFailures();
const [folder, engine] = process.argv.slice(2) as [string, string];
const index = { corpus: join(folder, CORPUS), data: join(folder, DATA), engine };
const ignore = () => {};

process.send!(null);
const [{ questions }] = (await once(process, 'message')) as [EngineOrder];
process.send!(await measure());

async function measure(): Promise<EngineFigures> {
  const began = process.cpuUsage();
  const followed = await openFollowedArchive({ ...index, tell: ignore });
  const open = cpuSince(began);
  const ask = await askAll(followed.archive);
  global.gc!();
  const { heapUsed: heap, rss: resident } = process.memoryUsage();
  const changes: { change: number; pause: number }[] = [];
  for (let version = 1; version <= CHANGES; version++) changes.push(await changeArticle(followed, version));
  followed.close();
  const thread = openArchiveThread(
    { index, watch: 'off' },
    { note: ignore, changed: ignore, failed: ignore, vectors: ignore, role: ignore, crashed: ignore },
  );
  await thread.opened;
  const askThread = await askAll(thread.archive);
  await thread.close();
  return {
    ...{ open, heap, resident, ask, askThread },
    change: medianOf(changes.map(({ change }) => change))!,
    pause: Math.min(...changes.map(({ pause }) => pause)),
  };
}

/** Milliseconds of the processor: a busy machine makes them no more. */
function cpuSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

async function askAll(archive: Archive): Promise<number[]> {
  const least = questions.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, question] of questions.entries()) {
      const began = performance.now();
      await archive.ask('ask', question);
      least[i] = Math.min(least[i]!, performance.now() - began);
    }
  }
  return least;
}

/** The first change adds the article. */
async function changeArticle(followed: FollowedArchive, version: number) {
  writeFileSync(
    join(index.corpus, 'changing.txt'),
    `The bridge at Halvorsund was opened in ${1930 + version}.`,
  );
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  await rest(RESOLUTION_MS * 5);
  const began = process.cpuUsage();
  await followed.sync();
  const change = cpuSince(began);
  await rest(RESOLUTION_MS * 5);
  delays.disable();
  return { change, pause: delays.max / 1e6 };
}
