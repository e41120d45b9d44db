/** What a plan has to know of a segment: sentences that are left, and those removed. */
export interface Sized {
  readonly left: number;
  readonly removed: number;
}

/**
 * Which neighbouring segments to merge next, as Lucene's LogMergePolicy does: as soon as ten stand together that are of
 * one size or smaller, by powers of ten; or one by itself, of which a fifth has been removed. Each sentence is written
 * once for each power. The order of documents stays.
 */
export function nextMerge<T extends Sized>(segments: readonly T[]): T[] | undefined {
  const shrunk = segments.find(({ left, removed }) => removed > REMOVED * (left + removed));
  if (shrunk) return [shrunk];
  const largest = Math.max(0, ...segments.map(tierOf));
  for (let tier = 0; tier <= largest; tier++) {
    let run: T[] = [];
    for (const segment of [...segments, undefined]) {
      if (segment && tierOf(segment) <= tier) run.push(segment);
      else if (run.length >= MERGED) return run;
      else run = [];
    }
  }
  return undefined;
}

function tierOf({ left }: Sized): number {
  return Math.max(0, Math.floor(Math.log10(Math.max(1, left) / SMALLEST)));
}

const MERGED = 10;
const REMOVED = 0.2;
/** Sentences; smaller ones are of one size. */
const SMALLEST = 10_000;
