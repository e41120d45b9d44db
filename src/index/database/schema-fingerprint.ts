import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** What decides how a file is read and cut: this code, and the Unicode data of this Node. */
export const READING = ['text', 'corpus', 'store'];

/**
 * Of the code in these folders of `src/`, those inside them included. Where it changes, so may what it makes, and what was
 * kept is made again: no number that somebody has to remember to raise. 150 files take 10 ms.
 */
export function fingerprintOf(rooms: readonly string[]): Buffer {
  const key = rooms.join();
  let known = made.get(key);
  if (!known) {
    known = fingerprint(rooms);
    made.set(key, known);
  }
  return known;
}

/** Code doesn't change while it runs. */
const made = new Map<string, Buffer>();

function fingerprint(rooms: readonly string[]): Buffer {
  const hash = createHash('sha256');
  const { icu = '', unicode = '' } = process.versions;
  hash.update(`${icu} ${unicode}`);
  const own = extname(import.meta.filename);
  for (const room of rooms) {
    const folder = join(dirname(import.meta.dirname), room);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (extname(name) === own) hash.update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest();
}
