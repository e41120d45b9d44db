import type { Hit } from '../../model.ts';
import type { AskedTerm } from './asked-terms.ts';
import { Best } from './best.ts';
import { D, idfOf, MOST, normsOf, type Statistics, TOP } from './bm25.ts';
import { ByteReader } from './bytes.ts';
import type { HeldPart } from './held-part.ts';
import type { ByLevel } from './part.ts';
import type { Scratch } from './scratch.ts';

/** A search over several parts: the terms, how many were asked for, and what the whole archive counts. */
export interface Search {
  readonly terms: readonly AskedTerm[];
  readonly asked: number;
  readonly statistics: Statistics;
  readonly limit: number;
  readonly accepts: ((document: number) => boolean) | undefined;
}

/** Best first, equals in reading order. */
export function comesBefore(a: Hit, b: Hit): boolean {
  return a.score > b.score || (a.score === b.score && a.sentence < b.sentence);
}

/** Whole matches above scattered ones: without it MRR falls from .65 to .60 at 1M sentences (our measurement). */
const COORDINATION = 0.5;

/** Sums of floating-point numbers, in another order: nothing that may come in is left out for a last digit. */
const SLACK = 1 + 1e-9;

/**
 * Exact top k. First the articles: each term's articles are summed up, with the most that any sentence of theirs could
 * have. Then the sentences, of those articles only that can still come in. On 1M sentences of articles of 25
 * that is one article in some hundred.
 */
export class Scorer {
  private readonly search: Search;
  private readonly best: Best<Hit>;
  private readonly norms: ByLevel<Float64Array>;
  private readonly idfs: readonly ByLevel[];
  /** By number of matched terms. */
  private readonly coordination: Float64Array;
  private readonly scratch: Scratch;

  constructor(search: Search, scratch: Scratch) {
    const { count } = search.statistics;
    this.search = search;
    this.scratch = scratch;
    this.best = new Best<Hit>(search.limit, comesBefore);
    this.norms = normsOf(search.statistics);
    this.idfs = search.terms.map(({ weight, frequency }) => ({
      sentence: weight * idfOf(count.sentence, frequency.sentence),
      paragraph: weight * idfOf(count.paragraph, frequency.paragraph),
      article: weight * idfOf(count.article, frequency.article),
    }));
    this.coordination = Float64Array.from(
      { length: search.asked + 1 },
      (_, matched) => (matched / search.asked) ** COORDINATION,
    );
  }

  hits(): Hit[] {
    return this.best.sorted();
  }

  /** Scores the part at this place. */
  add(held: HeldPart, place: number): void {
    this.scratch.prepare(held, this.search.terms, place);
    this.search.terms.forEach(({ found }, i) => {
      if (found[place]) this.sumArticles(held, i, place);
    });
    this.look(held, place);
    this.scratch.clear();
  }

