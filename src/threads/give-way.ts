import { constants, setPriority } from 'node:os';
import { threadId } from './thread-clock.ts';

/**
 * Lets others of this process go before the calling thread: questions before reading. On Linux each thread has a priority of its own
 * (sched(7)); elsewhere, or where it isn't allowed, all are alike.
 */
export function giveWay(): void {
  const tid = threadId();
  if (tid === undefined) return;
  try {
    setPriority(Number(tid), constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A host that forbids it.
  }
}
