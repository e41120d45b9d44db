import { LRUCache } from 'lru-cache';

/** How often one person may do something. */
export interface Allowance {
  /** In a window. */
  readonly perUser: number;
  readonly windowMs: number;
}

/** Who was admitted, and when, as far as it still counts. */
export interface Admissions {
  /** Admits a person and returns 0; or returns in how many ms they may be admitted again. */
  take(userId: string): number;
}

/** People whose last admissions are remembered. */
const PEOPLE = 10_000;

/** Counts admissions in the order in which they are told. Times in ms, from whenever. */
export class Tally {
  private readonly allowance: Allowance;
  private readonly times = new LRUCache<string, readonly number[]>({ max: PEOPLE });

  constructor(allowance: Allowance) {
    this.allowance = allowance;
  }

  /** In how many ms this person may be admitted: 0 for now. */
  waitOf(userId: string, at: number): number {
    const { perUser, windowMs } = this.allowance;
    const recent = this.recent(userId, at);
    return recent.length < perUser ? 0 : recent[0]! + windowMs - at;
  }

  /** Counts an admission; returns whether there was room for it. */
  add(userId: string, at: number): boolean {
    if (this.waitOf(userId, at) > 0) return false;
    this.times.set(userId, [...this.recent(userId, at), at]);
    return true;
  }

  private recent(userId: string, at: number): readonly number[] {
    return (this.times.get(userId) ?? []).filter((time) => time > at - this.allowance.windowMs);
  }
}

/** Admissions by this process alone. `now`: a clock in ms that is never set back. */
export function ownAdmissions(allowance: Allowance, now: () => number = () => performance.now()): Admissions {
  const tally = new Tally(allowance);
  return {
    take(userId) {
      const at = now();
      const wait = tally.waitOf(userId, at);
      if (wait === 0) tally.add(userId, at);
      return wait;
    },
  };
}
