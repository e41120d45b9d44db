/** A model can't be used. The message names the file or folder, says what is wrong with it, and what to do. */
export class ModelError extends Error {
  override readonly name = 'ModelError';

  constructor(where: string, reason: string, cause?: unknown) {
    super(`${where}: ${reason}`, cause === undefined ? {} : { cause });
  }
}
