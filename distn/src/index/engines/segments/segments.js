import { join } from 'node:path';
import { mergeViews } from './postings/merge.js';
import { openSegment, writeSegment } from './postings/segment.js';
import { SegmentReader } from './postings/segment-reader.js';
import { SegmentWriter } from './postings/segment-writer.js';
import { Accumulators } from './scoring/accumulators.js';
import { postingsInSegments, searchSegments } from './scoring/search-segments.js';
/** Our own postings, scored exactly (docs/search.md): in the files of an index on disk, or built in memory. */
export const openSegments = ({ documents, accepts, files }, previous) => files
    ? new SegmentsEngine(openFiles(files, previous instanceof SegmentsEngine ? previous : undefined), accepts)
    : new SegmentsEngine(new Map([['', inMemory(documents())]]), accepts);
class SegmentsEngine {
    byFile;
    readers;
    accepts;
    accumulators = new Accumulators();
    constructor(byFile, accepts) {
        this.byFile = byFile;
        this.readers = [...byFile.values()];
        this.accepts = accepts;
    }
    async search(requests) {
        return requests.map(({ terms, limit, filter }) => searchSegments(this.readers, terms, limit, this.accepts(filter), this.accumulators));
    }
    async postings(terms, filter) {
        return terms.map((term) => postingsInSegments(this.readers, term, this.accepts(filter)));
    }
}
/** Opens segment files; those that `previous` has open are used again. */
function openFiles({ folder, segments, deletes }, previous) {
    return new Map(segments.map(({ file, first, last }) => {
        const own = deletes.filter((document) => first <= document && document <= last);
        const open = previous?.byFile.get(file);
        if (open && open.deletes.size === own.length)
            return [file, open];
        const reader = new SegmentReader(open?.view ?? openSegment(join(folder, file)));
        for (const document of own)
            reader.delete(document);
        return [file, reader];
    }));
}
function inMemory(documents) {
    const writer = new SegmentWriter();
    for (const document of documents)
        writer.add(document);
    return new SegmentReader(writer);
}
/** Collects documents, in ascending order of their numbers, for one new segment file. */
export class NewSegment {
    writer = new SegmentWriter();
    add(document) {
        this.writer.add(document);
    }
    /** How many sentences have been added. */
    get sentences() {
        return this.writer.docValues.count.sentence;
    }
    /** Writes the file; at least one sentence must have been added. Throws as `writeSegment`. */
    write(folder, file) {
        return write(folder, file, this.writer.docValues, this.writer.terms());
    }
}
/**
 * Merges neighbouring segments into one new file, without their deleted documents. Returns `undefined`, and writes
 * nothing, where no document is left. The old files stay. Throws as `openSegment` and `writeSegment` do.
 */
export function mergeSegments(folder, segments, deletes, file) {
    const readers = segments.map(({ file }) => {
        const reader = new SegmentReader(openSegment(join(folder, file)));
        for (const document of deletes)
            reader.delete(document);
        return reader;
    });
    const { docValues, terms } = mergeViews(readers);
    return docValues.count.article === 0 ? undefined : write(folder, file, docValues, terms);
}
function write(folder, file, docValues, terms) {
    writeSegment(join(folder, file), docValues, terms);
    const { document, count } = docValues;
    return { file, first: document[0], last: document[count.article - 1], sentences: count.sentence };
}
