import { readUpTo } from '../decoding/bytes.ts';
import { type Decoded, decode } from '../decoding/decode.ts';
import { ARTICLE_LIMIT, ARTICLE_LIMIT_MB, type CorpusFile, type Flaw } from './reader.ts';

/** The text of a file that is one article. A file over the limit is not opened. */
export async function readText(
  file: CorpusFile,
  decoding: (bytes: Buffer) => Promise<Decoded> = decode,
): Promise<Decoded> {
  const bytes = await readWhole(file);
  return 'reason' in bytes ? { text: '', encoding: 'utf-8', flaw: bytes } : decoding(bytes);
}

/** The same before it is text. */
export async function readWhole(file: CorpusFile): Promise<Buffer | Flaw> {
  const bytes = await readUpTo(file, ARTICLE_LIMIT);
  if (Buffer.isBuffer(bytes)) return bytes;
  const size = bytes.size === undefined ? '' : `: ${megabytes(bytes.size)} MB`;
  const reason = `too large${size}; the limit for one article is ${ARTICLE_LIMIT_MB} MB: split it`;
  return { severity: 'error', reason };
}

function megabytes(size: number): string {
  // One digit up, so that a file just over the limit isn't said to be as large as the limit.
  return String(Math.ceil((size / 1024 / 1024) * 10) / 10);
}
