/** Loaded into a bot by NODE_OPTIONS: how much CPU time its gateway thread takes between two turns of its loop, at most. */
import { appendFileSync, readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** In ms: how often the loop is looked at, and how often the most is written down. */
const TURN_MS = 5;
const LINE_MS = 100;

/** CPU time of the main thread, in ms: Linux, proc(5). */
const cpuMs = () =>
  Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

if (isMainThread && process.env.LOOP_PROBE) {
  let last = cpuMs();
  let most = 0;
  let since = Date.now();
  setInterval(() => {
    const now = cpuMs();
    most = Math.max(most, now - last);
    last = now;
    if (Date.now() - since < LINE_MS) return;
    appendFileSync(process.env.LOOP_PROBE, `${JSON.stringify({ at: Date.now(), ms: most })}\n`);
    most = 0;
    since = Date.now();
  }, TURN_MS).unref();
}
