import type { Clock } from '../clock.ts';

/** What decides when a feed is due. */
export interface Schedule {
  readonly clock: Clock;
  /** Interval between two requests for a feed that works, in ms. */
  readonly everyMs: number;
  /** 0 to 1; `Math.random` unless a test says otherwise. */
  readonly random: () => number;
}

/** How often the list and what is due are looked at: a feed that is added to the list is read within a minute. */
export const LOOK_MS = 60_000;

/** A feed that has been gone for weeks costs its host one request a day. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/** No server is waited for longer (retry-after.ts): what is due later than that was noted before the clock was set back. */
const LONGEST_WAIT_MS = 7 * LONGEST_MS;

/** Whether a time that was noted, in ms since 1970, has come. */
export function hasCome(time: number, now: number): boolean {
  return time <= now || time > now + LONGEST_WAIT_MS;
}

/** So that feeds that were added together, and bots that were started together, don't ask together for ever. */
const JITTER = 0.1;

/**
 * Returns when to try again, in ms since 1970: the interval doubles with each failure in a row, and the server's
 * `retryAt` is respected.
 */
export function nextTime({ clock, everyMs, random }: Schedule, failures: number, retryAt = 0): number {
  const ms = Math.min(everyMs * 2 ** failures, Math.max(everyMs, LONGEST_MS));
  return Math.max(retryAt, clock.now() + Math.round(ms * (1 - JITTER + 2 * JITTER * random())));
}
