import type { ByLevel, Columns } from '../postings/segment-types.ts';
import type { LevelSums, Scratch } from './accumulators.ts';
import type { Worth } from './bm25.ts';
import { NONE, type Scored } from './score-articles.ts';

/** Sums up the sentences and paragraphs of the article at `place` of the block, term by term, into `scratch`. */
export function lookInto(
  article: number,
  place: number,
  terms: readonly Scored[],
  columns: Columns,
  worth: ByLevel<Worth>,
  scratch: Scratch,
): void {
  const { sentences, paragraphs, heads, entryBefore, entryTerms, offsets } = scratch;
  const from = columns.firstSentence[article]!;
  const fromParagraph = columns.firstParagraph[article]!;
  sentences.open(columns.firstSentence[article + 1]! - from);
  paragraphs.open(columns.firstParagraph[article + 1]! - fromParagraph);
  for (let entry = heads[place]!; entry !== NONE; entry = entryBefore[entry]!) {
    const term = entryTerms[entry]!;
    const several = (term & 1) === 1;
    sumSentences(
      terms[term >>> 1]!,
      offsets[entry]!,
      several,
      from,
      fromParagraph,
      columns,
      worth,
      sentences,
      paragraphs,
    );
  }
}

function sumSentences(
  { found, source, idf }: Scored,
  offset: number,
  several: boolean,
  from: number,
  fromParagraph: number,
  { paragraphOf, lengths }: Columns,
  worth: ByLevel<Worth>,
  sentences: LevelSums,
  paragraphs: LevelSums,
): void {
  const { bytes } = found;
  // By hand, as in `sumArticles`: a reader or a function of its own would be made for each term of each article.
  let at = offset;
  let byte = bytes[at++]!;
  let head = byte & 127;
  for (let shift = 7; byte > 127; shift += 7) {
    byte = bytes[at++]!;
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
      byte = bytes[at++]!;
      head = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!;
        head |= (byte & 127) << shift;
      }
      ordinal = next + (head >>> 1);
      if (head & 1) {
        byte = bytes[at++]!;
        frequency = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++]!;
          frequency |= (byte & 127) << shift;
        }
      }
    } else at = end;
    next = ordinal + 1;
    const value = worth.sentence.of(frequency, lengths.sentence[from + ordinal]!);
    sentences.add(ordinal, source, idf.sentence * value);
    const its = paragraphOf[from + ordinal]!;
    if (its !== paragraph) {
      if (inParagraph > 0) {
        const value = worth.paragraph.of(inParagraph, lengths.paragraph[paragraph]!);
        paragraphs.add(paragraph - fromParagraph, source, idf.paragraph * value);
      }
      paragraph = its;
      inParagraph = 0;
    }
    inParagraph += frequency;
  }
  if (inParagraph === 0) return;
  const value = worth.paragraph.of(inParagraph, lengths.paragraph[paragraph]!);
  paragraphs.add(paragraph - fromParagraph, source, idf.paragraph * value);
}
