/**
 * As many sentences become a file of their own, also inside a transaction: they are in memory until then. Fewer make more
 * files: a question to two of 50,000 takes .063 ms, to one of 100,000 .045 ms.
 */
export const LARGEST_NEW = 100_000;

/** What a plan has to know of a segment: sentences that are left, and those removed. */
export interface Sized {
  readonly left: number;
  readonly removed: number;
}

/**
 * Which neighbouring segments to merge next: the first ten that stand together and are small, or one by itself, of which
 * a fifth has been removed. Merging is done in memory, so that what has become large stays as it is: an archive of ten
 * million sentences has some twenty large segments. The order of documents stays.
 */
export function nextMerge<T extends Sized>(segments: readonly T[]): T[] | undefined {
  const shrunk = segments.find(({ left, removed }) => removed > REMOVED * (left + removed));
  if (shrunk) return [shrunk];
  let run: T[] = [];
  for (const segment of segments) {
    run = segment.left < LARGE ? [...run, segment] : [];
    if (run.length === MERGED) return run;
  }
  return undefined;
}

const MERGED = 10;
const REMOVED = 0.2;
/** Sentences: new segments are smaller. Ten of those make a million, which takes some 200 MB to merge. */
const LARGE = 120_000;
