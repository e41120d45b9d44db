import { readFileSync } from 'node:fs';
import type { BotConfig } from '../../config.ts';
import { tooOld } from '../node-version.ts';
import { counted } from '../terminal/counted.ts';
import { type Finding, failed, ok, warning } from './finding.ts';

/** The version of Node.js, as in `process.version`. */
export function checkNode(version = process.version): Finding {
  const fault = tooOld(version);
  if (fault !== undefined) return failed('node', fault.replace('ibid: ', ''));
  return ok('node', `Node.js ${version.slice(1)} on ${process.platform}, ${process.arch}`);
}

/** Who runs this. `uid` is undefined on Windows, where there is nothing to say. */
export function checkUser(uid = process.getuid?.(), gid = process.getgid?.()): Finding[] {
  if (uid === undefined) return [];
  if (uid !== 0) return [ok('user', `uid ${uid}, gid ${gid}`)];
  return [
    warning(
      'user',
      'this is root, who may read and write everything: what is said here of rights is not true of another user',
      'run the bot and ibid doctor as a user of its own: sudo -u USER …',
    ),
  ];
}

/** How many folders the system tells of, for one user. */
const WATCHES_FILE = '/proc/sys/fs/inotify/max_user_watches';

/**
 * Whether the system can tell of changes in so many folders: Linux gives each user a number of watches. Other systems have no such
 * limit. `limit`: where it is not to be read from the system.
 */
export function checkWatches(
  watch: BotConfig['watch'],
  folders: number,
  limit = readWatches(),
): Finding | undefined {
  if (watch !== 'on') return ok('watches', `not needed with IBID_WATCH=${watch}`);
  if (limit === undefined) return undefined;
  const text = `the archive has ${counted(folders, 'folder')}, the system gives ${counted(limit, 'watch').replace(/watchs$/u, 'watches')}`;
  const advice = `sudo sysctl -w fs.inotify.max_user_watches=${Math.max(524_288, folders * 4)} (and in /etc/sysctl.d/, to last), or set IBID_WATCH=poll`;
  if (folders > limit) return failed('watches', text, advice);
  // Other programs of the same user take some as well.
  return folders > limit / 2 ? warning('watches', text, advice) : ok('watches', text);
}

function readWatches(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return Number(readFileSync(WATCHES_FILE, 'utf8'));
  } catch {
    // Without inotify, or /proc isn't mounted: nothing is known.
    return undefined;
  }
}
