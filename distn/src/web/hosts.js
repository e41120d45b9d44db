import { LRUCache } from 'lru-cache';
import { serialQueue } from '../threads/serial-queue.js';
/** Hosts that are remembered; each is a name, a queue and a time. */
const MOST_HOSTS = 10_000;
/** Remembers the last `MOST_HOSTS` hosts. */
export function hostsOf(clock) {
    const hosts = new LRUCache({
        max: MOST_HOSTS,
        memoMethod: () => ({ queue: serialQueue() }),
    });
    return {
        visit(name, gapMs, work, signal) {
            const host = hosts.memo(name);
            return host.queue.run(async () => {
                try {
                    const ms = host.left === undefined ? 0 : host.left + gapMs - clock.now();
                    if (ms > 0)
                        await clock.wait(ms, signal);
                    signal?.throwIfAborted();
                    return await work();
                }
                finally {
                    host.left = clock.now();
                }
            });
        },
    };
}
