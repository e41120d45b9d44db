/** The process of an archive that grows while it is asked. */
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as rest } from 'node:timers/promises';
import { openFollowedArchive } from '../../src/archive/archive-watcher.ts';
import { tellFailures } from './child.ts';
import { CORPUS, DATA, type GrowingOrder, type Growth, RESOLUTION_MS } from './growing.ts';

const QUESTION = 'Halvorsund';
/** Untimed questions, so that Node compiles hot code. */
const WARM_UPS = 50;
const ASKED_EVERY_MS = 100;

tellFailures();
const folder = process.argv[2]!;
const corpus = join(folder, CORPUS);
const fail = (error: Error) => {
  throw error;
};
const followed = await openFollowedArchive({ corpus, data: join(folder, DATA), tell: () => {} });
let grown = () => {};
followed.follow({ watch: 'on', failed: fail, changed: () => grown(), role() {}, vectors() {} });
for (let times = 0; times < WARM_UPS; times++) await followed.archive.ask('where', QUESTION);
process.send!(null);
const [{ file }] = (await once(process, 'message')) as [GrowingOrder];

let done = false;
grown = () => {
  done = true;
};
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();
const began = performance.now();
copyFileSync(file, join(corpus, 'more.jsonl'));
while (!done) {
  await rest(ASKED_EVERY_MS);
  await followed.archive.ask('where', QUESTION);
}
const growth: Growth = {
  longest: delays.max / 1e6,
  p99: delays.percentile(99) / 1e6,
  took: performance.now() - began,
};
followed.close();
process.send!(growth);
