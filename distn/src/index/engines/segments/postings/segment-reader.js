import { addTo, frequencyIn } from './merge.js';
import { LENGTH_OF_NORM } from './norms.js';
import { PostingsReader } from './postings.js';
/** A segment with its deletes: what it counts is what is left. */
export class SegmentReader {
    view;
    deletes = new Set();
    /** Of each level: how many have been deleted, and the sum of their lengths in distinct terms. */
    deletedCount = { sentence: 0, paragraph: 0, article: 0 };
    deletedLength = { sentence: 0, paragraph: 0, article: 0 };
    frequencies = new Map();
    constructor(view) {
        this.view = view;
    }
    /** How many of each level are left. */
    get count() {
        return less(this.view.docValues.count, this.deletedCount);
    }
    /** The sum of their lengths, in distinct terms. */
    get totalLength() {
        return less(this.view.docValues.totalLength, this.deletedLength);
    }
    /** Must be called after the segment has grown. */
    grew() {
        this.frequencies.clear();
    }
    /** A document's article, as the segment numbers it; `undefined` where it isn't here or has been deleted. */
    articleOf(document) {
        const { count, document: documents } = this.view.docValues;
        let [low, high] = [0, count.article];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (documents[middle] < document)
                low = middle + 1;
            else
                high = middle;
        }
        const found = low < count.article && documents[low] === document && !this.deletes.has(low);
        return found ? low : undefined;
    }
    /** Marks a document as deleted. Returns false where it isn't here. */
    delete(document) {
        const article = this.articleOf(document);
        if (article === undefined)
            return false;
        const { firstSentence, firstParagraph } = this.view.docValues;
        this.deletes.add(article);
        this.frequencies.clear();
        this.countDown('sentence', firstSentence[article], firstSentence[article + 1]);
        this.countDown('paragraph', firstParagraph[article], firstParagraph[article + 1]);
        this.countDown('article', article, article + 1);
        return true;
    }
    /** How many of each level hold a term, without the deleted: as if they had never been there. */
    frequencyOf(info) {
        if (this.deletes.size === 0)
            return info.frequency;
        const known = this.frequencies.get(info.term);
        if (known)
            return known;
        const left = { ...info.frequency };
        const reader = new PostingsReader(info);
        while (reader.next()) {
            if (!this.deletes.has(reader.article))
                continue;
            const gone = frequencyIn(this.view.docValues, reader);
            addTo(left, { sentence: -gone.sentence, paragraph: -gone.paragraph, article: -1 });
        }
        if (this.frequencies.size >= MAX_CACHED_TERMS)
            this.frequencies.clear();
        this.frequencies.set(info.term, left);
        return left;
    }
    countDown(level, from, to) {
        const norms = this.view.docValues.norms[level];
        for (let i = from; i < to; i++)
            this.deletedLength[level] += LENGTH_OF_NORM[norms[i]];
        this.deletedCount[level] += to - from;
    }
}
function less(all, gone) {
    return {
        sentence: all.sentence - gone.sentence,
        paragraph: all.paragraph - gone.paragraph,
        article: all.article - gone.article,
    };
}
/** Terms come from strangers, so the cache is bounded; when it is full it is emptied. */
const MAX_CACHED_TERMS = 10_000;
