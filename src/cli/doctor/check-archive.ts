import { constants, statSync } from 'node:fs';
import type { UsableBotConfig } from '../../config.ts';
import type { Walked } from '../../ingest/files/walk.ts';
import { counted } from '../terminal/counted.ts';
import { networkDrive } from './file-systems.ts';
import { type Finding, failed, ok, warning } from './finding.ts';
import { type AccessTest, accessTest, chownLine, currentUser, type UserIds } from './rights.ts';

export interface ArchiveCheck {
  readonly config: Pick<UsableBotConfig, 'corpus' | 'guilds' | 'editorRoles' | 'watch'>;
  readonly walked: Walked;
  /** Whether articles of feeds are stored there. */
  readonly hasFeeds: boolean;
  readonly access?: AccessTest;
  readonly user?: UserIds;
}

/** Whether there is something to read, whether it can be read, and written where somebody is to write it. */
export function checkArchive(about: ArchiveCheck): Finding[] {
  const { config, walked, access = accessTest, user = currentUser() } = about;
  const { corpus } = config;
  const { files, folders } = walked;
  if (files.length === 0 && folders.length <= 1 && walked.problems.length === 0)
    return [warning('archive', `${corpus} holds no file that Ibid reads`, 'put articles there (README)')];
  const unreadable = [
    ...folders.filter((folder) => access(folder, constants.R_OK | constants.X_OK) !== undefined),
    ...files.map(({ location }) => location).filter((file) => access(file, constants.R_OK) !== undefined),
  ];
  const size = `${corpus}: ${counted(files.length, 'file')} in ${counted(folders.length, 'folder')}`;
  const [first] = unreadable;
  const others = unreadable.length > 1 ? ` and ${counted(unreadable.length - 1, 'other')}` : '';
  const found =
    first === undefined
      ? ok('archive', size)
      : failed('archive', `${size}: ${first}${others} can't be read`, chownLine(corpus, user));
  return [found, ...writable(about, access, user), ...followed(config)];
}

/** Feeds and editors write into the archive's folder. */
function writable({ config, hasFeeds }: ArchiveCheck, access: AccessTest, user: UserIds): Finding[] {
  const { corpus, guilds, editorRoles } = config;
  const writers = [
    ...(hasFeeds ? ['feeds'] : []),
    ...(guilds.length + editorRoles.length > 0 ? ['editors'] : []),
  ].join(' and ');
  if (writers === '' || !statSync(corpus).isDirectory()) return [];
  const code = access(corpus, constants.W_OK);
  if (code === undefined) return [];
  const isMount = code === 'EROFS';
  const text = `${corpus} can't be written (${code}): ${writers} can change nothing`;
  return [warning('archive', text, isMount ? 'mount it writable' : chownLine(corpus, user))];
}

/** Network drives tell of no changes that others make. */
function followed({ corpus, watch }: ArchiveCheck['config']): Finding[] {
  const drive = networkDrive(corpus);
  if (drive === undefined || watch !== 'on') return [];
  return [
    warning('archive', `${corpus} is on ${drive}, which may not tell of changes`, 'set IBID_WATCH=poll'),
  ];
}
