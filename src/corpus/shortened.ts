import type { Problem } from '../model.ts';

/** A file that isn't what its name says would fill pages with the same complaint. */
const SHOWN = 20;

/** The first problems of a file, and one that sums the others up. */
export function shortened(problems: readonly Problem[]): Problem[] {
  const rest = problems.slice(SHOWN);
  const [first] = rest;
  if (!first) return [...problems];
  const lines = new Set(rest.map((problem) => problem.line)).size;
  const reason = `and ${counted(lines)} more ${lines === 1 ? 'line' : 'lines'}: ${causesOf(rest)}`;
  const severity = rest.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
  return [...problems.slice(0, SHOWN), { severity, path: first.path, reason }];
}

/** A reason is a cause and, after a colon, its details. */
function causesOf(problems: readonly Problem[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of problems) {
    const cause = reason.split(':', 1)[0] ?? reason;
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  if (counts.size === 1) return [...counts.keys()].join();
  return [...counts].map(([cause, count]) => `${cause} (${counted(count)})`).join(', ');
}

function counted(count: number): string {
  return count.toLocaleString('en-US');
}
