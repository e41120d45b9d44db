export interface Progress {
  /** How much of it all is done. */
  update(done: number): void;
  stop(): void;
}

/** A bar on stderr where a person watches; nothing elsewhere. `format` is cli-progress's. */
export async function progressBar(total: number, format: string): Promise<Progress> {
  if (!process.stderr.isTTY) return { update() {}, stop() {} };
  const { default: cliProgress } = await import('cli-progress');
  // Its own SIGINT handler would wait for the end of the loop: without one Ctrl-C ends at once.
  const bar = new cliProgress.SingleBar(
    { format, clearOnComplete: true, gracefulExit: false },
    cliProgress.Presets.shades_grey,
  );
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
