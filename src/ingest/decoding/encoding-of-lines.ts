import type { CorpusFile } from '../formats/reader.ts';
import { detect, isForeign, SAMPLE_BYTES } from './decode.ts';
import { linesOf } from './lines.ts';

/**
 * Returns a function that detects the encoding of a file's lines that aren't UTF-8: once, from all of them together, since
 * one line of a few words says too little, and may mislead.
 */
export function encodingOfLines(file: CorpusFile): () => Promise<string> {
  let encoding: Promise<string> | undefined;
  return () => {
    encoding ??= foreignLinesOf(file).then(detect);
    return encoding;
  };
}

async function foreignLinesOf(file: CorpusFile): Promise<Buffer> {
  const lines: Buffer[] = [];
  let length = 0;
  for await (const { bytes } of linesOf(file)) {
    if (!bytes || !isForeign(bytes)) continue;
    lines.push(bytes, Buffer.from('\n'));
    length += bytes.length;
    if (length > SAMPLE_BYTES) break;
  }
  return Buffer.concat(lines);
}
