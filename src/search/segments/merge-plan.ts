import { merge } from './merge.ts';
import { openSegment, writeSegment } from './segment.ts';

/** Files to be made into one: all that a worker thread needs to know. */
export interface MergePlan {
  /** Each with its articles that have been removed, counted in the file. */
  readonly from: readonly { readonly path: string; readonly removed: readonly number[] }[];
  readonly into: string;
}

/** Writes the merged file. Reads and writes files only: fit for a worker thread. */
export function runMerge({ from, into }: MergePlan): void {
  const parts = from.map(({ path, removed }) => ({ part: openSegment(path), removed: new Set(removed) }));
  const { columns, terms } = merge(parts);
  writeSegment(into, columns, terms);
}

/** What a plan has to know of a segment: sentences that are left, and those removed. */
export interface Sized {
  readonly left: number;
  readonly removed: number;
}

/**
 * Which segments to merge next, as Lucene's LogMergePolicy does: as soon as ten are of one size, by powers of ten; or one
 * by itself, of which a fifth has been removed. Each sentence is written once for each power.
 */
export function nextMerge<T extends Sized>(segments: readonly T[]): T[] | undefined {
  const tiers = new Map<number, T[]>();
  for (const segment of segments) {
    if (segment.removed > REMOVED * (segment.left + segment.removed)) return [segment];
    const tier = Math.max(0, Math.floor(Math.log10(Math.max(1, segment.left) / SMALLEST)));
    const same = tiers.get(tier) ?? [];
    same.push(segment);
    tiers.set(tier, same);
    if (same.length === MERGED) return same;
  }
  return undefined;
}

const MERGED = 10;
const REMOVED = 0.2;
/** Sentences; smaller ones are of one size. */
const SMALLEST = 10_000;
