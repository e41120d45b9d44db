import { constants, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { archiveFolder } from '../../data-folder.ts';
import { freeBytes, networkDrive } from './file-systems.ts';
import { type Finding, failed, ok, warning } from './finding.ts';
import {
  type AccessTest,
  accessTest,
  chownLine,
  currentUser,
  nearestExisting,
  type UserIds,
} from './rights.ts';

export interface DataCheck {
  /** Absolute paths. */
  readonly data: string;
  readonly corpus: string;
  readonly access?: AccessTest;
  readonly user?: UserIds;
}

/** Whether Ibid can write its own folder, and all that lies in that of this archive. */
export function checkData(about: DataCheck): Finding[] {
  const { data, access = accessTest, user = currentUser() } = about;
  const nearest = nearestExisting(data);
  const other = 'or set IBID_DATA to another folder';
  if (!statSync(nearest).isDirectory())
    return [failed('data', `IBID_DATA: ${nearest} is a file`, 'set IBID_DATA to a folder')];
  const refused = pathsOf(about, nearest)
    .map((path) => ({ path, code: access(path, modeFor(path)) }))
    .find(({ code }) => code !== undefined);
  if (refused) {
    const text = `IBID_DATA: ${refused.path} can't be written (${refused.code}): nothing is remembered there`;
    if (refused.code === 'EROFS') return [failed('data', text, `mount it writable, ${other}`)];
    const make = nearest === data ? '' : `sudo mkdir -p ${data} && `;
    return [failed('data', text, `${make}${chownLine(data, user)}, ${other}`)];
  }
  const drive = networkDrive(nearest);
  const found = ok('data', nearest === data ? data : `${data} is made at the first start`);
  if (drive === undefined) return [found];
  const locks = `${data} is on ${drive}: locks of its database don't hold there`;
  return [found, warning('data', locks, 'set IBID_DATA to a folder on a local disk')];
}

/** The folder that is there, and in it what belongs to this archive: one file of another user is enough to stop Ibid. */
function pathsOf({ data, corpus, access = accessTest }: DataCheck, nearest: string): string[] {
  const folder = archiveFolder(data, corpus);
  if (nearest !== data || !existsSync(folder)) return [nearest];
  if (access(folder, FOLDER_MODE) !== undefined) return [data, folder];
  const inside = readdirSync(folder).map((name) => join(folder, name));
  return [data, folder, ...inside];
}

const FOLDER_MODE = constants.R_OK | constants.W_OK | constants.X_OK;

function modeFor(path: string): number {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? FOLDER_MODE : constants.R_OK | constants.W_OK;
}

const MEGABYTE = 1024 * 1024;
/** Below this a sync, a model or a log may fail at any time. */
const LEAST_BYTES = 100 * MEGABYTE;
/** What shall stay free beside a second index. */
const SPARE_BYTES = 500 * MEGABYTE;

/**
 * Whether the disk has room: a new version of Ibid builds its index beside the one that is there. `free`: in bytes, where it is not to
 * be asked of the system.
 */
export function checkDisk({ data, corpus }: DataCheck, free = freeBytes(nearestExisting(data))): Finding {
  const index = indexBytes(archiveFolder(data, corpus));
  const text = `${megabytes(free)} free at ${nearestExisting(data)}${index >= MEGABYTE ? `, the index takes ${megabytes(index)}` : ''}`;
  const advice = 'make room, or set IBID_DATA to a folder on another disk';
  if (free < LEAST_BYTES) return failed('disk', text, advice);
  if (free < index + SPARE_BYTES)
    return warning('disk', text, `${advice}: an update builds a second index beside it`);
  return ok('disk', text);
}

/** Of the databases and segments in the folder of an archive. */
function indexBytes(folder: string): number {
  if (!existsSync(folder) || accessTest(folder, FOLDER_MODE) !== undefined) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.startsWith('index-'))
    .map((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE).toLocaleString('en')} MB`;
}
