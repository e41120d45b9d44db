import { streamBytes } from '../../decoding/bytes.js';
import { gunzipped, itemsInside, unpackingOf } from './archive-limits.js';
/** Reads `2020.jsonl.gz` as `2020.jsonl`; its articles have the same ids as if it were not packed. */
export async function* read(file) {
    const unpacking = await unpackingOf(file);
    const open = () => gunzipped(streamBytes(file), unpacking);
    yield* itemsInside(file, open, file.path.replace(/\.gz$/iu, ''), unpacking);
}
