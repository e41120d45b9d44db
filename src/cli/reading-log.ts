import type { ArchiveThread } from '../archive/archive-thread.ts';
import type { Log } from '../log.ts';
import { stateOfReading } from './progress.ts';

/** How often it is said how far the first reading of an archive is, in ms. */
const EVERY_MS = 5_000;

/** Says how far an archive is read, until it is open; nothing of one that opens at once. */
export function logReading({ opened, progress }: Pick<ArchiveThread, 'opened' | 'progress'>, log: Log): void {
  const began = performance.now();
  const say = () => {
    const { done, all } = progress();
    const percent = Math.floor((100 * done) / Math.max(1, all));
    const state = stateOfReading(done, all, performance.now() - began).replace(/^, /u, '');
    log.info({ percent, state }, 'reading the archive');
  };
  const timer = setInterval(say, EVERY_MS).unref();
  const stop = () => clearInterval(timer);
  opened.then(stop, stop);
}
