import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that nobody ever sees half of it: under a hidden name, which the readers of an archive leave out, and
 * then by its own. Makes the folders on the way. `lasting`: also after a power cut right after it, which takes a moment.
 */
export function writeWhole(path: string, content: string, { lasting = false } = {}): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const part = join(folder, `.${basename(path)}.${process.pid}.part`);
  try {
    writeFileSync(part, content, { flush: lasting });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
