import { setTimeout as rest } from 'node:timers/promises';

/** Time, so that tests needn't wait for it. */
export interface Clock {
  /** ms since 1970. */
  now(): number;
  /** ms since whenever, for durations: it goes on where somebody sets the clock back. */
  elapsed(): number;
  /** Rejects where the signal ends it. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  wait: (ms, signal) => rest(ms, undefined, signal ? { signal } : {}),
};
