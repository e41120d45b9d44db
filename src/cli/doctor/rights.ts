import { accessSync, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCodeOf } from '../../ingest/files/file-error.ts';

/** The system's code (`EACCES`, `EROFS`) where a path can't be used in a way (`constants.R_OK`); `undefined` where it can. */
export type AccessTest = (path: string, mode: number) => string | undefined;

export const accessTest: AccessTest = (path, mode) => {
  try {
    accessSync(path, mode);
    return undefined;
  } catch (error) {
    return errorCodeOf(error) ?? 'EACCES';
  }
};

/** The path itself, or the nearest folder above it that is there. */
export function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

export interface UserIds {
  readonly uid: number | undefined;
  readonly gid: number | undefined;
}

export function currentUser(): UserIds {
  return { uid: process.getuid?.(), gid: process.getgid?.() };
}

/** What makes a path this user's: a line for the shell, or words where there is no such user (Windows). */
export function chownLine(path: string, { uid, gid }: UserIds): string {
  if (uid === undefined) return `let the user who runs Ibid write ${path}`;
  return `sudo chown -R ${uid}:${gid} ${quoted(path)}`;
}

/** One word of a POSIX shell. */
function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
