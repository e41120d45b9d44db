import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
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

const FILE = 'edits.jsonl';

/** Opens the log, makes the change, and notes it: where nothing can be noted, nothing is changed. */
export async function noting(data: string, change: () => Promise<Edit>): Promise<Edit> {
  await written(mkdir(data, { recursive: true }));
  const log = await written(open(join(data, FILE), 'a'));
  try {
    const edit = await change();
    // A line that a crash cut short must not take this one with it.
    const start = (await isWhole(join(data, FILE))) ? '' : '\n';
    await log.appendFile(`${start}${JSON.stringify(edit)}\n`);
    await log.sync();
    return edit;
  } finally {
    await log.close();
  }
}

/** How much of a long log is read, from its end: some 3,000 edits. */
const TAIL = 1024 * 1024;

/** The last edits, oldest first, at most `limit`; a line that is none is left out. */
export async function lastEdits(data: string, limit: number): Promise<Edit[]> {
  const bytes = await tailOf(join(data, FILE), TAIL);
  const lines = bytes.toString('utf8').split('\n');
  return lines.flatMap((line) => editIn(line) ?? []).slice(-limit);
}

async function isWhole(location: string): Promise<boolean> {
  const end = await tailOf(location, 1);
  return end.length === 0 || end[0] === 0x0a;
}

async function tailOf(location: string, most: number): Promise<Buffer> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(location, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, most));
    const { bytesRead } = await file.read(tail, 0, tail.length, size - tail.length);
    return tail.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function editIn(line: string): Edit | undefined {
  try {
    const edit = JSON.parse(line) as Partial<Edit> | null;
    return typeof edit?.time === 'string' && typeof edit.user?.id === 'string' ? (edit as Edit) : undefined;
  } catch {
    // The first line of the tail may have lost its beginning, the last one its end.
    return undefined;
  }
}