  /** Adds a term to its articles' sums. */
  private sumArticles(held: HeldPart, term: number, place: number): void {
    const { sums, most, matched, source: last, touched, articles, offsets, first } = this.scratch;
    const { source, found } = this.search.terms[term]!;
    const { bytes, start, end } = found[place]!;
    const lengths = held.part.columns.lengths.article;
    const norms = this.norms.article;
    const idf = this.idfs[term]!.article;
    const mostOf = this.mostOf(term);
    let { touchedCount } = this.scratch;
    let entry = first[term]!;
    let article = -1;
    let at = start;
    while (at < end) {
      // Varints by hand: this loop is where a search spends its time.
      let head = bytes[at++]!;
      if (head > 127) {
        head &= 127;
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at++]!;
          head |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      article += (head >>> 1) + 1;
      articles[entry] = article;
      let frequency = 1;
      if (head & 1) {
        let byte = bytes[at++]!;
        frequency = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++]!;
          frequency |= (byte & 127) << shift;
        }
        // The offset of `several` is made even, that of `one` odd.
        offsets[entry] = at * 2;
        byte = bytes[at++]!;
        let size = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++]!;
          size |= (byte & 127) << shift;
        }
        at += size;
      } else {
        offsets[entry] = at * 2 + 1;
        while (bytes[at++]! > 127);
      }
      entry += 1;
      if (last[article] !== source) {
        if (matched[article] === 0) touched[touchedCount++] = article;
        matched[article]! += 1;
        last[article] = source;
      }
      sums[article]! += idf * (D + (frequency * TOP) / (frequency + norms[lengths[article]!]!));
      most[article]! += mostOf[frequency < MOST_BY ? frequency : MOST_BY]!;
    }
    this.scratch.touchedCount = touchedCount;
  }

  /**
   * By the frequency in the article, the most that a term can give to one of its sentences and its paragraph: as often as
   * that in the shortest ones.
   */
  private mostOf(term: number): Float64Array {
    const { sentence, paragraph } = this.idfs[term]!;
    const shortest = { sentence: this.norms.sentence[1]!, paragraph: this.norms.paragraph[1]! };
    return Float64Array.from({ length: MOST_BY + 1 }, (_, frequency) =>
      frequency === MOST_BY
        ? (sentence + paragraph) * MOST
        : sentence * (D + (frequency * TOP) / (frequency + shortest.sentence)) +
          paragraph * (D + (frequency * TOP) / (frequency + shortest.paragraph)),
    );
  }

  /** Looks into the articles whose sentences may come in: the most promising first, which raises the bar. */
  private look(held: HeldPart, place: number): void {
    const { accepts, limit } = this.search;
    const { document } = held.part.columns;
    const { touched, touchedCount, sums, most, matched } = this.scratch;
    const promising = new Best<number>(limit, (a, b) => most[a]! > most[b]!);
    for (let i = 0; i < touchedCount; i++) {
      const article = touched[i]!;
      if (held.removed.has(article) || (accepts && !accepts(document[article]!))) {
        most[article] = LEFT_OUT;
        continue;
      }
      const share = this.coordination[matched[article]!]!;
      sums[article]! *= share;
      most[article] = (most[article]! * share + sums[article]!) * SLACK;
      const bar = promising.last;
      if (bar === undefined || most[article]! > most[bar]!) promising.add(article);
    }
    for (const article of promising.sorted()) {
      if (most[article]! >= this.bar()) this.lookInto(held, article, place);
      most[article] = LEFT_OUT;
    }
    for (let i = 0; i < touchedCount; i++) {
      const article = touched[i]!;
      if (most[article]! >= this.bar()) this.lookInto(held, article, place);
    }
  }

  private bar(): number {
    return this.best.last?.score ?? 0;
  }

  /** Scores the sentences of one article. */
  private lookInto(held: HeldPart, article: number, place: number): void {
    const { columns } = held.part;
    const { sentences, paragraphs, first, articles } = this.scratch;
    const from = columns.firstSentence[article]!;
    const fromParagraph = columns.firstParagraph[article]!;
    sentences.open(columns.firstSentence[article + 1]! - from);
    paragraphs.open(columns.firstParagraph[article + 1]! - fromParagraph);
    const { terms } = this.search;
    for (let term = 0; term < terms.length; term++) {
      const { found, source } = terms[term]!;
      const one = found[place];
      if (!one) continue;
      const entry = placeIn(articles, first[term]!, first[term + 1]!, article);
      if (entry < 0) continue;
      const idf = this.idfs[term]!;
      let paragraph = -1;
      let inParagraph = 0;
      const close = () => {
        if (paragraph < 0) return;
        const norm = this.norms.paragraph[columns.lengths.paragraph[fromParagraph + paragraph]!]!;
        paragraphs.add(paragraph, source, idf.paragraph * (D + (inParagraph * TOP) / (inParagraph + norm)));
      };
      const visit = (ordinal: number, frequency: number) => {
        const norm = this.norms.sentence[columns.lengths.sentence[from + ordinal]!]!;
        sentences.add(ordinal, source, idf.sentence * (D + (frequency * TOP) / (frequency + norm)));
        const its = columns.paragraphOf[from + ordinal]! - fromParagraph;
        if (its !== paragraph) {
          close();
          paragraph = its;
          inParagraph = 0;
        }
        inParagraph += frequency;
      };
      eachSentence(one.bytes, this.scratch.offsets[entry]!, visit);
      close();
    }
    const ofArticle = this.scratch.sums[article]!;
    for (let ordinal = 0; ordinal < sentences.count; ordinal++) {
      const matched = sentences.matched[ordinal]!;
      if (matched === 0) continue;
      const its = columns.paragraphOf[from + ordinal]! - fromParagraph;
      const levels = {
        sentence: sentences.sums[ordinal]! * this.coordination[matched]!,
        paragraph: paragraphs.sums[its]! * this.coordination[paragraphs.matched[its]!]!,
        article: ofArticle,
      };
      const score = levels.sentence + levels.paragraph + levels.article;
      if (score >= this.bar())
        this.best.add({ sentence: columns.firstNumber[article]! + ordinal, score, levels });
    }
  }
}

/** Frequencies in an article that are told apart when the most is reckoned. */
const MOST_BY = 16;
const LEFT_OUT = -1;

/** Where `article` stands in the sorted `articles[from, to)`; -1: it doesn't. */
function placeIn(articles: Uint32Array, from: number, to: number, article: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (articles[middle]! < article) low = middle + 1;
    else high = middle;
  }
  return low < to && articles[low] === article ? low : -1;
}

/** `offset`: as `sumArticles` noted it. */
function eachSentence(
  bytes: Uint8Array,
  offset: number,
  visit: (ordinal: number, frequency: number) => void,
): void {
  const several = offset % 2 === 0;
  const reader = new ByteReader(bytes, Math.floor(offset / 2));
  if (!several) {
    visit(reader.varint(), 1);
    return;
  }
  const size = reader.varint();
  const end = reader.at + size;
  let next = 0;
  while (reader.at < end) {
    const head = reader.varint();
    const ordinal = next + (head >>> 1);
    visit(ordinal, head & 1 ? reader.varint() : 1);
    next = ordinal + 1;
  }
}
