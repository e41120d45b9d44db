import { LENGTHS } from './norms.ts';
import type { Columns } from './segment-types.ts';
import { grown } from './varint.ts';

/** An article's own columns: lengths by `codeOfLength`. */
export interface ArticleColumns {
  readonly document: number;
  readonly firstNumber: number;
  /** By sentence: its paragraph, counted in the article. */
  readonly paragraphOf: ArrayLike<number>;
  readonly sentenceLengths: ArrayLike<number>;
  readonly paragraphLengths: ArrayLike<number>;
  readonly articleLength: number;
}

/** Columns that grow by articles. */
export class GrowingColumns implements Columns {
  count = { sentence: 0, paragraph: 0, article: 0 };
  length = { sentence: 0, paragraph: 0, article: 0 };
  document = new Uint32Array(16);
  firstNumber = new Uint32Array(16);
  firstSentence = new Uint32Array(17);
  firstParagraph = new Uint32Array(17);
  paragraphOf = new Uint32Array(256);
  codes = new Uint32Array(16);
  lengths = { sentence: new Uint8Array(256), paragraph: new Uint8Array(256), article: new Uint8Array(16) };

  add(added: ArticleColumns): void {
    const { lengths } = this;
    const { sentence, paragraph, article } = this.count;
    const count = {
      sentence: sentence + added.sentenceLengths.length,
      paragraph: paragraph + added.paragraphLengths.length,
      article: article + 1,
    };
    this.document = grown(this.document, count.article);
    this.firstNumber = grown(this.firstNumber, count.article);
    this.firstSentence = grown(this.firstSentence, count.article + 1);
    this.firstParagraph = grown(this.firstParagraph, count.article + 1);
    this.paragraphOf = grown(this.paragraphOf, count.sentence);
    lengths.sentence = grown(lengths.sentence, count.sentence);
    lengths.paragraph = grown(lengths.paragraph, count.paragraph);
    lengths.article = grown(lengths.article, count.article);

    this.document[article] = added.document;
    this.firstNumber[article] = added.firstNumber;
    this.firstSentence[article + 1] = count.sentence;
    this.firstParagraph[article + 1] = count.paragraph;
    for (let i = 0; i < added.paragraphOf.length; i++)
      this.paragraphOf[sentence + i] = paragraph + added.paragraphOf[i]!;
    lengths.sentence.set(added.sentenceLengths, sentence);
    lengths.paragraph.set(added.paragraphLengths, paragraph);
    lengths.article[article] = added.articleLength;
    this.codes = grown(this.codes, count.article);
    this.codes[article] = codesOf(article, this);
    this.count = count;
    this.length = {
      sentence: this.length.sentence + sumOf(added.sentenceLengths),
      paragraph: this.length.paragraph + sumOf(added.paragraphLengths),
      article: this.length.article + LENGTHS[added.articleLength]!,
    };
  }
}

function sumOf(lengths: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < lengths.length; i++) sum += LENGTHS[lengths[i]!]!;
  return sum;
}

/**
 * An article's length, that of its shortest sentence << 8 and of its shortest paragraph << 16: no term can be worth more in
 * any of them. What has no terms doesn't count.
 */
function codesOf(article: number, { lengths, firstSentence, firstParagraph }: Columns): number {
  const sentence = shortest(lengths.sentence, firstSentence[article]!, firstSentence[article + 1]!);
  const paragraph = shortest(lengths.paragraph, firstParagraph[article]!, firstParagraph[article + 1]!);
  return lengths.article[article]! | (sentence << 8) | (paragraph << 16);
}

function shortest(lengths: Uint8Array, from: number, to: number): number {
  let least = 255;
  for (let i = from; i < to; i++) if (lengths[i]! > 0 && lengths[i]! < least) least = lengths[i]!;
  return least;
}

/** One article of a part, to be added to other columns. */
export function articleColumns(columns: Columns, article: number): ArticleColumns {
  const [sentence, sentences] = columns.firstSentence.subarray(article, article + 2);
  const [paragraph, paragraphs] = columns.firstParagraph.subarray(article, article + 2);
  return {
    document: columns.document[article]!,
    firstNumber: columns.firstNumber[article]!,
    paragraphOf: columns.paragraphOf.subarray(sentence, sentences).map((one) => one - paragraph!),
    sentenceLengths: columns.lengths.sentence.subarray(sentence, sentences),
    paragraphLengths: columns.lengths.paragraph.subarray(paragraph, paragraphs),
    articleLength: columns.lengths.article[article]!,
  };
}
