import { COORDINATION } from '../../fuzziness.js';
import { ARTICLES_PER_BLOCK, BOUND, BOUND_STRIDE, MARK_STRIDE, MATCHED, SUM_STRIDE, } from './accumulators.js';
import { idfOf, MAX_TF_WEIGHT, tfWeightsOf } from './bm25.js';
import { scoreArticles } from './score-articles.js';
import { scoreSentences } from './score-sentences.js';
import { TopK } from './top-k.js';
/** Best first; ties in reading order. */
export function comesBefore(a, b) {
    return a.score > b.score || (a.score === b.score && a.sentence < b.sentence);
}
/** Small blocks first: they raise the threshold for the others. */
const ARTICLES_IN_FIRST_BLOCK = 1024;
const BLOCK_GROWTH = 4;
/** Bounds are summed in float32: a factor that keeps rounding from excluding an article. */
const SLACK = 1 + 1e-5;
/**
 * Exact top k. By blocks of articles, each term is summed up by article, with an upper bound on what any of its sentences
 * could add; then the sentences of those articles only whose bound reaches the threshold.
 */
export class Scorer {
    search;
    accumulators;
    top;
    /** The score that a sentence must reach to be among the top k; 0 as long as there are fewer. */
    threshold = 0;
    /** The rarest query term first; the terms that one query term was expanded to are neighbours. */
    terms;
    /** By query term, in the order of `terms`: an upper bound on what its terms are worth in any sentence. */
    maxScores;
    /** By number of matched query terms. */
    coordination;
    constructor(search, accumulators) {
        const { count } = search.statistics;
        this.search = search;
        this.accumulators = accumulators;
        this.top = new TopK(search.limit, comesBefore);
        accumulators.tfWeights = tfWeightsOf(search.statistics, accumulators.tfWeights);
        const weighted = search.terms.map(({ source, weight, frequency }, index) => {
            const idf = {
                sentence: weight * idfOf(count.sentence, frequency.sentence),
                paragraph: weight * idfOf(count.paragraph, frequency.paragraph),
                article: weight * idfOf(count.article, frequency.article),
            };
            return { source, idf, index };
        });
        const maxScores = new Map();
        for (const { source, idf } of weighted) {
            const max = (idf.sentence + idf.paragraph + idf.article) * MAX_TF_WEIGHT;
            maxScores.set(source, (maxScores.get(source) ?? 0) + max);
        }
        const sources = [...maxScores].sort(([a, x], [b, y]) => y - x || a - b);
        this.maxScores = sources.map(([, max]) => max);
        this.terms = sources.flatMap(([source], rank) => weighted.filter((term) => term.source === source).map((term) => ({ ...term, source: rank })));
        this.coordination = new Float64Array(search.queryTerms + 1);
        for (let matched = 1; matched <= search.queryTerms; matched++)
            this.coordination[matched] = (matched / search.queryTerms) ** COORDINATION;
    }
    /** The best sentences of the segments added so far, best first. */
    hits() {
        return this.top.sorted();
    }
    /** Scores a segment; `index` is its place in `ExpandedTerm.found`. */
    add(reader, index) {
        const { accumulators } = this;
        const { docValues } = reader.view;
        const terms = this.termsIn(index);
        if (terms.length === 0)
            return;
        accumulators.openSegment(docValues, terms);
        let size = ARTICLES_IN_FIRST_BLOCK;
        for (let start = 0; start < docValues.count.article;) {
            const end = start + size;
            const essential = this.essentialTerms();
            accumulators.openBlock(start, end);
            for (let i = 0; i < terms.length; i++) {
                if (accumulators.next[i] >= end)
                    continue;
                accumulators.reserve();
                scoreArticles(i, terms[i].source < essential, accumulators);
            }
            if (accumulators.touchedCount > 0) {
                this.selectCandidates(reader);
                this.scoreCandidates();
            }
            start = end;
            size = Math.min(ARTICLES_PER_BLOCK, size * BLOCK_GROWTH);
        }
    }
    termsIn(segment) {
        const terms = [];
        for (const { source, idf, index } of this.terms) {
            const info = this.search.terms[index].found[segment];
            if (info)
                terms.push({ bytes: info.bytes, start: info.start, end: info.end, source, idf });
        }
        return terms;
    }
    /**
     * How many query terms, the rarest ones, are essential: an article that has only the others stays below the threshold
     * (MaxScore, Turtle and Flood 1995).
     */
    essentialTerms() {
        const { maxScores, coordination, threshold } = this;
        let bound = 0;
        for (let rank = maxScores.length - 1; rank >= 0; rank--) {
            bound += maxScores[rank];
            if (bound * coordination[maxScores.length - rank] * SLACK >= threshold)
                return rank + 1;
        }
        return 0;
    }
    /** Notes the articles of the block whose bound reaches the threshold, and clears the block's sums. */
    selectCandidates({ view, deletes }) {
        const { accumulators, coordination, threshold } = this;
        const { touched, touchedCount, sums, bounds, marks, blockStart } = accumulators;
        const { candidates, candidateSums, candidateBounds } = accumulators;
        const { accepts } = this.search;
        const { document } = view.docValues;
        const filtered = accepts !== undefined || deletes.size > 0;
        let count = 0;
        for (let i = 0; i < touchedCount; i++) {
            const place = touched[i];
            const factor = coordination[marks[place * MARK_STRIDE + MATCHED]];
            const sum = sums[place * SUM_STRIDE] * factor;
            const bound = (bounds[place * BOUND_STRIDE + BOUND] * factor + sum) * SLACK;
            accumulators.clear(place);
            if (bound < threshold)
                continue;
            if (filtered) {
                const article = blockStart + place;
                if (deletes.has(article) || (accepts && !accepts(document[article])))
                    continue;
            }
            candidates[count] = place;
            candidateSums[count] = sum;
            candidateBounds[count++] = bound;
        }
        accumulators.candidateCount = count;
        accumulators.touchedCount = 0;
    }
    /** Scores the sentences of the candidates, the most promising first: they raise the threshold. */
    scoreCandidates() {
        const { candidateCount, candidateBounds } = this.accumulators;
        for (const i of candidateCount > this.search.limit ? this.mostPromising() : []) {
            this.scoreCandidate(i);
            candidateBounds[i] = DONE;
        }
        for (let i = 0; i < candidateCount; i++)
            this.scoreCandidate(i);
    }
    /** Candidates with the highest bounds, best first, as many as hits are wanted. */
    mostPromising() {
        const { candidateCount, candidateBounds } = this.accumulators;
        const top = new TopK(this.search.limit, (a, b) => candidateBounds[a] > candidateBounds[b]);
        let least = 0;
        for (let i = 0; i < candidateCount; i++) {
            if (candidateBounds[i] <= least)
                continue;
            top.add(i);
            if (top.worst !== undefined)
                least = candidateBounds[top.worst];
        }
        return top.sorted();
    }
    scoreCandidate(candidate) {
        const { accumulators, coordination } = this;
        const { candidates, candidateSums, candidateBounds, sentences, paragraphs } = accumulators;
        const bound = candidateBounds[candidate];
        if (bound === DONE || bound < this.threshold)
            return;
        const place = candidates[candidate];
        scoreSentences(place, accumulators);
        const { docValues, firstSentence, firstParagraph } = accumulators;
        const document = docValues.document[accumulators.blockStart + place];
        const firstNumber = docValues.firstNumber[accumulators.blockStart + place];
        const ofArticle = candidateSums[candidate];
        for (let i = 0; i < sentences.touchedCount; i++) {
            const ordinal = sentences.touched[i];
            const its = docValues.paragraphOf[firstSentence + ordinal] - firstParagraph;
            const sentence = sentences.sums[ordinal] * coordination[sentences.matched[ordinal]];
            const paragraph = paragraphs.sums[its] * coordination[paragraphs.matched[its]];
            const score = sentence + paragraph + ofArticle;
            if (score < this.threshold)
                continue;
            const levels = { sentence, paragraph, article: ofArticle };
            this.top.add({ sentence: firstNumber + ordinal, document, score, levels });
            this.threshold = this.top.worst?.score ?? 0;
        }
    }
}
/** In place of the bound of a candidate that has been scored. */
const DONE = -1;
