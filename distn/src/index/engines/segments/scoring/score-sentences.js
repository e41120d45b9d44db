import { NONE } from './score-articles.js';
/**
 * Sums up the sentences and paragraphs of the article at `place` of the block, term by term, into
 * `accumulators.sentences` and `.paragraphs`.
 */
export function scoreSentences(place, accumulators) {
    const { docValues, terms, sentences, paragraphs, heads, entryBefore, entryTerms, offsets } = accumulators;
    const { firstSentence, firstParagraph } = docValues;
    const article = accumulators.blockStart + place;
    accumulators.firstSentence = firstSentence[article];
    accumulators.firstParagraph = firstParagraph[article];
    sentences.open(firstSentence[article + 1] - firstSentence[article]);
    paragraphs.open(firstParagraph[article + 1] - firstParagraph[article]);
    for (let entry = heads[place]; entry !== NONE; entry = entryBefore[entry]) {
        const term = entryTerms[entry];
        scoreTerm(terms[term >>> 1], offsets[entry], (term & 1) === 1, accumulators);
    }
}
/** Adds one term's sentences in the article; `several`: its postings at `offset` are a list, not one ordinal. */
function scoreTerm({ bytes, source, idf }, offset, several, accumulators) {
    const { docValues, tfWeights, sentences, paragraphs, firstSentence, firstParagraph } = accumulators;
    const { paragraphOf, norms } = docValues;
    // By hand, as in `scoreArticles`: a reader or a function of its own would be made for each term of each article.
    let at = offset;
    let byte = bytes[at++];
    let head = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++];
        head |= (byte & 127) << shift;
    }
    // The first number is the bytes of several sentences, or the ordinal of the only one.
    const end = several ? at + head : at + 1;
    let next = 0;
    let paragraph = -1;
    let inParagraph = 0;
    while (at < end) {
        let ordinal = head;
        let frequency = 1;
        if (several) {
            byte = bytes[at++];
            head = byte & 127;
            for (let shift = 7; byte > 127; shift += 7) {
                byte = bytes[at++];
                head |= (byte & 127) << shift;
            }
            ordinal = next + (head >>> 1);
            if (head & 1) {
                byte = bytes[at++];
                frequency = byte & 127;
                for (let shift = 7; byte > 127; shift += 7) {
                    byte = bytes[at++];
                    frequency |= (byte & 127) << shift;
                }
            }
        }
        else
            at = end;
        next = ordinal + 1;
        const weight = tfWeights.sentence.of(frequency, norms.sentence[firstSentence + ordinal]);
        sentences.add(ordinal, source, idf.sentence * weight);
        const its = paragraphOf[firstSentence + ordinal];
        if (its !== paragraph) {
            if (inParagraph > 0) {
                const weight = tfWeights.paragraph.of(inParagraph, norms.paragraph[paragraph]);
                paragraphs.add(paragraph - firstParagraph, source, idf.paragraph * weight);
            }
            paragraph = its;
            inParagraph = 0;
        }
        inParagraph += frequency;
    }
    if (inParagraph === 0)
        return;
    const weight = tfWeights.paragraph.of(inParagraph, norms.paragraph[paragraph]);
    paragraphs.add(paragraph - firstParagraph, source, idf.paragraph * weight);
}
