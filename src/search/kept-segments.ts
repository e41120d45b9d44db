import { join } from 'node:path';
import type { Searcher } from './engine.ts';
import { HeldPart } from './segments/held-part.ts';
import { LivePart } from './segments/live-part.ts';
import { merge } from './segments/merge.ts';
import { Scratch } from './segments/scratch.ts';
import { holdingInParts, searchParts } from './segments/searched-parts.ts';
import { openSegment, writeSegment } from './segments/segment.ts';

export { DamagedFile, OtherFormat } from './segments/file.ts';

/** A segment file, and the numbers of its first and last document. Those of different segments don't overlap. */
export interface Segment {
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

/** An engine over the segment files of a folder, which somebody else writes. */
export interface KeptSegments {
  readonly engine: Searcher;
  /**
   * From now on these files count, without the documents that have been removed. Throws `DamagedFile`, or what the file
   * system says; then all is as before.
   */
  show(segments: readonly Segment[], removed: readonly number[]): void;
}

export function keptSegments(folder: string): KeptSegments {
  let shown = new Map<string, HeldPart>();
  const scratch = new Scratch();
  return {
    engine: {
      search: (terms, limit, accepts) => searchParts([...shown.values()], terms, limit, accepts, scratch),
      holding: (term, accepts) => holdingInParts([...shown.values()], term, accepts),
    },
    show(segments, removed) {
      const next = new Map<string, HeldPart>();
      for (const { file } of segments) {
        next.set(file, shown.get(file) ?? new HeldPart(openSegment(join(folder, file))));
      }
      for (const { file, first, last } of segments) {
        const held = next.get(file)!;
        for (const document of removed) {
          const article = first <= document && document <= last ? placeIn(held, document) : -1;
          if (article >= 0 && !held.removed.has(article)) held.remove(article);
        }
      }
      shown = next;
    },
  };
}

/** Documents, in ascending order, that become a segment together. */
export class NewSegment {
  private readonly live = new LivePart();
  private readonly bounds: number[] = [];

  add(...[document]: Parameters<LivePart['add']>): void {
    this.live.add(document);
    this.bounds.push(document.number);
  }

  get sentences(): number {
    return this.live.columns.count.sentence;
  }

  /** Writes the file. */
  write(folder: string, file: string): Segment {
    writeSegment(join(folder, file), this.live.columns, this.live.terms());
    return { file, first: this.bounds[0]!, last: this.bounds.at(-1)! };
  }
}

/** Writes the documents of some segments, less those removed, as one; `undefined` where none is left. Only files are touched. */
export function mergeSegments(
  folder: string,
  segments: readonly Segment[],
  removed: readonly number[],
  file: string,
): (Segment & { readonly sentences: number }) | undefined {
  const parts = segments.map(({ file }) => {
    const held = new HeldPart(openSegment(join(folder, file)));
    for (const document of removed) {
      const article = placeIn(held, document);
      if (article >= 0) held.remove(article);
    }
    return held;
  });
  const { columns, terms } = merge(parts);
  if (columns.count.article === 0) return undefined;
  writeSegment(join(folder, file), columns, terms);
  const { document, count } = columns;
  return { file, first: document[0]!, last: document[count.article - 1]!, sentences: count.sentence };
}

/** Where a part has a document; its documents are in ascending order. */
function placeIn({ part }: HeldPart, document: number): number {
  const { count, document: documents } = part.columns;
  let [low, high] = [0, count.article - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (documents[middle] === document) return middle;
    if (documents[middle]! < document) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
