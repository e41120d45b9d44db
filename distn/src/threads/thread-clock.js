import { readFileSync, readlinkSync } from 'node:fs';
/** Clock ticks a second in /proc/…/stat: USER_HZ, part of Linux's interface to programs (proc(5)). */
const TICKS_PER_S = 100;
const [UTIME, STIME] = [14, 15];
/** The system's number of the calling thread; `undefined` where the system has no /proc, as only Linux does. */
export function threadId() {
    try {
        return readlinkSync('/proc/thread-self').split('/').at(-1);
    }
    catch {
        return undefined;
    }
}
/**
 * Starts a clock of the CPU time that a thread uses, from the outside: a thread that spins answers no message. Returns the
 * ms since then.
 *
 * Node 20 measures no thread's CPU time (`worker.cpuUsage()` came with 24.6), Linux does. Elsewhere the least of two upper
 * bounds stands for it: the time in which the thread's event loop was busy, and the CPU time of the whole process.
 */
export function threadClock(thread, tid) {
    const began = tid === undefined ? undefined : cpuMsOf(tid);
    if (tid !== undefined && began !== undefined)
        return () => (cpuMsOf(tid) ?? began) - began;
    const loop = thread.performance.eventLoopUtilization();
    const cpu = process.cpuUsage();
    return () => {
        const { user, system } = process.cpuUsage(cpu);
        return Math.min(thread.performance.eventLoopUtilization(loop).active, (user + system) / 1_000);
    };
}
/** `undefined` for a thread that has ended. */
function cpuMsOf(tid) {
    let stat;
    try {
        stat = readFileSync(`/proc/self/task/${tid}/stat`, 'utf8');
    }
    catch {
        return undefined;
    }
    // Fields are counted from 1; the second, a name in brackets, may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[UTIME - 3]) + Number(fields[STIME - 3]);
    return (ticks * 1_000) / TICKS_PER_S;
}
