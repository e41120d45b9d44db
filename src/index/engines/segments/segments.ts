import { join } from 'node:path';
import type { Document } from '../../../model/model.ts';
import type { Searcher } from '../engine.ts';
import { merge } from './postings/merge.ts';
import { openSegment, writeSegment } from './postings/segment.ts';
import { HeldPart } from './postings/segment-reader.ts';
import type { Columns, PartTerm } from './postings/segment-types.ts';
import { LivePart } from './postings/segment-writer.ts';
import { Scratch } from './scoring/accumulators.ts';
import { holdingInParts, searchParts } from './scoring/search-segments.ts';

export { DamagedFile, OtherFormat } from './postings/segment-file.ts';

/** A segment file, and the numbers of its first and last document. Those of different segments don't overlap. */
export interface Segment {
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

export interface WrittenSegment extends Segment {
  /** How many it holds, those of removed documents among them. */
  readonly sentences: number;
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
        for (const document of removed) if (first <= document && document <= last) held.remove(document);
      }
      shown = next;
    },
  };
}

/** Documents, in ascending order of their numbers, that become a segment together. */
export class NewSegment {
  private readonly live = new LivePart();

  add(document: Document): void {
    this.live.add(document);
  }

  get sentences(): number {
    return this.live.columns.count.sentence;
  }

  /** Writes the file; there must be sentences. */
  write(folder: string, file: string): WrittenSegment {
    return write(folder, file, this.live.columns, this.live.terms());
  }
}

/**
 * Writes the documents of neighbouring segments, in their order and less those removed, as one; `undefined` where none is
 * left. Only files are touched.
 */
export function mergeSegments(
  folder: string,
  segments: readonly Segment[],
  removed: readonly number[],
  file: string,
): WrittenSegment | undefined {
  const parts = segments.map(({ file }) => {
    const held = new HeldPart(openSegment(join(folder, file)));
    for (const document of removed) held.remove(document);
    return held;
  });
  const { columns, terms } = merge(parts);
  return columns.count.article === 0 ? undefined : write(folder, file, columns, terms);
}

function write(folder: string, file: string, columns: Columns, terms: Iterable<PartTerm>): WrittenSegment {
  writeSegment(join(folder, file), columns, terms);
  const { document, count } = columns;
  return { file, first: document[0]!, last: document[count.article - 1]!, sentences: count.sentence };
}
