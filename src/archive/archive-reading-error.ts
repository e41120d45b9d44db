/** The archive is being read for the first time, and can't answer yet. */
export class ArchiveReadingError extends Error {
  override readonly name = 'ArchiveReadingError';
  /** How much of it is read, 0 to 99. */
  readonly percent: number;

  constructor(percent: number) {
    super(`the archive is still being read: ${percent} %`);
    this.percent = percent;
  }
}
