import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { EDITS_FILE } from '../data-folder.ts';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../write-atomic.ts';
import { written } from './edit-error.ts';

/** One change of the archive that somebody made through Discord. */
export interface Edit {
  /** ISO 8601. */
  readonly time: string;
  readonly action: 'add' | 'remove';
  /** Discord's ids; the name as it was then. */
  readonly user: { readonly id: string; readonly name: string };
  readonly guild: string | null;
  /** The article's id; absent where a file of several was added. */
  readonly article?: string;
  readonly articles: number;
  /** Inside the archive. */
  readonly path: string;
  /** Of the file. */
  readonly sha256: string;
  readonly title: string;
  /** Where a removed file lies now. */
  readonly kept?: string;
}

/** What is known of a change before it is made: neither where an added file will lie, nor what a removed one holds. */
export type Intent = Omit<Edit, 'path' | 'sha256'> & Partial<Pick<Edit, 'path' | 'sha256'>>;

/** A change that was begun and never noted as done, nor as failed: it may have been made. */
export interface Unconfirmed {
  readonly unconfirmed: Intent;
}

/**
 * A line of the log: an intent, then under the same id the edit itself when it is done, or why it was not. Edits of before
 * there were intents have no id.
 */
type Line =
  | { readonly id: string; readonly intent: Intent }
  | { readonly id: string; readonly failed: string }
  | (Edit & { readonly id?: string });

/**
 * Logs an intent, makes the change, and logs the edit (write-ahead): if the intent can't be written, nothing is changed.
 * `folder` is the archive's own (`archiveFolder`). Throws `EditError`, and what the change throws.
 */
export async function logged(folder: string, intent: Intent, change: () => Promise<Edit>): Promise<Edit> {
  const id = randomUUID();
  await written(mkdir(folder, PRIVATE_FOLDER));
  const log = await written(open(join(folder, EDITS_FILE), 'a+', PRIVATE_FILE.mode));
  try {
    await written(append(log, { id, intent }));
    const edit = await change().catch(async (error: Error) => {
      // A disk that is full has no place for this line either: the intent stays, not confirmed.
      await append(log, { id, failed: error.message }).catch(() => {});
      throw error;
    });
    // What is done is done: where the disk has just filled up, its intent tells of it.
    await append(log, { ...edit, id }).catch(() => {});
    return edit;
  } finally {
    await log.close();
  }
}

async function append(log: FileHandle, line: Line): Promise<void> {
  // A line that a crash or a full disk cut short must not take this one with it.
  const start = (await isWhole(log)) ? '' : '\n';
  await log.appendFile(`${start}${JSON.stringify(line)}\n`);
  await log.sync();
}

/** How much of a long log is read, from its end: some 3,000 edits. */
const TAIL = 1024 * 1024;

/**
 * Returns the last edits, oldest first, at most `limit`; unconfirmed ones in the place of their intents. Skips damaged
 * lines; empty when there is no log.
 */
export async function lastEdits(folder: string, limit: number): Promise<(Edit | Unconfirmed)[]> {
  const entries = new Map<string | symbol, Edit | Unconfirmed>();
  for (const line of await linesIn(join(folder, EDITS_FILE))) {
    const { id = Symbol('an edit without intent') } = line;
    if ('intent' in line) entries.set(id, { unconfirmed: line.intent });
    else if ('failed' in line) entries.delete(id);
    else entries.set(id, withoutId(line));
  }
  return [...entries.values()].slice(-limit);
}

function withoutId({ id: _, ...edit }: Edit & { readonly id?: string }): Edit {
  return edit;
}

/** No file, or not even a folder. */
const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

async function linesIn(location: string): Promise<Line[]> {
  let file: FileHandle;
  try {
    file = await open(location, 'r');
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
  try {
    const text = (await tailOf(file, TAIL)).toString('utf8');
    return text.split('\n').flatMap((line) => lineIn(line) ?? []);
  } finally {
    await file.close();
  }
}

async function isWhole(file: FileHandle): Promise<boolean> {
  const end = await tailOf(file, 1);
  return end.length === 0 || end[0] === 0x0a;
}

async function tailOf(file: FileHandle, most: number): Promise<Buffer> {
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, most));
  const { bytesRead } = await file.read(tail, 0, tail.length, size - tail.length);
  return tail.subarray(0, bytesRead);
}

function lineIn(text: string): Line | undefined {
  try {
    const line = JSON.parse(text) as
      | (Partial<Edit> & { id?: unknown; intent?: unknown; failed?: unknown })
      | null;
    if (typeof line?.id === 'string' && typeof line.failed === 'string') return line as Line;
    if (typeof line?.id === 'string' && isEdit(line.intent)) return line as Line;
    return isEdit(line) ? (line as Line) : undefined;
  } catch {
    // The first line of the tail may have lost its beginning, the last one its end.
    return undefined;
  }
}

function isEdit(value: unknown): boolean {
  const edit = value as Partial<Edit> | null | undefined;
  return typeof edit?.time === 'string' && typeof edit.user?.id === 'string';
}
