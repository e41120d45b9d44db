import type { Document } from '../../../../model/article.ts';
import { type DocumentWords, documentWords } from '../../../document-words.ts';
import { ArticleTerms } from './article-terms.ts';
import { GrowingDocValues } from './doc-values.ts';
import { type GatheredTerms, GatheredTermsReader } from './gathered-terms.ts';
import { Levenshtein, unitsOf } from './levenshtein.ts';
import { normOf } from './norms.ts';
import { type TermOccurrences, writeArticle } from './postings.ts';
import type { FuzzyMatch, SegmentView, TermInfo } from './segment-types.ts';
import { SortedTerms } from './sorted-terms.ts';
import { ByteWriter, grown } from './varint.ts';

/** Of an article that is being added, by ordinal. */
interface Lengths {
  readonly sentence: number[];
  readonly paragraph: number[];
}

/** A segment in memory that takes new articles: postings as in a file, each term's in one run that grows. */
export class SegmentWriter implements SegmentView {
  readonly docValues = new GrowingDocValues();
  private readonly ids = new Map<string, number>();
  private readonly sorted = new SortedTerms();
  /** All runs; a run that outgrows its room moves to the end with twice the room. */
  private readonly runs = new ByteWriter(1 << 16);
  /** By term id: where its run begins, its bytes used and reserved, its last article + 1, and how many hold it. */
  private start = new Uint32Array(1024);
  private used = new Uint32Array(1024);
  private room = new Uint32Array(1024);
  private next = new Uint32Array(1024);
  private sentences = new Uint32Array(1024);
  private paragraphs = new Uint32Array(1024);
  private articles = new Uint32Array(1024);
  /** Of the article that is being added; used again for the next. */
  private readonly articleTerms = new ArticleTerms();
  private readonly found: TermOccurrences = { frequency: 0, count: 0, ordinals: [], frequencies: [] };
  private readonly entry = new ByteWriter();
  private readonly entrySentences = new ByteWriter();

  /** Adds an article; one without sentences is ignored. `from`: its words, or terms that have been gathered of them. */
  add(document: Document, from: DocumentWords | GatheredTerms = documentWords(document)): void {
    const first = document.sentences[0];
    if (first === undefined) return;
    const paragraphOf = document.sentences.map(({ paragraph }) => paragraph);
    // In distinct terms.
    const lengths = {
      sentence: document.sentences.map(() => 0),
      paragraph: document.paragraphs.map(() => 0),
    };
    const count =
      'bytes' in from
        ? this.appendGathered(from, paragraphOf, lengths)
        : this.appendRead(document, from, paragraphOf, lengths);
    this.docValues.add({
      document: first.document,
      firstNumber: first.number,
      paragraphOf,
      sentenceNorms: lengths.sentence.map(normOf),
      paragraphNorms: lengths.paragraph.map(normOf),
      articleNorm: normOf(count),
    });
  }

  /** Returns how many distinct terms there are. */
  private appendRead(
    document: Document,
    words: DocumentWords,
    paragraphOf: readonly number[],
    lengths: Lengths,
  ): number {
    const { articleTerms, found } = this;
    articleTerms.read(document, words, (term) => this.idOf(term));
    for (let slot = 0; slot < articleTerms.count; slot++) {
      articleTerms.occurrencesOf(slot, found);
      this.append(articleTerms.ids[slot]!, found, paragraphOf, lengths);
    }
    return articleTerms.count;
  }

  private appendGathered(terms: GatheredTerms, paragraphOf: readonly number[], lengths: Lengths): number {
    const reader = new GatheredTermsReader(terms, this.found);
    for (let i = 0; i < reader.count; i++)
      this.append(this.idOf(reader.next()), this.found, paragraphOf, lengths);
    return reader.count;
  }

  find(term: string): TermInfo | undefined {
    const id = this.ids.get(term);
    return id === undefined ? undefined : this.termAt(term, id);
  }

  *terms(): Iterable<TermInfo> {
    for (const term of this.sorted.all()) yield this.find(term)!;
  }

  *withPrefix(prefix: string): Iterable<TermInfo> {
    const terms = this.sorted.all();
    for (let i = this.sorted.placeOf(prefix); terms[i]?.startsWith(prefix); i++) yield this.find(terms[i]!)!;
  }

  *near(term: string, maxEdits: number): Iterable<FuzzyMatch> {
    const levenshtein = new Levenshtein(term, maxEdits);
    for (const candidate of this.sorted.all()) {
      const edits = levenshtein.edits(unitsOf(candidate), candidate.length);
      if (edits <= maxEdits) yield { info: this.find(candidate)!, edits };
    }
  }

  private termAt(term: string, id: number): TermInfo {
    return {
      term,
      frequency: {
        sentence: this.sentences[id]!,
        paragraph: this.paragraphs[id]!,
        article: this.articles[id]!,
      },
      bytes: this.runs.bytes,
      start: this.start[id]!,
      end: this.start[id]! + this.used[id]!,
    };
  }

  private idOf(term: string): number {
    const known = this.ids.get(term);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(term, id);
    this.sorted.add(term);
    if (id === this.start.length) {
      for (const column of BY_ID) this[column] = grown(this[column], id + 1);
    }
    return id;
  }

  private append(id: number, found: TermOccurrences, paragraphOf: readonly number[], lengths: Lengths): void {
    const article = this.docValues.count.article;
    this.entry.length = 0;
    writeArticle(article - this.next[id]!, found, this.entry, this.entrySentences);
    this.next[id] = article + 1;
    const end = this.roomFor(id, this.entry.length);
    const { bytes } = this.runs;
    for (let i = 0; i < this.entry.length; i++) bytes[end + i] = this.entry.bytes[i]!;
    this.articles[id]! += 1;
    let before = -1;
    for (let i = 0; i < found.count; i++) {
      const ordinal = found.ordinals[i]!;
      const paragraph = paragraphOf[ordinal]!;
      lengths.sentence[ordinal]! += 1;
      if (paragraph !== before) {
        lengths.paragraph[paragraph]! += 1;
        this.paragraphs[id]! += 1;
      }
      before = paragraph;
    }
    this.sentences[id]! += found.count;
  }

  /** Makes room for `more` bytes at the end of a term's run, and counts them as used. Returns where they go. */
  private roomFor(id: number, more: number): number {
    const start = this.start[id]!;
    const used = this.used[id]!;
    this.used[id] = used + more;
    if (used + more <= this.room[id]!) return start + used;
    const room = Math.max(4, (used + more) * 2);
    this.room[id] = room;
    this.start[id] = this.runs.length;
    this.runs.copy(this.runs.bytes, start, start + used);
    this.runs.skip(room - used);
    return this.start[id]! + used;
  }
}

const BY_ID = ['start', 'used', 'room', 'next', 'sentences', 'paragraphs', 'articles'] as const;
