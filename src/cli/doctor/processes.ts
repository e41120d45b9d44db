import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface RunningProcess {
  readonly pid: number;
  /** Its command line. */
  readonly words: readonly string[];
}

/**
 * Other processes of this user (for root: of anybody) that have a file open, as Linux's /proc tells; `undefined` on other
 * systems. Those of another container are not seen.
 */
export function processesWith(location: string): RunningProcess[] | undefined {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name) && Number(name) !== process.pid)
    .filter((pid) => filesOpenIn(pid).includes(location))
    .map((pid) => ({ pid: Number(pid), words: wordsOf(pid) }));
}

/** None of a process that has ended, or is another user's. */
function filesOpenIn(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => orNothing(() => readlinkSync(`/proc/${pid}/fd/${fd}`)));
  } catch {
    return [];
  }
}

function wordsOf(pid: string): string[] {
  return orNothing(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
}

function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    // It has ended, or closed the file, meanwhile.
    return '';
  }
}
