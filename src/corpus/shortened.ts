import type { Flaw } from './reader.ts';

/** A file that isn't what its name says would fill pages with the same complaint. */
const SHOWN = 20;

/** Gathers what is wrong with a file, however much it is: the first of it, and one that sums the others up. */
export function shortening() {
  let shown = 0;
  let lines = 0;
  let last: number | undefined | 'none' = 'none';
  let severity: Flaw['severity'] = 'warning';
  const causes = new Map<string, number>();
  return {
    /** Whether it is to be shown by itself. */
    shows({ line, reason, severity: own }: Flaw): boolean {
      shown += 1;
      if (shown <= SHOWN) return true;
      if (line !== last) lines += 1;
      last = line;
      if (own === 'error') severity = 'error';
      // A reason is a cause and, after a colon, its details.
      const cause = reason.split(':', 1)[0]!;
      causes.set(cause, (causes.get(cause) ?? 0) + 1);
      return false;
    },
    /** The others in one, if there are any. */
    get rest(): Flaw | undefined {
      if (causes.size === 0) return undefined;
      return {
        severity,
        reason: `and ${counted(lines)} more ${lines === 1 ? 'line' : 'lines'}: ${listed(causes)}`,
      };
    },
  };
}

function listed(causes: ReadonlyMap<string, number>): string {
  if (causes.size === 1) return [...causes.keys()].join();
  return [...causes].map(([cause, count]) => `${cause} (${counted(count)})`).join(', ');
}

function counted(count: number): string {
  return count.toLocaleString('en-US');
}
