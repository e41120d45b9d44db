import { join } from 'node:path';
import type { Hit } from '../../../model/answer.ts';
import type { Document } from '../../../model/article.ts';
import type { DocumentWords } from '../../document-words.ts';
import type { ArticleFilter, PostingsList, SearchRequest } from '../../index.ts';
import type { Engine, EngineSource, OpenEngine, SegmentFile, SegmentFiles } from '../engine.ts';
import type { GatheredTerms } from './postings/gathered-terms.ts';
import { mergeViews } from './postings/merge.ts';
import { openSegment, writeSegment } from './postings/segment.ts';
import { SegmentReader } from './postings/segment-reader.ts';
import type { DocValues, TermInfo } from './postings/segment-types.ts';
import { SegmentWriter } from './postings/segment-writer.ts';
import { Accumulators } from './scoring/accumulators.ts';
import { postingsInSegments, searchSegments } from './scoring/search-segments.ts';

export interface WrittenSegment extends SegmentFile {
  /** How many sentences it holds, those of deleted documents among them. */
  readonly sentences: number;
}

/** Our own postings, scored exactly (docs/search.md): in the files of an index on disk, or built in memory. */
export const openSegments: OpenEngine = ({ documents, accepts, files }, previous) =>
  files
    ? new SegmentsEngine(openFiles(files, previous instanceof SegmentsEngine ? previous : undefined), accepts)
    : new SegmentsEngine(new Map([['', inMemory(documents())]]), accepts);

class SegmentsEngine implements Engine {
  readonly byFile: ReadonlyMap<string, SegmentReader>;
  private readonly readers: readonly SegmentReader[];
  private readonly accepts: EngineSource['accepts'];
  private readonly accumulators = new Accumulators();

  constructor(byFile: ReadonlyMap<string, SegmentReader>, accepts: EngineSource['accepts']) {
    this.byFile = byFile;
    this.readers = [...byFile.values()];
    this.accepts = accepts;
  }

  async search(requests: readonly SearchRequest[]): Promise<Hit[][]> {
    return requests.map(({ terms, limit, filter }) =>
      searchSegments(this.readers, terms, limit, this.accepts(filter), this.accumulators),
    );
  }

  async postings(terms: readonly string[], filter?: ArticleFilter): Promise<PostingsList[]> {
    return terms.map((term) => postingsInSegments(this.readers, term, this.accepts(filter)));
  }
}

/** Opens segment files; those that `previous` has open are used again. */
function openFiles(
  { folder, segments, deletes }: SegmentFiles,
  previous: SegmentsEngine | undefined,
): Map<string, SegmentReader> {
  return new Map(
    segments.map(({ file, first, last }) => {
      const own = deletes.filter((document) => first <= document && document <= last);
      const open = previous?.byFile.get(file);
      if (open && open.deletes.size === own.length) return [file, open];
      const reader = new SegmentReader(open?.view ?? openSegment(join(folder, file)));
      for (const document of own) reader.delete(document);
      return [file, reader];
    }),
  );
}

function inMemory(documents: Iterable<Document>): SegmentReader {
  const writer = new SegmentWriter();
  for (const document of documents) writer.add(document);
  return new SegmentReader(writer);
}

/** Collects documents, in ascending order of their numbers, for one new segment file. */
export class NewSegment {
  private readonly writer = new SegmentWriter();

  /** `from`: its words, or terms that have been gathered of them; read from it where absent. */
  add(document: Document, from?: DocumentWords | GatheredTerms): void {
    this.writer.add(document, from);
  }

  /** How many sentences have been added. */
  get sentences(): number {
    return this.writer.docValues.count.sentence;
  }

  /** Writes the file; at least one sentence must have been added. Throws as `writeSegment`. */
  write(folder: string, file: string): WrittenSegment {
    return write(folder, file, this.writer.docValues, this.writer.terms());
  }
}

/**
 * Merges neighbouring segments into one new file, without their deleted documents. Returns `undefined`, and writes
 * nothing, where no document is left. The old files stay. Throws as `openSegment` and `writeSegment` do.
 */
export function mergeSegments(
  folder: string,
  segments: readonly SegmentFile[],
  deletes: readonly number[],
  file: string,
): WrittenSegment | undefined {
  const readers = segments.map(({ file }) => {
    const reader = new SegmentReader(openSegment(join(folder, file)));
    for (const document of deletes) reader.delete(document);
    return reader;
  });
  const { docValues, terms } = mergeViews(readers);
  return docValues.count.article === 0 ? undefined : write(folder, file, docValues, terms);
}

function write(
  folder: string,
  file: string,
  docValues: DocValues,
  terms: Iterable<TermInfo>,
): WrittenSegment {
  writeSegment(join(folder, file), docValues, terms);
  const { document, count } = docValues;
  return { file, first: document[0]!, last: document[count.article - 1]!, sentences: count.sentence };
}
