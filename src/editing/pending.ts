import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PENDING_FOLDER } from '../data-folder.ts';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../write-atomic.ts';
import { written } from './edit-error.ts';

/** Uploads that wait for their confirmation, on disk: their buttons work after a restart. */
export interface Pending {
  /** Stores an upload of this user; returns its key. Throws `EditError`. */
  put(bytes: Buffer, userId: string): Promise<{ readonly key: string; readonly location: string }>;
  /** Returns an upload; `undefined` when it was confirmed, cancelled, or waited too long. */
  get(
    key: string,
    userId: string,
  ): Promise<{ readonly bytes: Buffer; readonly location: string } | undefined>;
  drop(key: string, userId: string): Promise<void>;
  /** Deletes what has waited too long. */
  sweep(): Promise<void>;
}

/** As long as one looks at what one has just sent; then a hundred megabytes at most lie around. */
const LIFE_MS = 60 * 60 * 1000;
const MOST = 10;

const EXTENSION = '.upload';

/** Opens the uploads of one archive. Their file names are no articles', even if this folder lies in the archive. */
export function pendingIn(archiveFolder: string): Pending {
  const folder = join(archiveFolder, PENDING_FOLDER);
  const at = (key: string, userId: string) => join(folder, `${key}-${userId}${EXTENSION}`);
  return {
    async put(bytes, userId) {
      await written(mkdir(folder, PRIVATE_FOLDER));
      const key = randomBytes(16).toString('hex');
      const location = at(key, userId);
      await written(writeFile(location, bytes, PRIVATE_FILE));
      await sweep(folder);
      return { key, location };
    },
    async get(key, userId) {
      if (!isKey(key, userId)) return undefined;
      await sweep(folder);
      const location = at(key, userId);
      const bytes = await readFile(location).catch(absent);
      return bytes && { bytes, location };
    },
    async drop(key, userId) {
      if (isKey(key, userId)) await rm(at(key, userId), { force: true });
    },
    sweep: () => sweep(folder),
  };
}

/** Both come from a button, and become part of a path. */
function isKey(key: string, userId: string): boolean {
  return /^[\da-f]{32}$/u.test(key) && /^\d{1,20}$/u.test(userId);
}

/** Deletes what has waited too long, and the oldest over `MOST`. */
async function sweep(folder: string): Promise<void> {
  const names = ((await readdir(folder).catch(absent)) ?? []).filter((name) => name.endsWith(EXTENSION));
  const files = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(absent))?.mtimeMs ?? 0 })),
  );
  files.sort((a, b) => b.at - a.at);
  const old = files.filter(({ at }, i) => i >= MOST || at < Date.now() - LIFE_MS);
  for (const { name } of old) await rm(join(folder, name), { force: true });
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
