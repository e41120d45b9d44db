import { stateOf } from '../ingest/files/file-stamp.ts';
import type { CorpusFile } from '../ingest/formats/reader.ts';
import { isPacked } from '../ingest/formats/readers.ts';

/** Reading and splitting 1 MB takes about 0.1 s, which is what a store can save; opening one takes 20 ms (docs/store.md). */
const SMALL_BYTES = 1024 * 1024;

/** Whether files are read faster than looked up. */
export async function isSmall(files: readonly CorpusFile[]): Promise<boolean> {
  let bytes = 0;
  for (const file of files) {
    bytes += (await stateOf(file)).bytes;
    if (bytes >= SMALL_BYTES || isPacked(file.path)) return false;
  }
  return true;
}
