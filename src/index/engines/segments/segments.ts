import { join } from 'node:path';
import type { Document, Hit } from '../../../model/model.ts';
import type { ArticleFilter, PostingsList, SearchRequest } from '../../index.ts';
import type { Engine, EngineSource, OpenEngine, SegmentFile, SegmentFiles } from '../engine.ts';
import { merge } from './postings/merge.ts';
import { openSegment, writeSegment } from './postings/segment.ts';
import { HeldPart } from './postings/segment-reader.ts';
import type { Columns, PartTerm } from './postings/segment-types.ts';
import { LivePart } from './postings/segment-writer.ts';
import { Scratch } from './scoring/accumulators.ts';
import { postingsInParts, searchParts } from './scoring/search-segments.ts';
export { DamagedFile, OtherFormat } from './postings/segment-file.ts';

export interface WrittenSegment extends SegmentFile {
  /** How many it holds, those of deleted documents among them. */
  readonly sentences: number;
}

/** Our own postings, scored exactly (docs/search.md): in the files of an index on disk, or built in memory. */
export const openSegments: OpenEngine = ({ documents, accepts, files }, previous) =>
  files
    ? new SegmentsEngine(openFiles(files, previous instanceof SegmentsEngine ? previous : undefined), accepts)
    : new SegmentsEngine(new Map([['', inMemory(documents())]]), accepts);

class SegmentsEngine implements Engine {
  readonly byFile: ReadonlyMap<string, HeldPart>;
  private readonly parts: readonly HeldPart[];
  private readonly accepts: EngineSource['accepts'];
  private readonly scratch = new Scratch();

  constructor(byFile: ReadonlyMap<string, HeldPart>, accepts: EngineSource['accepts']) {
    this.byFile = byFile;
    this.parts = [...byFile.values()];
    this.accepts = accepts;
  }

  async search(requests: readonly SearchRequest[]): Promise<Hit[][]> {
    return requests.map(({ terms, limit, filter }) =>
      searchParts(this.parts, terms, limit, this.accepts(filter), this.scratch),
    );
  }

  async postings(terms: readonly string[], filter?: ArticleFilter): Promise<PostingsList[]> {
    return terms.map((term) => postingsInParts(this.parts, term, this.accepts(filter)));
  }
}

/** Files that are open already aren't opened again; their deletes may have become more. */
function openFiles(
  { folder, segments, deletes }: SegmentFiles,
  previous: SegmentsEngine | undefined,
): Map<string, HeldPart> {
  return new Map(
    segments.map(({ file, first, last }) => {
      const own = deletes.filter((document) => first <= document && document <= last);
      const open = previous?.byFile.get(file);
      if (open && open.removed.size === own.length) return [file, open];
      const held = new HeldPart(open?.part ?? openSegment(join(folder, file)));
      for (const document of own) held.remove(document);
      return [file, held];
    }),
  );
}

function inMemory(documents: Iterable<Document>): HeldPart {
  const live = new LivePart();
  for (const document of documents) live.add(document);
  return new HeldPart(live);
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
  segments: readonly SegmentFile[],
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
