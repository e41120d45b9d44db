import { LRUCache } from 'lru-cache';
/** Twelve in ten seconds is faster than anybody reads; 256 at once are a second or two of work, at 2 to 8 ms each. */
export const DEFAULT_RATE_LIMITS = { perUser: 12, windowMs: 10_000, atOnce: 256 };
/** People whose recent questions are remembered. */
const PEOPLE = 10_000;
/** Limits how often one person may ask, and how many interactions run at once: nobody can starve the others. */
export function rateLimiter({ perUser, windowMs, atOnce, now = Date.now, } = DEFAULT_RATE_LIMITS) {
    const recent = new LRUCache({ max: PEOPLE });
    let running = 0;
    let closed = false;
    const waiting = [];
    const release = () => {
        running -= 1;
        if (running === 0)
            for (const emptied of waiting)
                emptied();
    };
    return {
        admit(userId) {
            if (closed)
                return { admitted: false, reason: 'stopping' };
            if (running >= atOnce)
                return { admitted: false, reason: 'busy' };
            const times = (recent.get(userId) ?? []).filter((time) => time > now() - windowMs);
            if (times.length >= perUser) {
                const seconds = Math.max(1, Math.ceil((times[0] + windowMs - now()) / 1_000));
                return { admitted: false, reason: 'slow-down', seconds };
            }
            recent.set(userId, [...times, now()]);
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
function once(act) {
    let done = false;
    return () => {
        if (!done)
            act();
        done = true;
    };
}
