import { LENGTH_OF_NORM } from '../postings/norms.js';
import { LEVELS } from '../postings/segment-types.js';
/** BM25+ (Lv and Zhai 2011) with MiniSearch's defaults: k 1.2, b .7, d .5. */
const K = 1.2;
const B = 0.7;
const D = 0.5;
const TOP = K + 1;
/** An upper bound on the weight of any frequency at any length. */
export const MAX_TF_WEIGHT = D + TOP;
/** idf of BM25 for a term that `holding` of `count` texts hold: never negative (Robertson and Zaragoza 2009). */
export function idfOf(count, holding) {
    return Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
}
/** Weights of frequencies up to this one, those of nearly all postings, are tabled. */
const MAX_TABLED_FREQUENCY = 4;
const NORMS = LENGTH_OF_NORM.length;
/** The term-frequency part of BM25+ at one level, by frequency and norm; times idf it is a term's score. */
export class TfWeights {
    averageLength;
    lengthFactors = new Float64Array(NORMS);
    table = new Float64Array((MAX_TABLED_FREQUENCY + 1) * NORMS);
    /** `averageLength` in distinct terms; where it is 0 there is no term to score. */
    constructor(averageLength) {
        this.averageLength = averageLength;
        for (let norm = 0; norm < NORMS; norm++)
            this.lengthFactors[norm] = K * (1 - B + (B * LENGTH_OF_NORM[norm]) / averageLength);
        for (let i = NORMS; i < this.table.length; i++)
            this.table[i] = this.compute(Math.floor(i / NORMS), i % NORMS);
    }
    /** The weight of a term that occurs `frequency` times in a text with this norm. */
    of(frequency, norm) {
        return frequency <= MAX_TABLED_FREQUENCY
            ? this.table[frequency * NORMS + norm]
            : this.compute(frequency, norm);
    }
    isFor(averageLength) {
        return this.averageLength === averageLength;
    }
    compute(frequency, norm) {
        return D + (frequency * TOP) / (frequency + this.lengthFactors[norm]);
    }
}
/** Weights for each level; returns `known`, those of another search, where the average lengths are the same. */
export function tfWeightsOf({ count, totalLength }, known) {
    const averages = LEVELS.map((level) => totalLength[level] / count[level]);
    if (known && LEVELS.every((level, i) => known[level].isFor(averages[i])))
        return known;
    const [sentence, paragraph, article] = averages.map((average) => new TfWeights(average));
    return { sentence: sentence, paragraph: paragraph, article: article };
}
