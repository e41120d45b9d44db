import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedFile, readSections, writeSections } from './file.ts';

/** One segment of a folder: its file, and its articles that have been removed, counted in the file. */
export interface Listed {
  readonly file: string;
  readonly removed: readonly number[];
}

const LIST = 'segments.list';

/** The segments that count. A folder that does not exist or has no list holds none. Throws `DamagedFile`. */
export function readList(folder: string): Listed[] {
  const path = join(folder, LIST);
  if (!existsSync(path)) return [];
  const [json] = readSections(path, 1);
  try {
    return JSON.parse(Buffer.from(json!).toString()) as Listed[];
  } catch {
    throw new DamagedFile(path, 'is no list of segments');
  }
}

/** Replaces the list in one step: whoever reads finds the one before or this one. Files that it lacks are deleted. */
export function writeList(folder: string, segments: readonly Listed[]): void {
  const path = join(folder, LIST);
  writeSections(`${path}.new`, [Buffer.from(JSON.stringify(segments))]);
  renameSync(`${path}.new`, path);
}

/** Deletes segments that the list lacks: what a merge has replaced, or what was written when the process ended. */
export function deleteUnlisted(folder: string, segments: readonly Listed[], busy: ReadonlySet<string>): void {
  const kept = new Set(segments.map(({ file }) => file));
  for (const file of readdirSync(folder)) {
    if (NAME.test(file) && !kept.has(file) && !busy.has(file)) rmSync(join(folder, file));
  }
}

/** A name that no segment of the folder has. */
export function newName(folder: string, taken: Iterable<string>): string {
  mkdirSync(folder, { recursive: true });
  const numbers = [...readdirSync(folder), ...taken].map((file) => Number(NAME.exec(file)?.[1] ?? 0));
  return `${String(Math.max(0, ...numbers) + 1).padStart(6, '0')}.segment`;
}

const NAME = /^(\d{6,})\.segment$/;
