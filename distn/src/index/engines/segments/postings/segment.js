import { readSections, writeSections } from './segment-file.js';
import { TermDictionary } from './term-dictionary.js';
import { writeTermDictionary } from './term-dictionary-writer.js';
/**
 * Writes an immutable segment file. `terms` in the order of their UTF-16 units, none twice. Throws a `RangeError` above
 * 4 GB, or the file system's error.
 */
export function writeSegment(path, docValues, terms) {
    const { count, totalLength, norms } = docValues;
    const dictionary = writeTermDictionary(terms);
    writeSections(path, [
        viewBytes(Uint32Array.of(count.sentence, count.paragraph, count.article, dictionary.count)),
        viewBytes(Float64Array.of(totalLength.sentence, totalLength.paragraph, totalLength.article)),
        viewBytes(docValues.document.subarray(0, count.article)),
        viewBytes(docValues.firstNumber.subarray(0, count.article)),
        viewBytes(docValues.firstSentence.subarray(0, count.article + 1)),
        viewBytes(docValues.firstParagraph.subarray(0, count.article + 1)),
        viewBytes(docValues.paragraphOf.subarray(0, count.sentence)),
        viewBytes(docValues.packedNorms.subarray(0, count.article)),
        norms.sentence.subarray(0, count.sentence),
        norms.paragraph.subarray(0, count.paragraph),
        norms.article.subarray(0, count.article),
        viewBytes(dictionary.blocks),
        viewBytes(dictionary.signatures),
        dictionary.terms,
        dictionary.infos,
        dictionary.postings,
    ]);
}
/** As `writeSegment` writes them, and `openSegment` names them. */
const SECTIONS = 16;
/**
 * Opens a segment file: reads it whole and compares its checksums. Throws a `CorruptSegmentError`, a
 * `SegmentFormatError`, or the file system's error.
 */
export function openSegment(path) {
    const [counts, totalLengths, document, firstNumber, ...others] = readSections(path, SECTIONS);
    const [firstSentence, firstParagraph, paragraphOf, packedNorms, ...more] = others;
    const [sentenceNorms, paragraphNorms, articleNorms, blocks, ...dictionarySections] = more;
    const [signatures, terms, infos, postings] = dictionarySections;
    const [sentence, paragraph, article, count] = numbersOf(counts);
    const [ofSentences, ofParagraphs, ofArticles] = doublesOf(totalLengths);
    const dictionary = new TermDictionary({
        blocks: numbersOf(blocks),
        signatures: numbersOf(signatures),
        terms: terms,
        infos: infos,
        postings: postings,
        count: count,
    });
    const docValues = {
        count: { sentence: sentence, paragraph: paragraph, article: article },
        totalLength: { sentence: ofSentences, paragraph: ofParagraphs, article: ofArticles },
        document: numbersOf(document),
        firstNumber: numbersOf(firstNumber),
        firstSentence: numbersOf(firstSentence),
        firstParagraph: numbersOf(firstParagraph),
        paragraphOf: numbersOf(paragraphOf),
        packedNorms: numbersOf(packedNorms),
        norms: { sentence: sentenceNorms, paragraph: paragraphNorms, article: articleNorms },
    };
    return {
        docValues,
        find: (term) => dictionary.find(term),
        terms: () => dictionary.all(),
        withPrefix: (prefix) => dictionary.withPrefix(prefix),
        near: (term, edits) => dictionary.near(term, edits),
    };
}
function viewBytes(numbers) {
    return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
function numbersOf(bytes) {
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}
function doublesOf(bytes) {
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
}
