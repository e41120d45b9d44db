/** The thread behind `openPreparing`. It calls nothing native that mustn't be broken off. */
import { constants, setPriority } from 'node:os';
import type { Article } from '../model/article.ts';
import { serve } from '../threads/serve.ts';
import { threadId } from '../threads/thread-clock.ts';
import { type PreparedBatch, prepareBatch } from './documents/prepared-batch.ts';

giveWay();
serve<readonly Article[], PreparedBatch>(prepareBatch);

/** Questions go first: on Linux each thread has a priority of its own. Elsewhere, or where it isn't allowed, all are alike. */
function giveWay(): void {
  const tid = threadId();
  if (tid === undefined) return;
  try {
    setPriority(Number(tid), constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A host that forbids it.
  }
}
