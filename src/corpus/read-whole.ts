import { readFile, stat } from 'node:fs/promises';
import { type Decoded, decode } from './decode.ts';
import { ARTICLE_LIMIT, ARTICLE_LIMIT_MB, type CorpusFile, type Flaw } from './reader.ts';

/** The text of a file that is one article. A file over the limit is not opened. */
export async function readWhole(
  file: CorpusFile,
  decoding: (bytes: Buffer) => Promise<Decoded> = decode,
): Promise<Decoded> {
  const bytes = await bytesOf(file);
  return 'reason' in bytes ? { text: '', encoding: 'utf-8', flaw: bytes } : decoding(bytes);
}

/** The same before it is text. */
export async function bytesOf(file: CorpusFile): Promise<Buffer | Flaw> {
  const { size } = await stat(file.location);
  if (size <= ARTICLE_LIMIT) return readFile(file.location);
  const reason = `too large: ${megabytes(size)} MB; the limit for one article is ${ARTICLE_LIMIT_MB} MB: split it`;
  return { severity: 'error', reason };
}

function megabytes(size: number): string {
  // One digit up, so that a file just over the limit isn't said to be as large as the limit.
  return String(Math.ceil((size / 1024 / 1024) * 10) / 10);
}
