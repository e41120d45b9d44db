/** Problems listed for one file: one that isn't what its name says would fill pages with the same complaint. */
const MAX_SHOWN = 20;
/** The first 20 problems of a file, and one more that sums up the rest by cause and number of lines. */
export function summariseProblems(problems) {
    const rest = problems.slice(MAX_SHOWN);
    const [first] = rest;
    if (!first)
        return [...problems];
    const told = new Set(rest.map((problem) => problem.line)).size;
    const lines = rest.reduce((sum, { times = 1 }) => sum + times - 1, told);
    const reason = `and ${counted(lines)} more ${lines === 1 ? 'line' : 'lines'}: ${causesOf(rest)}`;
    const severity = rest.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
    return [...problems.slice(0, MAX_SHOWN), { severity, path: first.path, reason }];
}
/** The cause of a reason: what stands before its first colon; details come after it. */
export function causeOf(reason) {
    return reason.split(':', 1)[0] ?? reason;
}
function causesOf(problems) {
    const counts = new Map();
    for (const { reason, times = 1 } of problems) {
        const cause = causeOf(reason);
        counts.set(cause, (counts.get(cause) ?? 0) + times);
    }
    if (counts.size === 1)
        return [...counts.keys()].join();
    return [...counts].map(([cause, count]) => `${cause} (${counted(count)})`).join(', ');
}
function counted(count) {
    return count.toLocaleString('en-US');
}
