/**
 * A new segment with this many sentences is written, even inside a transaction: until then it is in memory. Fewer would
 * make more files: a question to two of 50,000 sentences takes .063 ms, to one of 100,000 .045 ms.
 */
export const MAX_NEW_SEGMENT_SENTENCES = 100_000;
/**
 * Which neighbouring segments to merge next: one alone of which more than a fifth is deleted, or the first ten small ones
 * in a row; `undefined` where no merge is due. Merging is done in memory, so large segments are not merged again: an
 * archive of ten million sentences has some twenty. Documents keep their order.
 */
export function nextMerge(segments) {
    const shrunk = segments.find(({ left, removed }) => removed > MAX_DELETED_SHARE * (left + removed));
    if (shrunk)
        return [shrunk];
    let run = [];
    for (const segment of segments) {
        run = segment.left < LARGE_SEGMENT_SENTENCES ? [...run, segment] : [];
        if (run.length === MERGE_FACTOR)
            return run;
    }
    return undefined;
}
/** Segments merged into one. */
const MERGE_FACTOR = 10;
/** Of a segment's sentences. */
const MAX_DELETED_SHARE = 0.2;
/** New segments are smaller than this. Ten of those hold a million sentences, which takes some 200 MB to merge. */
const LARGE_SEGMENT_SENTENCES = 120_000;
