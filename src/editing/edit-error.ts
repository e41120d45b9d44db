/**
 * Why an edit was rejected: the archive is one file, or can't be written; the article's file is a link or lies outside, is
 * gone, or holds several articles.
 */
export type EditFault = 'one-file' | 'unwritable' | 'linked' | 'gone' | 'several';

export class EditError extends Error {
  override readonly name = 'EditError';
  readonly fault: EditFault;
  /** The file, inside the archive; for `unwritable` the system's code. */
  readonly what: string;

  constructor(fault: EditFault, what: string, cause?: unknown) {
    super(`${fault}: ${what}`, { cause });
    this.fault = fault;
    this.what = what;
  }
}

/** Awaits a change of the disk. Throws `EditError` where the file system refuses it, anything else as it is. */
export async function written<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && REFUSALS.has(code)) throw new EditError('unwritable', code, error);
    throw error;
  }
}

const REFUSALS: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENOTDIR',
  'EEXIST',
  'EIO',
]);
