/** Real time plus whatever a test has let pass: three seconds cost nothing. */
export interface Clock {
  now(): number;
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
