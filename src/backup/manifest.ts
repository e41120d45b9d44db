import { sep } from 'node:path';
import * as z from 'zod/mini';
import { BackupError } from './backup-error.ts';

/** Of what lies where in a backup: raised when an earlier Ibid could not restore it. */
export const BACKUP_FORMAT = 1;

/** The first entry of a backup. */
export const MANIFEST = 'manifest.json';

/** In bytes: a line of some 200 for each file, and so for 300,000 removed files. */
export const MAX_MANIFEST = 64 * 1024 * 1024;

/** Where an archive's files lie in a backup. */
export const FILES_FOLDER = 'files/';

const KIND = 'ibid backup';

const entry = z.object({
  /** In the archive's folder, with slashes. */
  path: z.string(),
  /** Bytes. */
  size: z.int().check(z.nonnegative()),
  /** In hexadecimal. */
  sha256: z.string().check(z.regex(/^[\da-f]{64}$/u)),
});

const manifest = z.object({
  kind: z.literal(KIND),
  format: z.int(),
  /** The version of Ibid that wrote it. */
  ibid: z.string(),
  /** When it was begun, ISO 8601. */
  time: z.string(),
  /** The archive's folder in the data folder: its name and a hash of its path. */
  archive: z.string(),
  /** Whether the index is in it. */
  index: z.boolean(),
  /** What was set, without secrets: for people, nothing reads it. */
  settings: z.record(z.string(), z.string()),
  /** In the order in which they follow. */
  files: z.array(entry),
});

/** A file of a backup. */
export type BackedUpFile = z.infer<typeof entry>;

/** What a backup says of itself. */
export type BackupManifest = z.infer<typeof manifest>;

export function writeManifest(about: Omit<BackupManifest, 'kind' | 'format'>): string {
  return `${JSON.stringify({ kind: KIND, format: BACKUP_FORMAT, ...about }, null, 1)}\n`;
}

/** Throws `BackupError` where it is none, damaged, or of a later Ibid. `from`: the file that it is in. */
export function readManifest(text: string, from: string): BackupManifest {
  if (Buffer.byteLength(text) > MAX_MANIFEST)
    throw new BackupError(`${from} is of too many files: ${MANIFEST} may have ${MAX_MANIFEST} bytes`);
  const parsed = jsonIn(text);
  const { kind, format, ibid } = (parsed ?? {}) as Record<string, unknown>;
  if (kind !== KIND) throw new BackupError(`${from} is no backup of Ibid's`);
  if (typeof format === 'number' && format > BACKUP_FORMAT)
    throw new BackupError(
      `${from} is of a later Ibid (${String(ibid).slice(0, 20)}, format ${format}): this one restores backups up to format ${BACKUP_FORMAT}; update Ibid first`,
    );
  const read = manifest.safeParse(parsed);
  if (!read.success) throw damaged(from, `${MANIFEST} is not as Ibid writes it`);
  const seen = new Set<string>();
  for (const { path } of read.data.files) {
    if (!isInside(path) || seen.has(path))
      throw damaged(from, `it holds a file called ${JSON.stringify(path)}`);
    seen.add(path);
  }
  return read.data;
}

export function damaged(from: string, why: string): BackupError {
  return new BackupError(`${from} is damaged: ${why}; nothing was restored`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a path leads to a place in the folder that it is joined to, and to no other one, on this system. */
function isInside(path: string): boolean {
  if (path.includes('\0') || (sep === '\\' && /[\\:]/u.test(path))) return false;
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}
