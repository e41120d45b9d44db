import type { Hit } from '../../../../model/model.ts';
import { COORDINATION } from '../../fuzziness.ts';
import type { HeldPart } from '../postings/segment-reader.ts';
import type { ByLevel } from '../postings/segment-types.ts';
import { BLOCK, type Scratch } from './accumulators.ts';
import { idfOf, MOST, type Statistics, type Worth, worthOf } from './bm25.ts';
import type { AskedTerm } from './expand-terms.ts';
import { type Scored, sumArticles } from './score-articles.ts';
import { lookInto } from './score-sentences.ts';
import { Best } from './top-k.ts';

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

/** A term with its weighted idf. */
interface Weighed {
  readonly source: number;
  readonly idf: ByLevel;
  /** In `Search.terms`. */
  readonly place: number;
}

const FIRST_BLOCK = 1024;

/** The most is summed in 32 bits: nothing that may come in is left out for its last digits. */
const SLACK = 1 + 1e-5;

/**
 * Exact top k. Of some thousand articles at a time, each term is summed up by article, with the most that any sentence
 * of theirs could have; then the sentences of those articles only that can still come in.
 */
export class Scorer {
  private readonly search: Search;
  private readonly scratch: Scratch;
  private readonly best: Best<Hit>;
  /** The score that has to be reached. */
  private bar = 0;
  private readonly worth: ByLevel<Worth>;
  /** The rarest first; what stands for the same asked term is together. */
  private readonly terms: readonly Weighed[];
  /** By asked term, in the order of `terms`: more than all that stands for it is worth in any sentence. */
  private readonly mosts: readonly number[];
  /** By number of matched terms. */
  private readonly coordination: Float64Array;

  constructor(search: Search, scratch: Scratch) {
    const { count } = search.statistics;
    this.search = search;
    this.scratch = scratch;
    this.best = new Best<Hit>(search.limit, comesBefore);
    scratch.worth = worthOf(search.statistics, scratch.worth);
    this.worth = scratch.worth;
    const weighed = search.terms.map(({ source, weight, frequency }, i): Weighed => {
      const idf = {
        sentence: weight * idfOf(count.sentence, frequency.sentence),
        paragraph: weight * idfOf(count.paragraph, frequency.paragraph),
        article: weight * idfOf(count.article, frequency.article),
      };
      return { source, idf, place: i };
    });
    const most = new Map<number, number>();
    for (const { source, idf } of weighed)
      most.set(source, (most.get(source) ?? 0) + (idf.sentence + idf.paragraph + idf.article) * MOST);
    const sources = [...most].sort(([a, x], [b, y]) => y - x || a - b);
    this.mosts = sources.map(([, most]) => most);
    this.terms = sources.flatMap(([source], rank) =>
      weighed.filter((term) => term.source === source).map((term) => ({ ...term, source: rank })),
    );
    this.coordination = new Float64Array(search.asked + 1);
    for (let matched = 1; matched <= search.asked; matched++)
      this.coordination[matched] = (matched / search.asked) ** COORDINATION;
  }

  hits(): Hit[] {
    return this.best.sorted();
  }

  /** Scores the part at this place. */
  add(held: HeldPart, place: number): void {
    const { scratch, worth } = this;
    const { columns } = held.part;
    const terms: Scored[] = [];
    for (const { source, idf, place: term } of this.terms) {
      const found = this.search.terms[term]!.found[place];
      if (found) terms.push({ found, source, idf });
    }
    if (terms.length === 0) return;
    scratch.prepare(terms.length);
    for (let i = 0; i < terms.length; i++) {
      scratch.at[i] = terms[i]!.found.start;
      scratch.before[i] = 0;
      scratch.next[i] = 0;
    }
    const { article } = columns.count;
    // Small blocks first: they raise the bar for the others.
    for (
      let block = 0, size = FIRST_BLOCK;
      block < article;
      block += size, size = Math.min(BLOCK, size * 4)
    ) {
      const end = block + size;
      const needed = this.needed();
      scratch.open();
      for (let i = 0; i < terms.length; i++) {
        if (scratch.next[i]! >= end) continue;
        scratch.reserve();
        sumArticles(terms[i]!, i, block, end, terms[i]!.source < needed, columns.codes, worth, scratch);
      }
      if (scratch.touchedCount === 0) continue;
      this.choose(held, block);
      this.lookIntoCandidates(held, block, terms);
    }
  }

