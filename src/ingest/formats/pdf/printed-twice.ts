import { type Run, rightOf, rowsOf } from './rows.ts';

/** In font sizes: how far a second printing may be off the first, for bold letters or a shadow. */
const OFFSET = 0.2;
/** Where in a run a word stands is estimated by its letters, which are not all of one width. */
const ESTIMATE = 2;
/** Of one row: each is compared with every other. */
const MAX_COMPARED = 300;

/** Leaves out what is printed a second time over the same words, as programs do that have no bold letters. */
export function printedOnce(runs: readonly Run[]): Run[] {
  const dropped = new Set<Run>();
  for (const row of rowsOf(runs)) {
    if (row.length > MAX_COMPARED) continue;
    const kept: Run[] = [];
    for (const run of row.toSorted((a, b) => b.text.length - a.text.length || a.order - b.order)) {
      if (kept.some((other) => covers(other, run))) dropped.add(run);
      else kept.push(run);
    }
  }
  return runs.filter((run) => !dropped.has(run));
}

function covers(whole: Run, run: Run): boolean {
  const offset = OFFSET * whole.size;
  if (run.x < whole.x - offset || rightOf(run) > rightOf(whole) + offset) return false;
  if (Math.abs(run.y - whole.y) > offset || Math.abs(run.size - whole.size) > 0.01 * whole.size) return false;
  const words = run.text.trim();
  if (words.length === whole.text.trim().length)
    return words === whole.text.trim() && Math.abs(run.x - whole.x) <= offset;
  const near = (at: number) =>
    at >= 0 && Math.abs(whole.x + (whole.width * at) / whole.text.length - run.x) <= ESTIMATE * whole.size;
  return near(whole.text.indexOf(words)) || near(whole.text.lastIndexOf(words));
}
