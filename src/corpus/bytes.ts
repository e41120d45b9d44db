import { createReadStream } from 'node:fs';
import type { CorpusFile } from './reader.ts';

/** The bytes of a file from its start, wherever it lies. */
export function bytesOf(file: CorpusFile): AsyncIterable<Buffer> {
  if (file.open) return file.open();
  // Node's 64 KB would cut every other article in two.
  return createReadStream(file.location, { highWaterMark: 1024 * 1024 });
}
