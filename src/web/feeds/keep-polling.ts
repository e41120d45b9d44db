import type { FeedsWorld } from './feeds-context.ts';
import { pass } from './poll-feeds.ts';
import type { FeedReport } from './report.ts';
import { LOOK_MS } from './schedule.ts';

/** Called while feeds are polled. */
export interface Told {
  readonly feed: (report: FeedReport) => void;
  /** With messages for entries of the list that are no address, once until they change. */
  readonly faults: (faults: readonly string[]) => void;
  /** With what stopped a pass (a full disk); the next one is tried all the same. */
  readonly failed: (error: Error) => void;
}

/** Reads what is due, again and again, until the signal aborts. Never throws. */
export async function keepPolling(world: FeedsWorld, told: Told, signal: AbortSignal): Promise<void> {
  let said = '';
  while (!signal.aborted) {
    try {
      const { faults } = await pass(world, { due: true, signal, told: told.feed });
      const now = faults.join('\n');
      if (now !== said && faults.length > 0) told.faults(faults);
      said = now;
    } catch (error) {
      if (signal.aborted) return;
      told.failed(error as Error);
    }
    await world.clock.wait(LOOK_MS, signal).catch(() => {});
  }
}
