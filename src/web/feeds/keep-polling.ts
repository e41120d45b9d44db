import type { FeedsWorld } from './feeds-context.ts';
import { pass } from './poll-feeds.ts';
import type { FeedReport } from './report.ts';
import { LOOK_MS } from './schedule.ts';

/** What there is to say while feeds are polled. */
export interface Told {
  readonly feed: (report: FeedReport) => void;
  /** Lines of the list that are no address; each list of them once. */
  readonly faults: (faults: readonly string[]) => void;
  /** A pass that could not be done (no place on the disk): the next one comes. */
  readonly failed: (error: Error) => void;
}

/** Passes over what is due, until the signal ends it. */
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
