/** Why a file isn't taken, or nothing more of it: the words of a `Flaw`. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}
