import { LRUCache } from 'lru-cache';
import { type SerialQueue, serialQueue } from '../threads/serial-queue.ts';
import type { Clock } from './clock.ts';

/** One request at a time to each host. */
export interface Hosts {
  /**
   * Runs `work` when no other work for this host runs, and `gapMs` after the last one ended. Throws what it throws,
   * and the signal's reason.
   */
  visit<T>(host: string, gapMs: number, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** Hosts that are remembered; each is a name, a queue and a time. */
const MOST_HOSTS = 10_000;

interface Host {
  readonly queue: SerialQueue;
  /** When the last visit ended, in `Clock.elapsed`. */
  left?: number;
}

/** Remembers the last `MOST_HOSTS` hosts. */
export function hostsOf(clock: Clock): Hosts {
  const hosts = new LRUCache<string, Host>({
    max: MOST_HOSTS,
    memoMethod: () => ({ queue: serialQueue() }),
  });
  return {
    visit(name, gapMs, work, signal) {
      const host = hosts.memo(name);
      return host.queue.run(async () => {
        try {
          const ms = host.left === undefined ? 0 : host.left + gapMs - clock.elapsed();
          if (ms > 0) await clock.wait(ms, signal);
          signal?.throwIfAborted();
          return await work();
        } finally {
          host.left = clock.elapsed();
        }
      });
    },
  };
}
