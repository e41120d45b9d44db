import type { Clock } from './clock.ts';

/** Where something can go wrong: a route's short name, any route, or a moment of the gateway. */
export type FaultPoint = RoutePoint | 'any' | 'event' | 'connect' | 'identify' | 'resume';

export type RoutePoint =
  | 'gateway'
  | 'gateway-bot'
  | 'me'
  | 'application'
  | 'commands-get'
  | 'commands-put'
  | 'command'
  | 'callback'
  | 'get'
  | 'edit'
  | 'delete'
  | 'follow-up'
  | 'channel'
  | 'guild'
  | 'guilds'
  | 'user';

export interface Fault {
  /** HTTP: answer with this status instead. */
  readonly status?: number;
  /** HTTP 429: seconds to wait, as in Discord's body. */
  readonly retryAfter?: number;
  readonly global?: boolean;
  /** HTTP: do what was asked, and only then answer with the fault. */
  readonly afterwards?: boolean;
  /** HTTP: answer after so many milliseconds of the loopback's clock; Infinity: once released. */
  readonly slow?: number;
  /** HTTP, and connecting to the gateway: destroy the connection without an answer. */
  readonly hangUp?: boolean;
  /** Event: deliver the interaction twice. */
  readonly duplicate?: boolean;
  /** Event: it goes to this shard, whichever its server is on. */
  readonly shard?: number;
  /** Event: so many milliseconds pass on the clock right after it was sent. */
  readonly age?: number;
  /** Event: the interaction never reaches the bot. */
  readonly lost?: boolean;
  /** Identify: close the socket with this code. Resume: `refuse` answers INVALID_SESSION. */
  readonly close?: number;
  readonly refuse?: boolean;
  /** How many times it happens; once unless said. */
  readonly times?: number;
}

export interface PlannedFault {
  /** Resolves once it has happened for the first time. */
  readonly happened: Promise<void>;
  /** Lets a slow answer go now. */
  release(): void;
}

export interface Faults {
  next(point: FaultPoint, fault: Fault): PlannedFault;
  take(point: FaultPoint): Fault | undefined;
  /** Waits out a slow answer. */
  linger(fault: Fault): Promise<void>;
  clear(): void;
}

interface Planned {
  readonly point: FaultPoint;
  readonly fault: Fault;
  left: number;
  readonly tell: () => void;
}

const OFF_ROUTE: readonly FaultPoint[] = ['event', 'connect', 'identify', 'resume'];

export function createFaults(clock: Clock): Faults {
  const planned: Planned[] = [];
  const lingering = new Map<Fault, () => void>();

  const suits = (point: FaultPoint) => (one: Planned) =>
    one.point === point || (one.point === 'any' && !OFF_ROUTE.includes(point));

  return {
    next(point, fault) {
      let tell = () => {};
      const happened = new Promise<void>((resolve) => {
        tell = resolve;
      });
      const own = { ...fault };
      planned.push({ point, fault: own, left: fault.times ?? 1, tell });
      return { happened, release: () => lingering.get(own)?.() };
    },
    take(point) {
      const index = planned.findIndex(suits(point));
      const found = planned[index];
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) planned.splice(index, 1);
      found.tell();
      return found.fault;
    },
    linger(fault) {
      if (!fault.slow) return Promise.resolve();
      return new Promise((resolve) => {
        const done = () => {
          callOff();
          lingering.delete(fault);
          resolve();
        };
        const callOff = clock.after(fault.slow ?? 0, done);
        lingering.set(fault, done);
      });
    },
    clear() {
      planned.length = 0;
      for (const release of [...lingering.values()]) release();
    },
  };
}
