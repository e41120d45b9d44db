/** Where the sockets lie on which processes of Ibid answer how they are. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSocketName, socketOwner } from '../data-folder.ts';
import { PRIVATE_FOLDER } from '../write-atomic.ts';

/** A socket, and the process that has made it. */
export interface HealthSocket {
  readonly path: string;
  readonly pid: number;
  /** Whether it is of this machine, or container. */
  readonly isHere: boolean;
}

/** In bytes: sun_path of macOS's sockaddr_un has 104 with a zero at its end, Linux's 108 (unix(7)). */
const MAX_PATH = 103;

/** Windows' own place for named pipes: one for all programs. */
const PIPES = '\\\\.\\pipe\\';

/**
 * New paths for the socket of this process, best first: in the archive's own folder, and for one with a long path, or that
 * can't be written or holds no sockets, in a private folder of the system's for temporary files.
 */
export function newHealthPaths(folder: string): (() => string)[] {
  const name = newSocketName(hostname(), process.pid);
  if (process.platform === 'win32') return [() => `${PIPES}${pipePrefix(folder)}${name}`];
  const inFolder = join(folder, name);
  return [
    ...(Buffer.byteLength(inFolder) <= MAX_PATH ? [() => inFolder] : []),
    () => join(makePrivate(temporaryFolder(folder)), name),
  ];
}

/** All sockets of an archive, of living and of killed processes. Throws what the file system throws where it may not be looked at. */
export function healthSockets(folder: string): HealthSocket[] {
  if (process.platform === 'win32') return socketsIn(PIPES, pipePrefix(folder));
  const temporary = temporaryFolder(folder);
  return [...socketsIn(folder), ...(isTrusted(temporary) ? socketsIn(temporary) : [])];
}

function socketsIn(folder: string, prefix = ''): HealthSocket[] {
  return namesIn(folder).flatMap((name) => {
    const owner = name.startsWith(prefix) ? socketOwner(name.slice(prefix.length), hostname()) : undefined;
    return owner === undefined ? [] : [{ path: join(folder, name), ...owner }];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function pipePrefix(folder: string): string {
  return `ibid-${keyOf(folder)}-`;
}

/** The same for whoever asks, root as well. */
function temporaryFolder(folder: string): string {
  return join(tmpdir(), `ibid-${keyOf(folder)}`);
}

function keyOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 12);
}

/** Anybody may write beside it: one that is another user's, or a link to elsewhere, isn't taken. */
function makePrivate(folder: string): string {
  mkdirSync(folder, PRIVATE_FOLDER);
  const { mode, uid } = lstatSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o777) !== PRIVATE_FOLDER.mode)
    throw new Error(`${folder} is there already, and not of this user alone: delete it`);
  return folder;
}

/** Nobody else may answer for a bot. Root asks those of everybody. */
function isTrusted(folder: string): boolean {
  const user = process.getuid?.();
  return user === 0 || lstatSync(folder, { throwIfNoEntry: false })?.uid === user;
}
