import { readFile, stat } from 'node:fs/promises';
import { type Decoded, decode } from './decode.ts';
import { ARTICLE_LIMIT, ARTICLE_LIMIT_MB, type CorpusFile } from './reader.ts';

/** The text of a file that is one article. A file over the limit is not opened. */
export async function readWhole(
  file: CorpusFile,
  decoding: (bytes: Buffer) => Promise<Decoded> = decode,
): Promise<Decoded> {
  const { size } = await stat(file.location);
  if (size > ARTICLE_LIMIT) {
    const reason = `too large: ${megabytes(size)} MB; the limit for one article is ${ARTICLE_LIMIT_MB} MB: split it`;
    return { text: '', encoding: 'utf-8', flaw: { severity: 'error', reason } };
  }
  return decoding(await readFile(file.location));
}

function megabytes(size: number): string {
  // One digit up, so that a file just over the limit isn't said to be as large as the limit.
  return String(Math.ceil((size / 1024 / 1024) * 10) / 10);
}
