import { LRUCache } from 'lru-cache';

export type Entry =
  | { readonly open: true; readonly leave: () => void }
  | { readonly open: false; readonly why: 'slow-down'; readonly seconds: number }
  | { readonly open: false; readonly why: 'busy' | 'stopping' };

export interface GateOptions {
  /** Interactions that one person may start in a window. */
  readonly perUser: number;
  readonly windowMs: number;
  /** Interactions under way at once, of all people. */
  readonly atOnce: number;
  readonly now?: () => number;
}

/** Twelve in ten seconds is faster than anybody reads; 256 at once are a second or two of work, at 2 to 8 ms each. */
export const GATE: GateOptions = { perUser: 12, windowMs: 10_000, atOnce: 256 };

/** People whose recent questions are remembered. */
const PEOPLE = 10_000;

export interface Gate {
  enter(userId: string): Entry;
  /** Lets nobody in any more; resolves when the last one has left. */
  close(): Promise<void>;
}

/** So that one person can't starve the others, and all of them together can't drown the bot. */
export function gate({ perUser, windowMs, atOnce, now = Date.now }: GateOptions = GATE): Gate {
  const recent = new LRUCache<string, number[]>({ max: PEOPLE });
  let inside = 0;
  let closed = false;
  const waiting: (() => void)[] = [];

  const leave = () => {
    inside -= 1;
    if (inside === 0) for (const emptied of waiting) emptied();
  };
  return {
    enter(userId) {
      if (closed) return { open: false, why: 'stopping' };
      if (inside >= atOnce) return { open: false, why: 'busy' };
      const times = (recent.get(userId) ?? []).filter((time) => time > now() - windowMs);
      if (times.length >= perUser) {
        const seconds = Math.max(1, Math.ceil((times[0]! + windowMs - now()) / 1_000));
        return { open: false, why: 'slow-down', seconds };
      }
      recent.set(userId, [...times, now()]);
      inside += 1;
      return { open: true, leave: once(leave) };
    },
    close() {
      closed = true;
      return inside === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
          });
    },
  };
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
