import { randomInt } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../write-atomic.ts';
import { type Admissions, type Allowance, Tally } from './admissions.ts';

/** One admission, as it lies in a file: the person's id, the time in ms, the process, and which of its admissions it is. */
const RECORD_BYTES = 8 + 8 + 4 + 4;

interface Admission {
  readonly userId: string;
  readonly at: number;
  /** Of the process that asked for it, and its number there. */
  readonly by: string;
}

/** A file of a window, open, and how much of it has been read. */
interface WindowFile {
  readonly window: number;
  readonly handle: number;
  read: number;
}

export interface SharedPlace {
  readonly folder: string;
  /** What is admitted: people are counted apart for each. */
  readonly name: string;
  /** A clock in ms that all processes of this machine read alike: `machineTime` where absent. */
  readonly now?: () => number;
}

/** Time since the machine was started, in ms, the same in all its processes, and never set back. */
export function machineTime(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}

/**
 * Admissions by all processes that share a folder. Each appends what it wants to admit to the file of the current window, and reads what
 * others have appended: the order in the file is the same for all, so all agree on who was the last one with room, without a lock. A
 * killed process leaves nothing to mend; files of windows that are over are deleted. Where the folder can't be written, this process
 * counts alone.
 */
export function sharedAdmissions(allowance: Allowance, place: SharedPlace): Admissions {
  const { now = machineTime } = place;
  const tally = new Tally(allowance);
  const files = windowFiles(place);
  const process = randomInt(2 ** 32);
  let count = 0;

  /** Returns whether the admission `own` was among the news, and had room. */
  const catchUp = (own?: string): boolean => {
    let had = false;
    for (const { userId, at, by } of files.news()) {
      const admitted = tally.add(userId, at);
      had ||= admitted && by === own;
    }
    return had;
  };
  const takeShared = (userId: string, at: number): number => {
    files.turnTo(Math.floor(at / allowance.windowMs));
    catchUp();
    const wait = tally.waitOf(userId, at);
    if (wait > 0) return wait;
    count = (count + 1) % 2 ** 32;
    files.append({ userId, at, by: byOf(process, count) });
    return catchUp(byOf(process, count)) ? 0 : tally.waitOf(userId, at);
  };
  return {
    take(userId) {
      const at = now();
      try {
        return takeShared(userId, at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === undefined) throw error;
        const wait = tally.waitOf(userId, at);
        if (wait === 0) tally.add(userId, at);
        return wait;
      }
    },
  };
}

const byOf = (process: number, count: number) => `${process}/${count}`;

/** The files of the current window and of the one before: what is older counts no more. */
function windowFiles({ folder, name }: SharedPlace) {
  let open: WindowFile[] = [];
  const fileOf = (window: number) => `${name}-${window}`;
  const isOver = (file: string, current: number) =>
    file.startsWith(`${name}-`) && ![fileOf(current), fileOf(current - 1)].includes(file);

  return {
    turnTo(window: number): void {
      if (open.at(-1)?.window === window) return;
      mkdirSync(folder, PRIVATE_FOLDER);
      const kept = open.filter((file) => file.window === window - 1);
      for (const { handle } of open.filter((file) => !kept.includes(file))) closeSync(handle);
      open = kept;
      const missing = [window - 1, window].slice(kept.length);
      for (const one of missing) {
        const handle = openSync(join(folder, fileOf(one)), 'a+', PRIVATE_FILE.mode);
        open.push({ window: one, handle, read: 0 });
      }
      for (const file of readdirSync(folder))
        if (isOver(file, window)) rmSync(join(folder, file), { force: true });
    },
    /** Small appends are one write each, which no other process comes between. */
    append({ userId, at, by }: Admission): void {
      const [process, count] = by.split('/').map(Number);
      const record = Buffer.alloc(RECORD_BYTES);
      record.writeBigUInt64LE(BigInt(userId), 0);
      record.writeDoubleLE(at, 8);
      record.writeUInt32LE(process!, 16);
      record.writeUInt32LE(count!, 20);
      writeSync(open.at(-1)!.handle, record);
    },
    *news(): Generator<Admission> {
      for (const file of open) yield* newsOf(file);
    },
  };
}

/** A write that a full disk has cut short spoils what follows it in this file, until the window is over: it then counts for nobody. */
function* newsOf(file: WindowFile): Generator<Admission> {
  const { size } = fstatSync(file.handle);
  const bytes = Buffer.alloc(size - file.read - ((size - file.read) % RECORD_BYTES));
  const read = bytes.length === 0 ? 0 : readSync(file.handle, bytes, 0, bytes.length, file.read);
  for (let start = 0; start + RECORD_BYTES <= read; start += RECORD_BYTES) {
    yield {
      userId: bytes.readBigUInt64LE(start).toString(),
      at: bytes.readDoubleLE(start + 8),
      by: byOf(bytes.readUInt32LE(start + 16), bytes.readUInt32LE(start + 20)),
    };
  }
  file.read += read - (read % RECORD_BYTES);
}
