import { pass } from './poll-feeds.js';
import { LOOK_MS } from './schedule.js';
/** Reads what is due, again and again, until the signal aborts. Never throws. */
export async function keepPolling(world, told, signal) {
    let said = '';
    while (!signal.aborted) {
        try {
            const { faults } = await pass(world, { due: true, signal, told: told.feed });
            const now = faults.join('\n');
            if (now !== said && faults.length > 0)
                told.faults(faults);
            said = now;
        }
        catch (error) {
            if (signal.aborted)
                return;
            told.failed(error);
        }
        await world.clock.wait(LOOK_MS, signal).catch(() => { });
    }
}
