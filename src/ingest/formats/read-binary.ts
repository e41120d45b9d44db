import { readUpTo } from '../decoding/bytes.ts';
import type { CorpusFile, Flaw } from './reader.ts';
import { UnreadableFileError } from './unreadable.ts';

/** Books and documents with pictures: 100 MB of which the text, by itself, may be what an article may be. */
const FILE_LIMIT_MB = 100;

/** All bytes of a document. Throws `Refused` where there are too many. */
export async function readOrRefuse(file: CorpusFile): Promise<Buffer> {
  const bytes = await readUpTo(file, FILE_LIMIT_MB * 1024 * 1024);
  if (Buffer.isBuffer(bytes)) return bytes;
  throw new UnreadableFileError(
    `too large${bytes.size === undefined ? '' : `: ${Math.ceil(bytes.size / 1024 / 1024)} MB`}; the limit for one document is ${FILE_LIMIT_MB} MB`,
  );
}

/** A refusal as what is wrong with the file; anything else is thrown on. */
export function flawOf(error: unknown): Flaw {
  if (!(error instanceof UnreadableFileError)) throw error;
  return { severity: 'error', reason: error.message };
}
