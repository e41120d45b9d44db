import type { Hit } from '../../model.ts';
import { COORDINATION } from '../matching.ts';
import type { AskedTerm } from './asked-terms.ts';
import { Best } from './best.ts';
import { D, idfOf, MOST, normsOf, type Statistics, TOP } from './bm25.ts';
import type { HeldPart } from './held-part.ts';
import { lookInto } from './look-into.ts';
import type { ByLevel } from './part.ts';
import { BLOCK, type Scratch } from './scratch.ts';
import { type Scored, sumArticles } from './sum-articles.ts';

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

/** The most is summed in 32 bits: nothing that may come in is left out for its last digits. */
const SLACK = 1 + 1e-5;

/** Frequencies in an article that are told apart when the most is reckoned. */
const MOST_BY = 16;

/**
 * Exact top k. Of some thousand articles at a time, each term is summed up by article, with the most that any sentence
 * of theirs could have; then the sentences of those articles only that can still come in (of 1M sentences, for a
 * question of four terms, 216 articles of 10,800).
 */
export class Scorer {
  private readonly search: Search;
  private readonly scratch: Scratch;
  private readonly best: Best<Hit>;
  private readonly norms: ByLevel<Float64Array>;
  private readonly terms: readonly Omit<Scored, 'found'>[];
  /** By number of matched terms. */
  private readonly coordination: Float64Array;

  constructor(search: Search, scratch: Scratch) {
    const { count } = search.statistics;
    this.search = search;
    this.scratch = scratch;
    this.best = new Best<Hit>(search.limit, comesBefore);
    this.norms = normsOf(search.statistics);
    this.terms = search.terms.map(({ source, weight, frequency }) => {
      const idf = {
        sentence: weight * idfOf(count.sentence, frequency.sentence),
        paragraph: weight * idfOf(count.paragraph, frequency.paragraph),
        article: weight * idfOf(count.article, frequency.article),
      };
      return { source, idf, most: this.mostOf(idf) };
    });
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
    const { scratch } = this;
    const { columns } = held.part;
    const terms: Scored[] = this.terms.flatMap((term, i) => {
      const found = this.search.terms[i]!.found[place];
      return found ? [{ ...term, found }] : [];
    });
    scratch.prepare(terms.length);
    terms.forEach(({ found }, i) => {
      scratch.at[i] = found.start;
      scratch.before[i] = 0;
      scratch.next[i] = 0;
    });
    const ofArticles = { lengths: columns.lengths.article, norms: this.norms.article };
    for (let block = 0; block < columns.count.article; block += BLOCK) {
      scratch.open();
      for (let i = 0; i < terms.length; i++) {
        scratch.first[i] = scratch.entries;
        if (scratch.next[i]! >= block + BLOCK) continue;
        scratch.reserve();
        sumArticles(terms[i]!, i, block, block + BLOCK, ofArticles, scratch);
      }
      scratch.first[terms.length] = scratch.entries;
      if (scratch.touchedCount > 0) this.choose(held, block, terms);
    }
    scratch.open();
  }

  /**
   * The most that a term can give to one of an article's sentences and its paragraph: as often as in the article, in the
   * shortest ones.
   */
  private mostOf({ sentence, paragraph }: ByLevel): Float64Array {
    const inSentence = this.norms.sentence[1]!;
    const inParagraph = this.norms.paragraph[1]!;
    const most = new Float64Array(MOST_BY + 1);
    for (let frequency = 1; frequency < MOST_BY; frequency++) {
      most[frequency] =
        sentence * (D + (frequency * TOP) / (frequency + inSentence)) +
        paragraph * (D + (frequency * TOP) / (frequency + inParagraph));
    }
    most[MOST_BY] = (sentence + paragraph) * MOST;
    return most;
  }

  /** Scores the sentences of those articles of a block that may come in: the most promising first, to raise the bar. */
  private choose(held: HeldPart, block: number, terms: readonly Scored[]): void {
    const { touched, touchedCount, sums, most, marks } = this.scratch;
    const { accepts, limit } = this.search;
    const { document } = held.part.columns;
    const promising = new Best<number>(limit, (a, b) => most[a * 4 + 2]! > most[b * 4 + 2]!);
    const least = this.bar;
    const filtered = accepts !== undefined || held.removed.size > 0;
    let toPromise = 0;
    for (let i = 0; i < touchedCount; i++) {
      const place = touched[i]!;
      const share = this.coordination[marks[place * 8 + 6]!]!;
      const sum = sums[place * 2]! * share;
      const bound = (most[place * 4 + 2]! * share + sum) * SLACK;
      sums[place * 2] = sum;
      most[place * 4 + 2] = bound;
      if (bound < least) continue;
      if (filtered && (held.removed.has(block + place) || (accepts && !accepts(document[block + place]!)))) {
        most[place * 4 + 2] = LEFT_OUT;
      } else if (bound > toPromise) {
        promising.add(place);
        if (promising.last !== undefined) toPromise = most[promising.last * 4 + 2]!;
      }
    }
    const tried = promising.sorted();
    for (const place of tried) {
      this.tryArticle(held, block, place, terms);
      most[place * 4 + 2] = LEFT_OUT;
    }
    if (tried.length < limit) return;
    for (let i = 0; i < touchedCount; i++) {
      if (most[touched[i]! * 4 + 2]! >= this.bar) this.tryArticle(held, block, touched[i]!, terms);
    }
  }

  /** The score that has to be reached. */
  private get bar(): number {
    return this.best.last?.score ?? 0;
  }

  private tryArticle(held: HeldPart, block: number, place: number, terms: readonly Scored[]): void {
    const { sums, most, sentences, paragraphs } = this.scratch;
    if (most[place * 4 + 2]! < this.bar) return;
    const { columns } = held.part;
    const article = block + place;
    lookInto(article, place, terms, columns, this.norms, this.scratch);
    const from = columns.firstSentence[article]!;
    const fromParagraph = columns.firstParagraph[article]!;
    const ofArticle = sums[place * 2]!;
    for (let ordinal = 0; ordinal < sentences.count; ordinal++) {
      const matched = sentences.matched[ordinal]!;
      if (matched === 0) continue;
      const its = columns.paragraphOf[from + ordinal]! - fromParagraph;
      const sentence = sentences.sums[ordinal]! * this.coordination[matched]!;
      const paragraph = paragraphs.sums[its]! * this.coordination[paragraphs.matched[its]!]!;
      const score = sentence + paragraph + ofArticle;
      if (score < this.bar) continue;
      const levels = { sentence, paragraph, article: ofArticle };
      this.best.add({ sentence: columns.firstNumber[article]! + ordinal, score, levels });
    }
  }
}

const LEFT_OUT = -1;
