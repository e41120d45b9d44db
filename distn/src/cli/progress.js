/** A bar on stderr where a person watches; nothing elsewhere. `format` is cli-progress's. */
export async function progressBar(total, format) {
    if (!process.stderr.isTTY)
        return { update() { }, stop() { } };
    const { default: cliProgress } = await import('cli-progress');
    // Its own SIGINT handler would wait for the end of the loop: without one Ctrl-C ends at once.
    const bar = new cliProgress.SingleBar({ format, clearOnComplete: true, gracefulExit: false }, cliProgress.Presets.shades_grey);
    bar.start(total, 0, { state: '' });
    return { update: (done, state = '') => bar.update(done, { state }), stop: () => bar.stop() };
}
/** `, 840 of 2,048 MB, 12 MB/s, 1 min 41 s left`; `took` in ms. */
export function stateOfReading(done, all, took) {
    const megabytes = (bytes) => Math.round(bytes / 1024 / 1024).toLocaleString('en-US');
    const parts = ['', `${megabytes(done)} of ${megabytes(all)} MB`];
    // Before that nobody can tell.
    if (done > 0 && took >= 1000) {
        const rate = done / took;
        parts.push(`${((rate * 1000) / 1024 / 1024).toFixed(1)} MB/s`, `${duration((all - done) / rate)} left`);
    }
    return parts.join(', ');
}
function duration(ms) {
    const seconds = Math.ceil(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
