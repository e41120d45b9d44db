import { NORM_MASK, PARAGRAPH_NORM_SHIFT, SENTENCE_NORM_SHIFT } from '../postings/norms.js';
import { BOUND, BOUND_STRIDE, LAST_SOURCE, MARK_STRIDE, MATCHED, SUM_STRIDE, } from './accumulators.js';
/**
 * Adds term `i` to the sums of the block's articles, and to their bounds: what it could be worth in a sentence with its
 * paragraph, if it stood there as often as in the whole article, in the shortest ones. Notes where its sentences are.
 *
 * A term that is not essential only adds to articles that another term has matched. It goes on where the last block ended.
 * A search spends most of its time in this loop: varints are read by hand.
 */
export function scoreArticles(i, isEssential, accumulators) {
    const { sums, bounds, marks, touched, heads, entryBefore, entryTerms, offsets } = accumulators;
    const { blockStart, blockEnd, tfWeights } = accumulators;
    const { packedNorms } = accumulators.docValues;
    const { bytes, end, source, idf } = accumulators.terms[i];
    let { entries, touchedCount } = accumulators;
    let at = accumulators.at[i];
    let before = accumulators.before[i];
    let article = NONE;
    while (at < end) {
        const start = at;
        let byte = bytes[at++];
        let head = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
            byte = bytes[at++];
            head |= (byte & 127) << shift;
        }
        article = before + (head >>> 1);
        if (article >= blockEnd) {
            at = start;
            break;
        }
        before = article + 1;
        let frequency = 1;
        if (head & 1) {
            byte = bytes[at++];
            frequency = byte & 127;
            for (let shift = 7; byte > 127; shift += 7) {
                byte = bytes[at++];
                frequency |= (byte & 127) << shift;
            }
            offsets[entries] = at;
            byte = bytes[at++];
            let size = byte & 127;
            for (let shift = 7; byte > 127; shift += 7) {
                byte = bytes[at++];
                size |= (byte & 127) << shift;
            }
            at += size;
        }
        else {
            offsets[entries] = at;
            while (bytes[at++] > 127)
                ;
        }
        const place = article - blockStart;
        const mark = place * MARK_STRIDE;
        const matched = marks[mark + MATCHED];
        if (!isEssential && matched === 0)
            continue;
        entryTerms[entries] = i * 2 + (head & 1);
        if (marks[mark + LAST_SOURCE] === source + 1)
            entryBefore[entries] = heads[place];
        else {
            if (matched === 0)
                touched[touchedCount++] = place;
            entryBefore[entries] = matched === 0 ? NONE : heads[place];
            marks[mark + MATCHED] = matched + 1;
            marks[mark + LAST_SOURCE] = source + 1;
        }
        heads[place] = entries++;
        const norms = packedNorms[article];
        sums[place * SUM_STRIDE] += idf.article * tfWeights.article.of(frequency, norms & NORM_MASK);
        bounds[place * BOUND_STRIDE + BOUND] +=
            idf.sentence * tfWeights.sentence.of(frequency, (norms >>> SENTENCE_NORM_SHIFT) & NORM_MASK) +
                idf.paragraph * tfWeights.paragraph.of(frequency, norms >>> PARAGRAPH_NORM_SHIFT);
    }
    accumulators.at[i] = at;
    accumulators.before[i] = before;
    accumulators.next[i] = at < end ? article : NONE;
    accumulators.entries = entries;
    accumulators.touchedCount = touchedCount;
}
/** In place of an article or an entry: there is none. */
export const NONE = 0xffffffff;
