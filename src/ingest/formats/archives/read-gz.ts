import { streamBytes } from '../../decoding/bytes.ts';
import type { CorpusFile, Item } from '../reader.ts';
import { gunzipped, itemsInside, unpackingOf } from './archive-limits.ts';

/** `2020.jsonl.gz` is `2020.jsonl`, and its articles are called as if it were not packed. */
export async function* read(file: CorpusFile): AsyncGenerator<Item> {
  const unpacking = await unpackingOf(file);
  const open = () => gunzipped(streamBytes(file), unpacking);
  yield* itemsInside(file, open, file.path.replace(/\.gz$/iu, ''), unpacking);
}
