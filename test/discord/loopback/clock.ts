import { readFileSync } from 'node:fs';

/** Real time plus whatever a test has let pass: three seconds cost nothing. */
export interface Clock {
  now(): number;
  /**
   * Starts to count milliseconds against Discord's deadlines: the CPU time of the bot, of the process that took most where it has several,
   * and what a test lets pass. Not the wall clock: on a busy machine a bot gets a tenth of a core, and would be refused for what others do.
   * A bot that computes for 3 s before it answers is refused on any machine; one that sleeps, once a test advances the clock.
   */
  count(): () => number;
  /** The bot has this process from now on, and not the one that the tests run in. */
  follow(pid: number): void;
  /** Lets this many milliseconds pass at once, and wakes everyone who was waiting for them. */
  advance(ms: number): void;
  /** Calls back after this many milliseconds of this clock; returns how to call it off. */
  after(ms: number, callback: () => void): () => void;
  stop(): void;
}

interface Alarm {
  readonly due: number;
  readonly callback: () => void;
  timer?: NodeJS.Timeout;
}

export function createClock(): Clock {
  let ahead = 0;
  const alarms = new Set<Alarm>();
  let bots: (() => number)[] = [cpuOfThis];
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
    count() {
      const before = ahead;
      const began = bots.map((bot) => ({ bot, cpu: bot() }));
      return () => ahead - before + Math.max(...began.map(({ bot, cpu }) => bot() - cpu));
    },
    follow(pid) {
      bots = [...bots.filter((bot) => bot !== cpuOfThis), cpuOf(pid)];
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

/** CPU time of another process, in ms, also once it is gone. Linux tells it; elsewhere no time of its own counts. */
function cpuOf(pid: number): () => number {
  let last = 0;
  return () => {
    try {
      // The name in brackets may hold blanks; 14 and 15 of all fields are user and system time in ticks of 10 ms.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      last = (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      // Gone, or not Linux.
    }
    return last;
  };
}
