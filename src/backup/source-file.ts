import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { errorCodeOf, fileErrorReason } from '../ingest/files/file-error.ts';
import { BackupError } from './backup-error.ts';
import type { BackedUpFile } from './manifest.ts';

/** A file that is to be backed up as it was when it was measured: what is appended to it later is left out. */
export interface SourceFile extends BackedUpFile {
  /** Throws `BackupError` where the file has changed since. */
  bytes(): AsyncGenerator<Buffer>;
}

/**
 * Measures an open file, which stays open for `bytes`: one that is replaced or deleted meanwhile can still be read.
 */
export async function measureOpen(path: string, handle: FileHandle): Promise<SourceFile> {
  const { size } = await handle.stat();
  return sourceFile(path, size, () => read(handle, size));
}

/** Measures a file that is opened anew for `bytes`: of these there may be many. */
export async function measureAt(path: string, location: string): Promise<SourceFile> {
  const { size } = await stat(location);
  return sourceFile(path, size, async function* () {
    const handle = await open(location, 'r');
    try {
      yield* read(handle, size);
    } finally {
      await handle.close();
    }
  });
}

async function sourceFile(
  path: string,
  size: number,
  bytes: () => AsyncIterable<Buffer>,
): Promise<SourceFile> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of bytes()) {
    hash.update(chunk);
    length += chunk.length;
  }
  if (length !== size) throw changed(path);
  const sha256 = hash.digest('hex');
  return { path, size, sha256, bytes: () => checked(path, sha256, bytes) };
}

async function* checked(
  path: string,
  sha256: string,
  bytes: () => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of bytes()) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    throw isGone(error) ? changed(path) : unreadable(path, error);
  }
  if (hash.digest('hex') !== sha256) throw changed(path);
}

export function isGone(error: unknown): boolean {
  return errorCodeOf(error) === 'ENOENT';
}

export function unreadable(path: string, error: unknown): BackupError {
  return new BackupError(`${path} ${fileErrorReason(error)}; no backup was written`, { cause: error });
}

function changed(path: string): BackupError {
  return new BackupError(`${path} changed while it was backed up: run it again; no backup was written`);
}

const CHUNK = 1024 * 1024;

async function* read(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; ) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, size - at));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
