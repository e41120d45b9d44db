import { type Admissions, type Allowance, ownAdmissions } from './admissions.ts';

/** Whether an interaction may run; a ticket that was admitted is released once it has run. */
export type Ticket =
  | { readonly admitted: true; readonly release: () => void }
  | { readonly admitted: false; readonly reason: 'slow-down'; readonly seconds: number }
  | { readonly admitted: false; readonly reason: 'busy' | 'stopping' };

/** Of interactions that one person may start. */
export interface RateLimits extends Allowance {
  /** Interactions under way at once, of all people. */
  readonly atOnce: number;
  /** In ms, from whenever: a clock that is set back must not lengthen a window. `performance.now` where absent. */
  readonly now?: () => number;
}

/** Twelve in ten seconds is faster than anybody reads; 256 at once are a second or two of work, at 2 to 8 ms each. */
export const DEFAULT_RATE_LIMITS: RateLimits = { perUser: 12, windowMs: 10_000, atOnce: 256 };

export interface RateLimiter {
  admit(userId: string): Ticket;
  /** Admits nobody any more; resolves when all tickets are released. */
  close(): Promise<void>;
}

/** Limits how often one person may ask, and how many interactions run at once: nobody can starve the others. */
export function rateLimiter(
  limits: RateLimits = DEFAULT_RATE_LIMITS,
  admissions: Admissions = ownAdmissions(limits, limits.now),
): RateLimiter {
  let running = 0;
  let closed = false;
  const waiting: (() => void)[] = [];

  const release = () => {
    running -= 1;
    if (running === 0) for (const emptied of waiting) emptied();
  };
  return {
    admit(userId) {
      if (closed) return { admitted: false, reason: 'stopping' };
      if (running >= limits.atOnce) return { admitted: false, reason: 'busy' };
      const wait = admissions.take(userId);
      if (wait > 0) {
        return { admitted: false, reason: 'slow-down', seconds: Math.max(1, Math.ceil(wait / 1_000)) };
      }
      running += 1;
      return { admitted: true, release: once(release) };
    },
    close() {
      closed = true;
      return running === 0
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
