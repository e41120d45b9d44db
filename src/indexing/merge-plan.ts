/** As many sentences become a file of their own, also inside a transaction: they are in memory until then. */
export const LARGEST_NEW = 50_000;

/** What a plan has to know of a segment: sentences that are left, and those removed. */
export interface Sized {
  readonly left: number;
  readonly removed: number;
}

/**
 * Which neighbouring segments to merge next, as Lucene's LogMergePolicy does: as soon as there are ten of one size, by
 * powers of ten, with nothing larger between them, and smaller ones beside them; or one by itself, of which a fifth has
 * been removed. Each sentence is written once for each power. The order of documents stays.
 */
export function nextMerge<T extends Sized>(segments: readonly T[]): T[] | undefined {
  const shrunk = segments.find(({ left, removed }) => removed > REMOVED * (left + removed));
  if (shrunk) return [shrunk];
  const largest = Math.max(0, ...segments.map(tierOf));
  for (let tier = 0; tier <= largest; tier++) {
    let run: T[] = [];
    for (const segment of [...segments, undefined]) {
      if (segment && tierOf(segment) <= tier) run.push(segment);
      else if (run.filter((one) => tierOf(one) === tier).length >= MERGED) return run;
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
