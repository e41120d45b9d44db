import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_NEW_SEGMENT_SENTENCES, nextMerge } from '../../../src/index/engines/segments/merge-policy.js';
import { mergeSegments, NewSegment, openSegments, } from '../../../src/index/engines/segments/segments.js';
import { termsOf } from '../../../src/text/tokens/words.js';
import { TOP } from '../contender.js';
/** Our engine `segments`, all three levels, with the files of an index on disk. */
export function ibid(folder) {
    const list = join(folder, 'segments.json');
    let engine;
    let segments = new SegmentList(folder, []);
    const open = () => {
        engine = openSegments({ ...NO_DOCUMENTS, files: { folder, ...segments.listed() } }, engine);
    };
    const found = async (text) => {
        const [hits] = await engine.search([{ terms: termsOf(text), limit: TOP }]);
        return hits.map(({ sentence }) => sentence);
    };
    return {
        add(documents) {
            segments.write(documents);
            segments.mergeDue();
            open();
        },
        save: () => writeFileSync(list, JSON.stringify(segments.listed().segments)),
        open() {
            segments = new SegmentList(folder, JSON.parse(readFileSync(list, 'utf8')));
            open();
        },
        ask: found,
        typo: found,
        prefix: found,
        remove({ number, sentences }) {
            segments.remove(number, sentences.length);
            open();
        },
    };
}
/** Where there are files, nothing else is read. */
const NO_DOCUMENTS = { sentences: 0, documents: () => [], accepts: () => undefined };
/** What `segment-tables.ts` does with an index's tables, without an index. */
class SegmentList {
    folder;
    /** In the order of their documents. */
    segments;
    /** By document: how many sentences it had. */
    removed = new Map();
    named = 0;
    constructor(folder, segments) {
        this.folder = folder;
        this.segments = segments;
    }
    listed() {
        return { segments: this.segments, deletes: [...this.removed.keys()] };
    }
    remove(document, sentences) {
        this.removed.set(document, sentences);
    }
    write(documents) {
        let growing = new NewSegment();
        const finish = () => {
            if (growing.sentences > 0)
                this.segments = [...this.segments, growing.write(this.folder, this.newName())];
            growing = new NewSegment();
        };
        for (const document of documents) {
            growing.add(document);
            if (growing.sentences >= MAX_NEW_SEGMENT_SENTENCES)
                finish();
        }
        finish();
    }
    mergeDue() {
        for (let due = this.due(); due; due = this.due()) {
            const removed = due.flatMap((segment) => this.removedOf(segment));
            const merged = mergeSegments(this.folder, due, removed, this.newName());
            const files = new Set(due.map(({ file }) => file));
            const others = this.segments.filter(({ file }) => !files.has(file));
            this.segments = [...others, ...(merged ? [merged] : [])].sort((a, b) => a.first - b.first);
            for (const document of removed)
                this.removed.delete(document);
            for (const file of files)
                rmSync(join(this.folder, file));
        }
    }
    due() {
        return nextMerge(this.segments.map((segment) => {
            const removed = this.removedOf(segment).reduce((sum, one) => sum + this.removed.get(one), 0);
            return { ...segment, removed, left: segment.sentences - removed };
        }));
    }
    removedOf({ first, last }) {
        return [...this.removed.keys()].filter((document) => first <= document && document <= last);
    }
    /** Of all processes that write into the folder: one builds, another one goes on. */
    newName() {
        return `${process.pid}-${this.named++}.segment`;
    }
}
