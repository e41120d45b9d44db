import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SYNC_LOCK, WRITER_FILE, WRITER_LOCK } from '../data-folder.ts';
import type { Role, Writer } from '../model/role.ts';
import { writeAtomicSync } from '../write-atomic.ts';
import { type FileLock, lockFile } from './database/connection.ts';
import { IndexBusyError } from './database/errors.ts';

/** The right to follow an archive's files, which one process has at a time. */
export class WriterLease {
  private readonly folder: string;
  private readonly role: Role;
  private readonly tell: (note: string) => void;
  private lock: FileLock | undefined;
  /** Another process was found to have it, and that was told. */
  private isWaiting = false;

  /** `folder`: where the index lies. `tell` is told, in a line, when another process has it, and when this one takes over. */
  constructor(folder: string, role: Role, tell: (note: string) => void) {
    this.folder = folder;
    this.role = role;
    this.tell = tell;
  }

  /** Whether this process has it; takes it where nobody has. Throws `IndexUnavailableError`. */
  held(): boolean {
    if (this.lock?.isHeld()) return true;
    this.release();
    if (this.role !== 'reader') this.lock = lockFile(join(this.folder, WRITER_LOCK));
    if (this.lock) this.taken();
    else if (!this.isWaiting) this.notTaken();
    return this.lock !== undefined;
  }

  release(): void {
    this.lock?.release();
    this.lock = undefined;
  }

  private taken(): void {
    const writer: Writer = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
    writeAtomicSync(join(this.folder, WRITER_FILE), JSON.stringify(writer), { isPrivate: true });
    if (this.isWaiting) this.tell('the process that wrote this archive has ended: this one writes it now');
    this.isWaiting = false;
  }

  private notTaken(): void {
    this.isWaiting = true;
    const writer = writerIn(this.folder);
    if (this.role === 'reader' && !writer) {
      this.tell('IBID_ROLE=reader: this process only reads, and no other one writes this archive now');
      return;
    }
    const { does } = ROLES[this.role];
    this.tell(`${writer ? textOfWriter(writer) : 'another process'} writes this archive: this one ${does}`);
  }
}

const ROLES = {
  all: { does: 'only reads, and takes over when that one ends' },
  writer: { does: 'waits until that one ends (IBID_ROLE=writer)' },
  reader: { does: 'only reads (IBID_ROLE=reader)' },
} as const satisfies Record<Role, unknown>;

/** `process 4711 on news-1 (since 2026-11-29T14:00:00.000Z)`. */
export function textOfWriter({ pid, host, since }: Writer): string {
  return `process ${pid} on ${host} (since ${since})`;
}

/** The process that follows the files of the archive whose index lies in this folder; `undefined`: none does, or it isn't known. */
export function writerIn(folder: string): Writer | undefined {
  const path = join(folder, WRITER_LOCK);
  if (!existsSync(path)) return undefined;
  try {
    const lock = lockFile(path);
    lock?.release();
    return lock ? undefined : (JSON.parse(readFileSync(join(folder, WRITER_FILE), 'utf8')) as Writer);
  } catch {
    // It can't be written, or the writer is just beginning.
    return undefined;
  }
}

/** How often a lock that another process has is tried again, in ms. */
const RETRY_MS = 100;

/** What is locked while the index at `location` is written: each sync for itself, so that `ibid ingest` comes in between those of a bot. */
export function syncLock(location: string): string {
  return join(dirname(location), SYNC_LOCK);
}

/**
 * Does something alone among all threads and processes that lock this file for it. Where another one is at it: waits for it and calls
 * `waiting` once, or throws `IndexBusyError` where that is absent. Throws `IndexUnavailableError`.
 */
export async function alone<T>(path: string, act: () => Promise<T>, waiting?: () => void): Promise<T> {
  const lock = lockFile(path) ?? (await whenFree(path, waiting));
  try {
    return await act();
  } finally {
    lock.release();
  }
}

async function whenFree(path: string, waiting: (() => void) | undefined): Promise<FileLock> {
  if (!waiting) throw new IndexBusyError('another process writes it');
  waiting();
  return locked(path);
}

/** Waits for a lock, however long. Throws `IndexUnavailableError`. */
export async function locked(path: string): Promise<FileLock> {
  for (;;) {
    const lock = lockFile(path);
    if (lock) return lock;
    await wait(RETRY_MS);
  }
}
