/** A backup can't be made, or not be restored, for a reason that whoever runs Ibid can do something about. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const NO_RIGHTS: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Words an error of writing to `path` for people; other errors stay as they are. */
export function writingError(error: unknown, path: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (NO_SPACE.has(code))
    return new BackupError(`no space is left for ${path} (${code}): all is as it was`, { cause: error });
  if (NO_RIGHTS.has(code))
    return new BackupError(`${path} can't be written (${code}): let the user who runs Ibid write there`, {
      cause: error,
    });
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new BackupError(`${path} can't be written: there is no such folder`, { cause: error });
  return error;
}
