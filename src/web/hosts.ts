import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.ts';

/** Who waits for which host. */
export interface Hosts {
  /** Does `work` when nobody else is at this host, and `gapMs` after the last one has left. */
  visit<T>(host: string, gapMs: number, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** Hosts that are remembered; each is a name, a promise and a time. */
const MOST_HOSTS = 10_000;

export function hostsOf(clock: Clock): Hosts {
  const visits = new LRUCache<string, Promise<number>>({ max: MOST_HOSTS });
  return {
    async visit(host, gapMs, work, signal) {
      const before = visits.get(host);
      let leave = (_at: number) => {};
      visits.set(
        host,
        new Promise((resolve) => {
          leave = resolve;
        }),
      );
      const left = await before;
      try {
        const ms = left === undefined ? 0 : left + gapMs - clock.now();
        if (ms > 0) await clock.wait(ms, signal);
        signal?.throwIfAborted();
        return await work();
      } finally {
        leave(clock.now());
      }
    },
  };
}
