import { setTimeout as rest } from 'node:timers/promises';
export const systemClock = {
    now: Date.now,
    wait: (ms, signal) => rest(ms, undefined, signal ? { signal } : {}),
};
