import { ByteReader, ByteWriter } from './bytes.ts';
import { codesOf } from './columns.ts';
import { Dictionary } from './dictionary.ts';
import { writeDictionary } from './dictionary-writer.ts';
import { readSections, writeSections } from './file.ts';
import type { Columns, Part, PartTerm } from './part.ts';

/** Writes an immutable file over these articles and terms. */
export function writeSegment(path: string, columns: Columns, terms: Iterable<PartTerm>): void {
  const { count, lengths } = columns;
  const dictionary = writeDictionary(terms);
  writeSections(path, [
    bytesOf(Uint32Array.of(count.sentence, count.paragraph, count.article, dictionary.count)),
    bytesOf(columns.document.subarray(0, count.article)),
    bytesOf(columns.firstNumber.subarray(0, count.article)),
    bytesOf(columns.firstSentence.subarray(0, count.article + 1)),
    bytesOf(columns.firstParagraph.subarray(0, count.article + 1)),
    sentencesOfParagraphs(columns),
    lengths.sentence.subarray(0, count.sentence),
    lengths.paragraph.subarray(0, count.paragraph),
    lengths.article.subarray(0, count.article),
    bytesOf(dictionary.blocks),
    dictionary.terms,
    dictionary.facts,
    dictionary.postings,
  ]);
}

const SECTIONS = 13;

/** Opens a segment: reads the file whole and checks it. Throws `DamagedFile`, `OtherFormat`, or what the file system says. */
export function openSegment(path: string): Part {
  const sections = readSections(path, SECTIONS);
  const [head, document, firstNumber, firstSentence, firstParagraph] = sections.slice(0, 5).map(numbersOf);
  const [sentences, ofSentences, ofParagraphs, ofArticles] = sections.slice(5, 9);
  const [sentence, paragraph, article, count] = head!;
  const [terms, facts, postings] = sections.slice(10);
  const dictionary = new Dictionary({
    blocks: numbersOf(sections[9]!),
    terms: terms!,
    facts: facts!,
    postings: postings!,
    count: count!,
  });
  const lengths = { sentence: ofSentences!, paragraph: ofParagraphs!, article: ofArticles! };
  const places = { lengths, firstSentence: firstSentence!, firstParagraph: firstParagraph! };
  const columns: Columns = {
    ...places,
    count: { sentence: sentence!, paragraph: paragraph!, article: article! },
    document: document!,
    firstNumber: firstNumber!,
    paragraphOf: paragraphsOf(sentences!, sentence!, paragraph!),
    codes: Uint32Array.from({ length: article! }, (_, place) => codesOf(place, places)),
  };
  return {
    columns,
    find: (term) => dictionary.find(term),
    terms: () => dictionary.all(),
    beginningWith: (prefix) => dictionary.beginningWith(prefix),
    near: (term, edits) => dictionary.near(term, edits),
  };
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function numbersOf(bytes: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** A varint for each paragraph, a byte nearly always: how many sentences it has. */
function sentencesOfParagraphs({ count, paragraphOf }: Columns): Uint8Array {
  const writer = new ByteWriter();
  let sentence = 0;
  for (let paragraph = 0; paragraph < count.paragraph; paragraph++) {
    const first = sentence;
    while (sentence < count.sentence && paragraphOf[sentence] === paragraph) sentence += 1;
    writer.varint(sentence - first);
  }
  return writer.written();
}

function paragraphsOf(written: Uint8Array, sentences: number, paragraphs: number): Uint32Array {
  const reader = new ByteReader(written);
  const paragraphOf = new Uint32Array(sentences);
  let sentence = 0;
  for (let paragraph = 0; paragraph < paragraphs; paragraph++) {
    for (const end = sentence + reader.varint(); sentence < end; sentence++)
      paragraphOf[sentence] = paragraph;
  }
  return paragraphOf;
}
