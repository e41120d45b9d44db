import { readFileSync } from 'node:fs';

/** Real time plus whatever a test has let pass: three seconds cost nothing. */
export interface Clock {
  now(): number;
  /**
   * Starts to count milliseconds against Discord's deadlines: the CPU time of the bot, of the process that serves this guild where it has several,
   * and what a test lets pass. Not the wall clock: on a busy machine a bot gets a tenth of a core, and would be refused for what others do.
   * A bot that computes for 3 s before it answers is refused on any machine; one that sleeps, once a test advances the clock.
   */
  count(guild?: string): () => number;
  /** The bot has this process from now on, and not the one that the tests run in. `guilds`: the only ones that it serves. */
  follow(pid: number, guilds?: readonly string[]): void;
  /** Lets this many milliseconds pass at once, and wakes everyone who was waiting for them. */
  advance(ms: number): void;
  /** Calls back after this many milliseconds of this clock; returns how to call it off. */
  after(ms: number, callback: () => void): () => void;
  stop(): void;
}

interface Followed {
  readonly cpu: () => number;
  readonly guilds?: readonly string[];
}

interface Alarm {
  readonly due: number;
  readonly callback: () => void;
  timer?: NodeJS.Timeout;
}

export function createClock(): Clock {
  let ahead = 0;
  const alarms = new Set<Alarm>();
  let bots: Followed[] = [{ cpu: cpuOfThis }];
  const now = () => Date.now() + ahead;

  const ring = (alarm: Alarm) => {
    cancel(alarm);
    alarm.callback();
  };
  const cancel = (alarm: Alarm) => {
    clearTimeout(alarm.timer);
    alarms.delete(alarm);
  };

  return {
    now,
    count(guild = '') {
      const before = ahead;
      const serving = bots.filter(({ guilds = [guild] }) => guilds.includes(guild));
      const began = serving.map(({ cpu }) => ({ cpu, spent: cpu() }));
      return () => ahead - before + Math.max(0, ...began.map(({ cpu, spent }) => cpu() - spent));
    },
    follow(pid, guilds) {
      const others = bots.filter(({ cpu }) => cpu !== cpuOfThis);
      bots = [...others, { cpu: cpuOf(pid), ...(guilds && { guilds }) }];
    },
    advance(ms) {
      ahead += ms;
      for (const alarm of [...alarms].sort((a, b) => a.due - b.due)) if (alarm.due <= now()) ring(alarm);
    },
    after(ms, callback) {
      const alarm: Alarm = { due: now() + ms, callback };
      alarms.add(alarm);
      if (Number.isFinite(ms)) alarm.timer = setTimeout(ring, ms, alarm).unref();
      return () => cancel(alarm);
    },
    stop() {
      for (const alarm of alarms) cancel(alarm);
    },
  };
}

/** CPU time of this process, in ms. */
function cpuOfThis(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** How finely Linux tells CPU time. */
const TICK_MS = 10;

/** CPU time of another process, in ms, also once it is gone. Linux tells it; elsewhere no time of its own counts. */
function cpuOf(pid: number): () => number {
  let last = 0;
  let readAt = Number.NEGATIVE_INFINITY;
  return () => {
    // Everybody who waits asks at each change: more often than it changes it isn't read.
    if (performance.now() - readAt < TICK_MS) return last;
    readAt = performance.now();
    try {
      // The name in brackets may hold blanks; 14 and 15 of all fields are user and system time in ticks.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      last = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    } catch {
      // Gone, or not Linux.
    }
    return last;
  };
}