  /**
   * How many of the asked terms can bring in an article; one that has the other, commoner ones only stays below the bar
   * (MaxScore, Turtle and Flood 1995).
   */
  private needed(): number {
    const { mosts, coordination, bar } = this;
    let most = 0;
    for (let rank = mosts.length - 1; rank >= 0; rank--) {
      most += mosts[rank]!;
      if (most * coordination[mosts.length - rank]! * SLACK >= bar) return rank + 1;
    }
    return 0;
  }

  /** Notes the articles of a block that may come in, and clears its sums. */
  private choose(held: HeldPart, block: number): void {
    const { touched, touchedCount, sums, most, marks, candidates, candidateSums, candidateMosts } =
      this.scratch;
    const { accepts } = this.search;
    const { coordination, bar, scratch } = this;
    const { document } = held.part.columns;
    const filtered = accepts !== undefined || held.removed.size > 0;
    let count = 0;
    for (let i = 0; i < touchedCount; i++) {
      const place = touched[i]!;
      const share = coordination[marks[place * 8 + 6]!]!;
      const sum = sums[place * 2]! * share;
      const bound = (most[place * 4 + 2]! * share + sum) * SLACK;
      scratch.clear(place);
      if (bound < bar) continue;
      if (filtered && (held.removed.has(block + place) || (accepts && !accepts(document[block + place]!))))
        continue;
      candidates[count] = place;
      candidateSums[count] = sum;
      candidateMosts[count++] = bound;
    }
    scratch.candidateCount = count;
    scratch.touchedCount = 0;
  }

  /** The most promising first, to raise the bar. */
  private lookIntoCandidates(held: HeldPart, block: number, terms: readonly Scored[]): void {
    const { candidateCount, candidateMosts } = this.scratch;
    for (const i of candidateCount > this.search.limit ? this.promising() : []) {
      this.tryArticle(held, block, i, terms);
      candidateMosts[i] = TRIED;
    }
    for (let i = 0; i < candidateCount; i++) this.tryArticle(held, block, i, terms);
  }

  private promising(): number[] {
    const { candidateCount, candidateMosts } = this.scratch;
    const promising = new Best<number>(this.search.limit, (a, b) => candidateMosts[a]! > candidateMosts[b]!);
    let least = 0;
    for (let i = 0; i < candidateCount; i++) {
      if (candidateMosts[i]! <= least) continue;
      promising.add(i);
      if (promising.last !== undefined) least = candidateMosts[promising.last]!;
    }
    return promising.sorted();
  }

  private tryArticle(held: HeldPart, block: number, candidate: number, terms: readonly Scored[]): void {
    const { candidates, candidateSums, candidateMosts, sentences, paragraphs } = this.scratch;
    const most = candidateMosts[candidate]!;
    if (most === TRIED || most < this.bar) return;
    const { columns } = held.part;
    const place = candidates[candidate]!;
    const article = block + place;
    lookInto(article, place, terms, columns, this.worth, this.scratch);
    const from = columns.firstSentence[article]!;
    const fromParagraph = columns.firstParagraph[article]!;
    const ofArticle = candidateSums[candidate]!;
    for (let i = 0; i < sentences.touchedCount; i++) {
      const ordinal = sentences.touched[i]!;
      const its = columns.paragraphOf[from + ordinal]! - fromParagraph;
      const sentence = sentences.sums[ordinal]! * this.coordination[sentences.matched[ordinal]!]!;
      const paragraph = paragraphs.sums[its]! * this.coordination[paragraphs.matched[its]!]!;
      const score = sentence + paragraph + ofArticle;
      if (score < this.bar) continue;
      const levels = { sentence, paragraph, article: ofArticle };
      const number = columns.firstNumber[article]! + ordinal;
      this.best.add({ sentence: number, document: columns.document[article]!, score, levels });
      this.bar = this.best.last?.score ?? 0;
    }
  }
}

const TRIED = -1;
