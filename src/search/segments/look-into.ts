import { D, TOP } from './bm25.ts';
import type { ByLevel, Columns } from './part.ts';
import type { LevelSums, Scratch } from './scratch.ts';
import type { Scored } from './sum-articles.ts';

/** Sums up the sentences and paragraphs of the article at `place` of the block, term by term, into `scratch`. */
export function lookInto(
  article: number,
  place: number,
  terms: readonly Scored[],
  columns: Columns,
  norms: ByLevel<Float64Array>,
  scratch: Scratch,
): void {
  const { sentences, paragraphs, first, articles, offsets } = scratch;
  const from = columns.firstSentence[article]!;
  const fromParagraph = columns.firstParagraph[article]!;
  sentences.open(columns.firstSentence[article + 1]! - from);
  paragraphs.open(columns.firstParagraph[article + 1]! - fromParagraph);
  for (let i = 0; i < terms.length; i++) {
    const entry = placeIn(articles, first[i]!, first[i + 1]!, place);
    if (entry === -1) continue;
    const several = (articles[entry]! & 1) === 1;
    sumSentences(
      terms[i]!,
      offsets[entry]!,
      several,
      from,
      fromParagraph,
      columns,
      norms,
      sentences,
      paragraphs,
    );
  }
}

/** Where the article at `place` stands in `articles[from, to)`, which is sorted; -1: it doesn't. */
function placeIn(articles: Uint32Array, from: number, to: number, place: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (articles[middle]! >>> 1 < place) low = middle + 1;
    else high = middle;
  }
  return low < to && articles[low]! >>> 1 === place ? low : -1;
}

function sumSentences(
  { found, source, idf }: Scored,
  offset: number,
  several: boolean,
  from: number,
  fromParagraph: number,
  { paragraphOf, lengths }: Columns,
  norms: ByLevel<Float64Array>,
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
    const norm = norms.sentence[lengths.sentence[from + ordinal]!]!;
    sentences.add(ordinal, source, idf.sentence * (D + (frequency * TOP) / (frequency + norm)));
    const its = paragraphOf[from + ordinal]!;
    if (its !== paragraph) {
      if (inParagraph > 0) {
        const norm = norms.paragraph[lengths.paragraph[paragraph]!]!;
        const value = idf.paragraph * (D + (inParagraph * TOP) / (inParagraph + norm));
        paragraphs.add(paragraph - fromParagraph, source, value);
      }
      paragraph = its;
      inParagraph = 0;
    }
    inParagraph += frequency;
  }
  if (inParagraph === 0) return;
  const norm = norms.paragraph[lengths.paragraph[paragraph]!]!;
  paragraphs.add(
    paragraph - fromParagraph,
    source,
    idf.paragraph * (D + (inParagraph * TOP) / (inParagraph + norm)),
  );
}
