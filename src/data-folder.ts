/** The only place that says what lies where in Ibid's own folder (IBID_DATA). */
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileNameOf } from './text/file-name.ts';
import { PRIVATE_FOLDER } from './write-atomic.ts';

/** What lies in the folder of one archive. */
export const EDITS_FILE = 'edits.jsonl';
export const REMOVED_FOLDER = 'removed';
export const PENDING_FOLDER = 'pending';
/** Without extension: `.json` what is known of the feeds, `.jsonl` the articles that were fetched. */
export const FEEDS_FILES = 'feeds';

/** Locked by the process that follows the archive's files, which `WRITER_FILE` names; and by who makes the index agree with them just now. */
export const WRITER_LOCK = 'writer.lock';
export const WRITER_FILE = 'writer.json';
export const SYNC_LOCK = 'sync.lock';
/** Who was admitted in the last seconds, where several processes share what one person may ask. */
export const LIMITS_FOLDER = 'limits';
/** Locked while an edit is made. */
export const EDITS_LOCK = 'edits.lock';

/**
 * An index (`index/database/open-database.ts`), its segments, and vectors, made again of the articles where they are missing; and locks and limits, which
 * say nothing when their processes are gone.
 */
const REBUILDABLE =
  /^(?:(?:index-\d+-[\da-f]{8}|vectors-.+)\.(?:db(?:-wal|-shm|-journal)?|segments|corrupt)|(?:writer|sync|edits)\.lock(?:-journal)?|writer\.json|limits)$/u;

/** Whether what has this name in an archive's folder can be made again of its articles, or is of a running process alone. */
export function isRebuildable(name: string): boolean {
  return REBUILDABLE.test(name) || SOCKET.test(name);
}

/** A process of Ibid answers on it how it is: its machine, its number there, and a number that tells apart two of the same. */
const SOCKET = /^bot-([\da-f]{4})-(\d+)-[\da-f]{4}\.sock$/u;

/** Makes a new name for the socket of a process: `bot-1f2e-1234-9a3c.sock`. `host`: the machine's name. */
export function newSocketName(host: string, pid: number): string {
  return `bot-${hostKey(host)}-${pid}-${randomBytes(2).toString('hex')}.sock`;
}

/** Of which process the socket of this name is; `undefined` where it is none. */
export function socketOwner(name: string, host: string): { pid: number; isHere: boolean } | undefined {
  const [, key, pid] = SOCKET.exec(name) ?? [];
  return pid === undefined ? undefined : { pid: Number(pid), isHere: key === hostKey(host) };
}

/** A container is a machine of its own. */
function hostKey(host: string): string {
  return createHash('sha256').update(host).digest('hex').slice(0, 4);
}

/**
 * A restored folder that is whole but not in its place yet: `<archive's folder>.restored`. Beside it, the folder as it was before may
 * have been moved away already.
 */
export function restoredFolder(folder: string): string {
  return `${folder}.restored`;
}

/** Puts a restored folder in its place where a restore was killed right before it. Throws what the file system throws. */
export function completeRestore(folder: string): void {
  if (!existsSync(folder) && existsSync(restoredFolder(folder))) renameSync(restoredFolder(folder), folder);
}

/** Vectors that a model has made of an archive's sentences, in the archive's folder. */
export function vectorsFile(folder: string, model: string): string {
  return join(folder, `vectors-${fileNameOf(model, 'model')}.db`);
}

/** Models that were fetched, one folder each: shared by all archives of the data folder. */
export function modelsFolder(data: string): string {
  return join(data, 'models');
}

/**
 * The folder of one archive inside the data folder: archives that share a data folder keep nothing in common. Its name is
 * the archive's own, for people, and a hash of its real path. Makes nothing. Throws where `corpus` does not exist.
 *
 * ### Example
 * `archiveFolder('/srv/.ibid', '/srv/news')` → `/srv/.ibid/news-1f2e3d4c5b6a`
 */
