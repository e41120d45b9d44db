import { LENGTH_OF_NORM, PARAGRAPH_NORM_SHIFT, SENTENCE_NORM_SHIFT } from './norms.js';
import { grown } from './varint.js';
/** Doc values that articles are added to, one after the other. */
export class GrowingDocValues {
    count = { sentence: 0, paragraph: 0, article: 0 };
    totalLength = { sentence: 0, paragraph: 0, article: 0 };
    document = new Uint32Array(16);
    firstNumber = new Uint32Array(16);
    firstSentence = new Uint32Array(17);
    firstParagraph = new Uint32Array(17);
    paragraphOf = new Uint32Array(256);
    packedNorms = new Uint32Array(16);
    norms = { sentence: new Uint8Array(256), paragraph: new Uint8Array(256), article: new Uint8Array(16) };
    /** Adds an article at the end. */
    add(added) {
        const { norms } = this;
        const { sentence, paragraph, article } = this.count;
        const count = {
            sentence: sentence + added.sentenceNorms.length,
            paragraph: paragraph + added.paragraphNorms.length,
            article: article + 1,
        };
        this.document = grown(this.document, count.article);
        this.firstNumber = grown(this.firstNumber, count.article);
        this.firstSentence = grown(this.firstSentence, count.article + 1);
        this.firstParagraph = grown(this.firstParagraph, count.article + 1);
        this.paragraphOf = grown(this.paragraphOf, count.sentence);
        norms.sentence = grown(norms.sentence, count.sentence);
        norms.paragraph = grown(norms.paragraph, count.paragraph);
        norms.article = grown(norms.article, count.article);
        this.document[article] = added.document;
        this.firstNumber[article] = added.firstNumber;
        this.firstSentence[article + 1] = count.sentence;
        this.firstParagraph[article + 1] = count.paragraph;
        for (let i = 0; i < added.paragraphOf.length; i++)
            this.paragraphOf[sentence + i] = paragraph + added.paragraphOf[i];
        norms.sentence.set(added.sentenceNorms, sentence);
        norms.paragraph.set(added.paragraphNorms, paragraph);
        norms.article[article] = added.articleNorm;
        this.packedNorms = grown(this.packedNorms, count.article);
        this.packedNorms[article] = packedNormsOf(article, this);
        this.count = count;
        this.totalLength = {
            sentence: this.totalLength.sentence + totalLengthOf(added.sentenceNorms),
            paragraph: this.totalLength.paragraph + totalLengthOf(added.paragraphNorms),
            article: this.totalLength.article + LENGTH_OF_NORM[added.articleNorm],
        };
    }
}
function totalLengthOf(norms) {
    let sum = 0;
    for (let i = 0; i < norms.length; i++)
        sum += LENGTH_OF_NORM[norms[i]];
    return sum;
}
/**
 * The norms of an article, of its shortest sentence and of its shortest paragraph: no term can be worth more in any of
 * them. Sentences and paragraphs without terms don't count.
 */
function packedNormsOf(article, { norms, firstSentence, firstParagraph }) {
    const sentence = shortest(norms.sentence, firstSentence[article], firstSentence[article + 1]);
    const paragraph = shortest(norms.paragraph, firstParagraph[article], firstParagraph[article + 1]);
    return norms.article[article] | (sentence << SENTENCE_NORM_SHIFT) | (paragraph << PARAGRAPH_NORM_SHIFT);
}
function shortest(norms, from, to) {
    let least = 255;
    for (let i = from; i < to; i++)
        if (norms[i] > 0 && norms[i] < least)
            least = norms[i];
    return least;
}
/** The doc values of one article of a segment, to be added to another segment's. */
export function articleDocValues(docValues, article) {
    const [sentence, sentences] = docValues.firstSentence.subarray(article, article + 2);
    const [paragraph, paragraphs] = docValues.firstParagraph.subarray(article, article + 2);
    return {
        document: docValues.document[article],
        firstNumber: docValues.firstNumber[article],
        paragraphOf: docValues.paragraphOf.subarray(sentence, sentences).map((one) => one - paragraph),
        sentenceNorms: docValues.norms.sentence.subarray(sentence, sentences),
        paragraphNorms: docValues.norms.paragraph.subarray(paragraph, paragraphs),
        articleNorm: docValues.norms.article[article],
    };
}
