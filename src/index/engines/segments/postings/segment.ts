import { readSections, writeSections } from './segment-file.ts';
import type { Columns, Part, PartTerm } from './segment-types.ts';
import { Dictionary } from './term-dictionary.ts';
import { writeDictionary } from './term-dictionary-writer.ts';

/** Writes an immutable file over these articles and terms. */
export function writeSegment(path: string, columns: Columns, terms: Iterable<PartTerm>): void {
  const { count, length, lengths } = columns;
  const dictionary = writeDictionary(terms);
  writeSections(path, [
    bytesOf(Uint32Array.of(count.sentence, count.paragraph, count.article, dictionary.count)),
    bytesOf(Float64Array.of(length.sentence, length.paragraph, length.article)),
    bytesOf(columns.document.subarray(0, count.article)),
    bytesOf(columns.firstNumber.subarray(0, count.article)),
    bytesOf(columns.firstSentence.subarray(0, count.article + 1)),
    bytesOf(columns.firstParagraph.subarray(0, count.article + 1)),
    bytesOf(columns.paragraphOf.subarray(0, count.sentence)),
    bytesOf(columns.codes.subarray(0, count.article)),
    lengths.sentence.subarray(0, count.sentence),
    lengths.paragraph.subarray(0, count.paragraph),
    lengths.article.subarray(0, count.article),
    bytesOf(dictionary.blocks),
    bytesOf(dictionary.signatures),
    dictionary.terms,
    dictionary.facts,
    dictionary.postings,
  ]);
}

const SECTIONS = 16;

/** Opens a segment: reads the file whole and checks it. Throws `DamagedFile`, `OtherFormat`, or what the file system says. */
export function openSegment(path: string): Part {
  const sections = readSections(path, SECTIONS);
  const numbers = (section: number) => numbersOf(sections[section]!);
  const [sentence, paragraph, article, count] = numbers(0);
  const [ofSentences, ofParagraphs, ofArticles] = lengthsOf(sections[1]!);
  const dictionary = new Dictionary({
    blocks: numbers(11),
    signatures: numbers(12),
    terms: sections[13]!,
    facts: sections[14]!,
    postings: sections[15]!,
    count: count!,
  });
  const columns: Columns = {
    count: { sentence: sentence!, paragraph: paragraph!, article: article! },
    length: { sentence: ofSentences!, paragraph: ofParagraphs!, article: ofArticles! },
    document: numbers(2),
    firstNumber: numbers(3),
    firstSentence: numbers(4),
    firstParagraph: numbers(5),
    paragraphOf: numbers(6),
    codes: numbers(7),
    lengths: { sentence: sections[8]!, paragraph: sections[9]!, article: sections[10]! },
  };
  return {
    columns,
    find: (term) => dictionary.find(term),
    terms: () => dictionary.all(),
    beginningWith: (prefix) => dictionary.beginningWith(prefix),
    near: (term, edits) => dictionary.near(term, edits),
  };
}

function bytesOf(numbers: Uint32Array | Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function numbersOf(bytes: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

function lengthsOf(bytes: Uint8Array<ArrayBuffer>): Float64Array {
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
}