export function archiveFolder(data: string, corpus: string): string {
  return folderFor(data, realpathSync(corpus));
}

/** The same where the archive may be gone while a bot has it open: a path that isn't there is taken as it is written. */
export function archiveFolderAsWas(data: string, corpus: string): string {
  return folderFor(data, existsSync(corpus) ? realpathSync(corpus) : corpus);
}

function folderFor(data: string, real: string): string {
  return join(data, `${fileNameOf(basename(real), 'archive')}-${keyOf(real)}`);
}

function keyOf(realPath: string): string {
  return createHash('sha256').update(realPath).digest('hex').slice(0, KEY_LENGTH);
}

/** Hexadecimal digits. */
const KEY_LENGTH = 12;

/**
 * Makes the folder of one archive and moves into it what an earlier Ibid kept for it beside it; returns its path. What may
 * be of another archive stays where it is. Never throws because of the disk: `tell` is told in one line, and whoever
 * writes there later meets the error again.
 */
export function openArchiveFolder(data: string, corpus: string, tell: (note: string) => void): string {
  const folder = archiveFolder(data, corpus);
  try {
    completeRestore(folder);
    mkdirSync(folder, PRIVATE_FOLDER);
    // One that is there may be of another user, or on a disk that is mounted to be read only.
    accessSync(folder, constants.W_OK);
    // An earlier Ibid's. The data folder itself may hold what is not Ibid's: it stays as it is.
    chmodSync(folder, PRIVATE_FOLDER.mode);
    takeOver(data, folder, tell);
  } catch (error) {
    tell(unwritable(data, error));
  }
  return folder;
}

/** One line for who runs Ibid: what cannot be written, why, and what to do. */
export function unwritable(data: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `IBID_DATA: ${data} can't be written (${code ?? message}): nothing is remembered there, and editors can change nothing; let the user who runs Ibid write it, or set IBID_DATA to another folder`;
}

/**
 * Feeds' files had the archive's key in their names. The others lay in the data folder itself: they can only be this
 * archive's where no other one has used the folder.
 */
function takeOver(data: string, folder: string, tell: (note: string) => void): void {
  const names = readdirSync(data);
  const key = folder.slice(-KEY_LENGTH);
  for (const extension of ['.json', '.jsonl'])
    move(join(data, `feeds-${key}${extension}`), join(folder, `${FEEDS_FILES}${extension}`));
  // Discord is asked what it has.
  rmSync(join(data, 'registered.json'), { force: true });
  // The index of Ibid 0.1: it is built again in the archive's folder.
  for (const suffix of ['.db', '.db-wal', '.db-shm', '.index'])
    rmSync(join(data, `articles-${key}${suffix}`), { recursive: true, force: true });
  const old = [EDITS_FILE, REMOVED_FOLDER, PENDING_FOLDER].filter((name) => names.includes(name));
  if (old.length === 0) return;
  if (names.some((name) => isOfAnother(name, key))) {
    // What waits for a button waits for an hour at most.
    rmSync(join(data, PENDING_FOLDER), { recursive: true, force: true });
    const kept = old.filter((name) => name !== PENDING_FOLDER).join(' and ');
    if (kept)
      tell(
        `${kept} in ${data} may be of several archives: left there; move what is of this one into ${folder}`,
      );
    return;
  }
  for (const name of old) move(join(data, name), join(folder, name));
}

/** Whether a name in the data folder was given to what another archive keeps, by this Ibid or an earlier one. */
function isOfAnother(name: string, key: string): boolean {
  const found = /^(?:articles|feeds)-([\da-f]{12})\b|-([\da-f]{12})$/u.exec(name);
  return found !== null && (found[1] ?? found[2]) !== key;
}

/** Leaves both where there is something at the new place already. */
function move(from: string, to: string): void {
  if (existsSync(from) && (!existsSync(to) || isEmptied(to))) renameSync(from, to);
}

/** Removes an empty folder; says whether there was one. */
function isEmptied(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    return false;
  }
}
